#include "terminal/ticket/sheet.h"

#include "shared/ui/fonts.h"

#include <QFontMetrics>
#include <QStringList>
#include <QTextLayout>

#include <algorithm>
#include <span>

namespace talon::terminal {

namespace {

constexpr int InkBelow = 128; ///< Shades darker than this become dots.

/// Short words (и, на, of) stay with the word they belong to, rather than end a line.
QString withBoundShortWords(QString content)
{
    constexpr int LettersMax = 2;
    int letters = 0;
    for (QChar& letter : content) {
        if (letter == QLatin1Char(' ') && letters > 0 && letters <= LettersMax) {
            letter = QChar(QChar::Nbsp);
        }
        letters = letter.isLetter() ? letters + 1 : 0;
    }
    return content;
}

/// The lines of a text in a width; the last one allowed ends in dots when there is more.
QStringList brokenInto(const QString& content, const QFont& font, int width, int linesMax)
{
    QTextLayout layout(content, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == linesMax) {
            const QString rest = content.mid(line.textStart());
            lines << QFontMetrics(font).elidedText(rest, Qt::ElideRight, width);
            break;
        }
        lines << content.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

/// Lines of about one length, rather than full ones and a last one of a single word.
QStringList linesOf(const QString& content, const QFont& font, int width, int linesMax)
{
    QStringList best = brokenInto(content, font, width, linesMax);
    const auto isWhole = [&](const QStringList& lines) {
        return lines.join(QLatin1Char(' ')) == content; // no dots, no word broken
    };
    if (best.size() < 2 || !isWhole(best)) {
        return best;
    }
    int fits = width;
    for (int step = width / 4; step >= 4; step /= 2) {
        const QStringList narrower = brokenInto(content, font, fits - step, linesMax);
        if (narrower.size() == best.size() && isWhole(narrower)) {
            best = narrower;
            fits -= step;
        }
    }
    return best;
}

hw::Raster rasterOf(const QImage& image)
{
    hw::Raster raster = hw::whiteRaster(image.width(), image.height());
    const std::size_t width = hw::rowBytes(image.width());
    for (int y = 0; y < image.height(); ++y) {
        const std::span shades(image.constScanLine(y), static_cast<std::size_t>(image.width()));
        const auto dots =
            std::span(raster.bits).subspan(static_cast<std::size_t>(y) * width, width);
        for (std::size_t x = 0; x < shades.size(); ++x) {
            if (shades[x] < InkBelow) {
                dots[x / 8] |= std::byte{0x80} >> (x % 8);
            }
        }
    }
    return raster;
}

} // namespace

QFont paperFont(int size, QFont::Weight weight)
{
    QFont font{QLatin1String(ui::FontFamily)};
    font.setPixelSize(size);
    font.setWeight(weight);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::NoAntialias | QFont::NoFontMerging));
    font.setHintingPreference(QFont::PreferFullHinting);
    return font;
}

QString fromUtf8(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Sheet::Sheet(int widthDots, int rowsMax, int margin)
    : m_image(widthDots, rowsMax, QImage::Format_Grayscale8)
    , m_margin(margin)
{
    m_image.fill(Qt::white);
    m_painter.begin(&m_image);
    m_painter.setPen(Qt::black);
}

int Sheet::write(const QString& content, QRect area, const Style& style)
{
    const QFont font = paperFont(style.size, style.weight);
    const QFontMetrics metrics(font);
    m_painter.setFont(font);
    int height = 0;
    for (const QString& line :
         linesOf(withBoundShortWords(content), font, area.width(), style.linesMax)) {
        int x = area.left();
        if (style.align == Qt::AlignHCenter) {
            x += (area.width() - metrics.horizontalAdvance(line)) / 2;
        } else if (style.align == Qt::AlignRight) {
            x += area.width() - metrics.horizontalAdvance(line);
        }
        m_painter.drawText(x, area.top() + height + metrics.ascent(), line);
        height += metrics.height();
    }
    return height;
}

void Sheet::line(const QString& content, const Style& style)
{
    m_y += write(content, column(), style);
}

void Sheet::rule(int dots, int gap)
{
    m_y += gap;
    m_painter.fillRect(m_margin, m_y, column().width(), dots, Qt::black);
    m_y += dots + gap;
}

void Sheet::mark(const QString& content, const Style& style, int gap)
{
    const QFontMetrics metrics(paperFont(style.size, style.weight));
    const int width = std::min(metrics.horizontalAdvance(content) + 3 * gap, column().width() - 2);
    const int height = metrics.height() + gap / 2;
    m_painter.setBrush(Qt::black);
    m_painter.drawRoundedRect((m_image.width() - width) / 2, m_y, width, height, height / 2.0,
                              height / 2.0);
    m_painter.setPen(Qt::white);
    m_y += gap / 4;
    line(content, style);
    m_painter.setPen(Qt::black);
    m_y += gap / 4;
}

void Sheet::headline(const QString& content, int sizeMax, int sizeMin, int gap)
{
    const auto inkOf = [&](int pixels) {
        return QFontMetrics(paperFont(pixels, QFont::Bold)).tightBoundingRect(content);
    };
    int size = sizeMax;
    while (size > sizeMin && inkOf(size).width() > column().width() * 9 / 10) {
        size -= 2;
    }
    const QRect ink = inkOf(size);
    if (ink.width() > column().width()) { // no number is that long; keep to the paper
        line(content, {.size = size, .weight = QFont::Bold});
        return;
    }
    m_y += gap;
    m_painter.setFont(paperFont(size, QFont::Bold));
    m_painter.drawText((m_image.width() - ink.width()) / 2 - ink.left(), m_y - ink.top(), content);
    m_y += ink.height() + gap;
}

void Sheet::code(const QrCode& code, int squareDots, int left, int top)
{
    for (int i = 0; i < code.size * code.size; ++i) {
        if (code.black[static_cast<std::size_t>(i)]) {
            m_painter.fillRect(left + i % code.size * squareDots, top + i / code.size * squareDots,
                               squareDots, squareDots, Qt::black);
        }
    }
}

void Sheet::picture(const QImage& image, int widthMax)
{
    const QImage fitting =
        image.width() > widthMax ? image.scaledToWidth(widthMax, Qt::SmoothTransformation) : image;
    m_painter.drawImage((m_image.width() - fitting.width()) / 2, m_y, fitting);
    m_y += fitting.height();
}

hw::Raster Sheet::finished(int gapBelow)
{
    m_painter.end();
    return rasterOf(
        m_image.copy(0, 0, m_image.width(), std::min(m_y + gapBelow, m_image.height())));
}

} // namespace talon::terminal
