#include "terminal/app/ticket_preview.h"

#include "hw/png.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/settings_json.h"
#include "terminal/app/translations.h"
#include "terminal/ticket/layout.h"

#include <QFile>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::terminal {

namespace {

constexpr std::array Widths{576, 384};

/// A ticket with everything that can stand on one.
TicketPaper sample(const OfficeSettings& office, const std::string& language)
{
    TicketPaper paper{.visit = {4711},
                      .language = language,
                      .officeName = inLanguage(office.name, language),
                      .number = "А015",
                      .priority = !office.categories.empty(),
                      .peopleAhead = 3,
                      .wait = WaitMinutes{.from = 10, .to = 20},
                      .day = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24},
                      .minuteOfDay = 10h + 5min,
                      .qualityLine = office.qualityLine,
                      .layout = office.ticket ? *office.ticket : usualTicket()};
    // The longest name shows best whether all of them fit.
    const auto service = std::ranges::max_element(office.services, {}, [&](const Service& each) {
        return inLanguage(each.name, language).size();
    });
    if (service != office.services.end()) {
        paper.number = service->prefix + "015";
        paper.service = inLanguage(service->name, language);
        paper.bring = inLanguage(service->bring, language);
    }
    paper.code = visitCode(paper.visit, paper.number);
    return paper;
}

} // namespace

TicketPreview::TicketPreview(const QString& settings, const std::filesystem::path& folder)
    : m_file(settings)
    , m_folder(folder)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &TicketPreview::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_soon.start(); });
    look();
}

void TicketPreview::look()
{
    m_problem = draw();
    // An editor may have put another file in its place: that one is to be watched.
    m_watcher.addPath(m_file);
    Q_EMIT changed();
}

QString TicketPreview::draw()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly)) {
        return u"%1: %2"_s.arg(m_file, file.errorString());
    }
    const auto json = wire::objectFromText(file.readAll());
    const auto office = json ? wire::settingsFromJson(*json)
                             : Expected<OfficeSettings, ParseError>(Unexpected(json.error()));
    if (!office) {
        return u"%1: %2"_s.arg(m_file, QString::fromStdString(describe(office.error())));
    }
    QStringList pictures;
    ++m_turn;
    for (const QString& language : languages()) {
        for (const int width : Widths) {
            const hw::Bytes png = hw::pngOf(layOut(sample(*office, language.toStdString()), width));
            const QString name = u"ticket-%1-%2.png"_s.arg(language).arg(width);
            const QString path = QString::fromStdString(m_folder.string()) + u'/' + name;
            QFile picture(path);
            if (!picture.open(QIODevice::WriteOnly) ||
                picture.write(reinterpret_cast<const char*>(png.data()),
                              static_cast<qint64>(png.size())) < 0) {
                return u"%1: %2"_s.arg(path, picture.errorString());
            }
            pictures.append(QUrl::fromLocalFile(path).toString() + u"#%1"_s.arg(m_turn));
        }
    }
    m_pictures = pictures;
    return {};
}

} // namespace talon::terminal
