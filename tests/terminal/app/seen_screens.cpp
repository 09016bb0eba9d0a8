#include "tests/terminal/app/seen_screens.h"

#include "shared/ui/fonts.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QPainter>
#include <QQmlComponent>

#include <cmath>
#include <memory>

namespace talon::test {

namespace {

constexpr int LookAreaMax = 270 * 480; ///< Of one screen on a sheet, in pixels.
constexpr int LooksInRow = 6;
constexpr int CaptionHeight = 22;
constexpr int Gap = 10;

QDir pictures()
{
    const QDir folder(QString::fromUtf8(TALON_BINARY_DIR "/pictures/terminal"));
    REQUIRE(folder.mkpath(u"sheets"_s));
    return folder;
}

QImage small(const QImage& screen)
{
    const double scale =
        std::sqrt(static_cast<double>(LookAreaMax) / (screen.width() * screen.height()));
    return screen.scaled(screen.size() * scale, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QImage sheetOf(const std::vector<std::pair<QString, QImage>>& looks)
{
    const QSize one = looks.front().second.size() + QSize(Gap, Gap + CaptionHeight);
    const int rows = (static_cast<int>(looks.size()) + LooksInRow - 1) / LooksInRow;
    QImage sheet(one.width() * LooksInRow + Gap, one.height() * rows + Gap, QImage::Format_RGB32);
    sheet.fill(Qt::gray);
    QPainter painter(&sheet);
    painter.setPen(Qt::black);
    for (int i = 0; const auto& [name, look] : looks) {
        const QPoint at(Gap + i % LooksInRow * one.width(), Gap + i / LooksInRow * one.height());
        painter.drawText(QRect(at, QSize(look.width(), CaptionHeight)), Qt::AlignVCenter, name);
        painter.drawImage(at + QPoint(0, CaptionHeight), look);
        ++i;
    }
    return sheet;
}

QQuickItem* find(QQuickItem* item, const QString& name)
{
    if (item->objectName() == name) {
        return item;
    }
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* const found = find(child, name); found != nullptr) {
            return found;
        }
    }
    return nullptr;
}

QRectF placeOf(const QQuickItem* item)
{
    return item->mapRectToScene(item->boundingRect());
}

bool isCutOff(const QQuickItem* item)
{
    for (const QQuickItem* each = item->parentItem(); each != nullptr; each = each->parentItem()) {
        if (each->clip() && !placeOf(each).adjusted(-1, -1, 1, 1).contains(placeOf(item))) {
            return true;
        }
    }
    return false;
}

/// What is seen: the staff's screens, and the four corners, cover those of the visitors.
QQuickItem* uppermost(QQuickItem* root)
{
    for (const char* const cover : {"staffScreen", "cornersScreen"}) {
        if (QQuickItem* const item = find(root, QLatin1String(cover)); item != nullptr) {
            return item;
        }
    }
    return root;
}

/// Sheets are kept with the source: the colours that matter, no more.
QImage withFewColours(const QImage& image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            ++counts[image.pixel(x, y) | 0xff000000];
        }
    }
    QList<QRgb> colours = counts.keys();
    const auto kept = std::min<qsizetype>(colours.size(), 250);
    std::partial_sort(colours.begin(), colours.begin() + kept, colours.end(),
                      [&](QRgb one, QRgb other) { return counts[one] > counts[other]; });
    colours.resize(kept);
    return image.convertToFormat(QImage::Format_Indexed8, colours, Qt::ThresholdDither);
}

} // namespace

