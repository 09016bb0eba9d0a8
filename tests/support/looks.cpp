#include "tests/support/looks.h"

#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace talon::test {

namespace {

constexpr int LookAreaMax = 270 * 480; ///< Of one screen on a sheet, in pixels.
constexpr int LooksInRow = 6;
constexpr int CaptionHeight = 22;
constexpr int Gap = 10;

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

QRectF placeOf(const QQuickItem* item)
{
    return item->mapRectToScene(item->boundingRect());
}

/// Where the letters of a text are, if it has one line: figures have no descenders, and may stand
/// close to what is below them.
QRectF inkOf(const QQuickItem* item, const QString& text)
{
    if (item->property("lineCount").toInt() != 1) {
        return placeOf(item);
    }
    const QFontMetricsF font(item->property("font").value<QFont>());
    QRectF ink = item->boundingRect();
    const QRectF letters = font.tightBoundingRect(text);
    ink.setTop(item->baselineOffset() + letters.top());
    ink.setHeight(letters.height());
    return item->mapRectToScene(ink);
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

Looks::Looks(const QString& folder, QString name)
    : m_folder(QString::fromUtf8(TALON_BINARY_DIR "/pictures/") + folder)
    , m_name(std::move(name))
{
    REQUIRE(m_folder.mkpath(u"sheets"_s));
}

Looks::~Looks()
{
    if (!m_looks.empty()) {
        const QImage sheet = withFewColours(sheetOf(m_looks));
        CHECK(sheet.save(m_folder.filePath(u"sheets/%1.png"_s.arg(m_name))));
    }
}

void Looks::check(QQuickWindow& window, const QString& name, const Choose& uppermost)
{
    const auto until = std::chrono::milliseconds(80);
    QElapsedTimer since;
    since.start();
    while (!since.hasExpired(until.count())) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
    const QString picture = m_name + u'-' + name + u".png"_s;
    const QImage screen = window.grabWindow();
    CHECK(screen.save(m_folder.filePath(picture)));
    m_looks.emplace_back(name, small(screen));
    INFO(picture.toStdString());
    m_place = QRectF(QPointF(), window.size()).adjusted(-1, -1, 1, 1);
    m_texts.clear();
    checkItems(uppermost ? uppermost(window.contentItem()) : window.contentItem());
    checkTexts();
}

void Looks::checkItems(QQuickItem* item)
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
        const QRectF place = inkOf(item, text);
        if (!item->property("runs").toBool()) {
            CHECK(m_place.contains(place));
            CHECK_FALSE(isCutOff(item));
        }
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

void Looks::checkTexts()
{
    for (std::size_t one = 0; one < m_texts.size(); ++one) {
        for (std::size_t other = one + 1; other < m_texts.size(); ++other) {
            const QRectF both = m_texts[one].second & m_texts[other].second;
            INFO(m_texts[one].first.toStdString() << " | " << m_texts[other].first.toStdString());
            CHECK((both.width() <= 2 || both.height() <= 2));
        }
    }
}

QQuickItem* findItem(QQuickItem* item, const QString& name)
{
    if (item->objectName() == name) {
        return item;
    }
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* const found = findItem(child, name); found != nullptr) {
            return found;
        }
    }
    return nullptr;
}

} // namespace talon::test