Seen::Seen(AppUnderTest& test,
           const Panel& panel,
           const QString& language,
           const QString& mode,
           terminal::SpokenGuide* guide)
    : m_name(QLatin1String(panel.name) + u'-' + language + (mode.isEmpty() ? mode : u'-' + mode))
    , m_place(QRectF(QPointF(), panel.size).adjusted(-1, -1, 1, 1))
{
    REQUIRE(ui::loadFonts().has_value());
    REQUIRE(m_translations.use(language));
    test.app.chooseLanguage(language);
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    QObject::connect(&m_engine, &QQmlEngine::warnings, &m_engine,
                     [](const QList<QQmlError>& warnings) {
                         for (const QQmlError& each : warnings) {
                             FAIL_CHECK(each.toString().toStdString());
                         }
                     });
    m_engine.setInitialProperties({{u"app"_s, QVariant::fromValue(&test.app)},
                                   {u"guide"_s, QVariant::fromValue(guide)},
                                   {u"width"_s, panel.size.width()},
                                   {u"height"_s, panel.size.height()}});
    m_engine.load(QUrl(u"qrc:/qt/qml/Talon/Terminal/ui/Main.qml"_s));
    REQUIRE(!m_engine.rootObjects().isEmpty());
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().front());
    REQUIRE(m_window != nullptr);
    // Nothing is to be waited for but what a screen does of itself.
    QQmlComponent still(&m_engine);
    still.setData("import QtQml; import Talon.Ui; QtObject { Component.onCompleted: "
                  "Theme.motionMs = 0 }",
                  {});
    const std::unique_ptr<QObject> stilled(still.create());
    REQUIRE(stilled != nullptr);
    m_window->show();
}

Seen::~Seen()
{
    if (!m_looks.empty()) {
        const QImage sheet = withFewColours(sheetOf(m_looks));
        CHECK(sheet.save(pictures().filePath(u"sheets/%1.png"_s.arg(m_name))));
    }
}

void Seen::check(const QString& name, const QString& shown)
{
    const auto until = std::chrono::milliseconds(80);
    QElapsedTimer since;
    since.start();
    while (!since.hasExpired(until.count())) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
    const QString picture = m_name + u'-' + name + u".png"_s;
    const QImage screen = m_window->grabWindow();
    CHECK(screen.save(pictures().filePath(picture)));
    m_looks.emplace_back(name, small(screen));
    INFO(picture.toStdString());
    if (!shown.isEmpty()) {
        const QQuickItem* const item = find(m_window->contentItem(), shown);
        CHECK((item != nullptr && item->isVisible()));
    }
    m_texts.clear();
    checkItems(uppermost(m_window->contentItem()));
    checkTexts();
}

bool Seen::call(const char* button)
{
    QQuickItem* const item = find(m_window->contentItem(), QLatin1String(button));
    return item != nullptr && QMetaObject::invokeMethod(item, "tapped");
}

void Seen::checkItems(QQuickItem* item)
{
    if (!item->isVisible() || item->opacity() == 0) {
        return;
    }
    if (!item->objectName().isEmpty() && item->property("pressed").isValid()) {
        INFO("button: " << item->objectName().toStdString());
        CHECK(m_place.contains(placeOf(item)));
        CHECK_FALSE(isCutOff(item));
    }
    const QString text = item->property("text").toString();
    const QVariant truncated = item->property("truncated");
    if (truncated.isValid() && !text.isEmpty()) {
        INFO("text: " << text.toStdString());
        CHECK_FALSE(truncated.toBool());
        CHECK(item->property("paintedHeight").toReal() <= item->height() + 1);
        CHECK(item->property("paintedWidth").toReal() <= item->width() + 1);
        const QRectF place = placeOf(item);
        CHECK(m_place.contains(place));
        CHECK_FALSE(isCutOff(item));
        m_texts.emplace_back(text, place);
        // Nothing sticks out of the button that it stands on.
        for (const QQuickItem* each = item->parentItem(); each != nullptr;
             each = each->parentItem()) {
            if (each->property("pressed").isValid()) {
                CHECK(placeOf(each).adjusted(-1, -1, 1, 1).contains(place));
                CHECK(each->height() >= 56);
            }
        }
    }
    for (QQuickItem* const child : item->childItems()) {
        checkItems(child);
    }
}

void Seen::checkTexts()
{
    for (std::size_t one = 0; one < m_texts.size(); ++one) {
        for (std::size_t other = one + 1; other < m_texts.size(); ++other) {
            const QRectF both = m_texts[one].second & m_texts[other].second;
            INFO(m_texts[one].first.toStdString() << " | " << m_texts[other].first.toStdString());
            CHECK((both.width() <= 2 || both.height() <= 2));
        }
    }
}

} // namespace talon::test
