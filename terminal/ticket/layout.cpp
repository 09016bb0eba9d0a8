#include "terminal/ticket/layout.h"

#include "shared/base/ensure.h"
#include "shared/ui/fonts.h"
#include "terminal/ticket/paper_words.h"
#include "terminal/ticket/qr_code.h"

#include <QFont>
#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QRawFont>
#include <QString>
#include <QStringList>
#include <QTextLayout>

#include <algorithm>
#include <set>
#include <span>

namespace talon::terminal {
namespace {

constexpr int InkBelow = 128; ///< Shades darker than this become dots.
constexpr int QrSquaresMax = 41;
constexpr int QrSquareDots = 6; ///< 0.75 mm: read by any telephone.

/// Sizes in dots, eight to the millimetre, for one width of paper.
struct Sizes
{
    int margin;
    int office;
    int label;
    int number;
    int service;
    int value;
    int text;
    int gap;
    bool qrBeside; ///< Room for the code beside the text.
};

constexpr Sizes WidePaper{.margin = 16,
                          .office = 32,
                          .label = 28,
                          .number = 236,
                          .service = 44,
                          .value = 46,
                          .text = 32,
                          .gap = 18,
                          .qrBeside = true};
constexpr Sizes NarrowPaper{.margin = 8,
                            .office = 28,
                            .label = 25,
                            .number = 160,
                            .service = 36,
                            .value = 38,
                            .text = 28,
                            .gap = 16,
                            .qrBeside = false};
constexpr int WideFromDots = 500;

struct Style
{
    int size;
    QFont::Weight weight = QFont::Normal;
    Qt::Alignment align = Qt::AlignLeft;
    int linesMax = 1;
};

/// No other font lends its letters, and no grey edges: paper knows black and white.
QFont fontOf(int size, QFont::Weight weight)
{
    QFont font{QLatin1String(ui::FontFamily)};
    font.setPixelSize(size);
    font.setWeight(weight);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::NoAntialias | QFont::NoFontMerging));
    font.setHintingPreference(QFont::PreferFullHinting);
    return font;
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

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

QString clock(std::chrono::minutes minuteOfDay)
{
    return QStringLiteral("%1:%2")
        .arg(minuteOfDay.count() / 60, 2, 10, QLatin1Char('0'))
        .arg(minuteOfDay.count() % 60, 2, 10, QLatin1Char('0'));
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

/// None rather than one that leaves no room for words: the number can also be read.
QrCode codeOf(const TicketPaper& paper)
{
    const auto code = qrCode(visitCode(paper.visit, paper.number));
    return code && code->size <= QrSquaresMax ? *code : QrCode();
}

/// Paints down the paper.
class Sheet
{
public:
    Sheet(const TicketPaper& paper, int widthDots)
        : m_paper(paper)
        , m_words(paperWords(paper.language))
        , m_size(widthDots >= WideFromDots ? WidePaper : NarrowPaper)
        , m_code(codeOf(paper))
        , m_image(widthDots, PaperRowsMax, QImage::Format_Grayscale8)
    {
        m_image.fill(Qt::white);
        m_painter.begin(&m_image);
        m_painter.setPen(Qt::black);
    }

    QImage finished()
    {
        head();
        number();
        service();
        queue();
        documents();
        foot();
        m_painter.end();
        return m_image.copy(0, 0, m_image.width(), std::min(m_y + m_size.gap, PaperRowsMax));
    }

private:
    QRect column() const { return {m_size.margin, m_y, m_image.width() - 2 * m_size.margin, 0}; }

    /// Writes into the width of the area from its top on; gives the height it took.
    int write(const QString& content, QRect area, const Style& style)
    {
        const QFont font = fontOf(style.size, style.weight);
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

    void line(const QString& content, const Style& style)
    {
        m_y += write(content, column(), style);
    }

    void rule(int dots)
    {
        m_y += m_size.gap;
        m_painter.fillRect(m_size.margin, m_y, column().width(), dots, Qt::black);
        m_y += dots + m_size.gap;
    }

    void head()
    {
        m_y = m_size.gap;
        line(text(m_paper.officeName), {.size = m_size.office,
                                        .weight = QFont::DemiBold,
                                        .align = Qt::AlignHCenter,
                                        .linesMax = 3});
        rule(3);
        line(text(m_words.yourNumber), {.size = m_size.text, .align = Qt::AlignHCenter});
    }

    /// As large as the paper allows, and placed by its ink: letters have room above and below.
    void number()
    {
        const QString content = text(m_paper.number);
        int size = m_size.number;
        const auto inkOf = [&](int pixels) {
            return QFontMetrics(fontOf(pixels, QFont::Bold)).tightBoundingRect(content);
        };
        while (size > m_size.service && inkOf(size).width() > column().width() * 9 / 10) {
            size -= 2;
        }
        const QRect ink = inkOf(size);
        if (ink.width() > column().width()) { // no number is that long; keep to the paper
            line(content, {.size = size, .weight = QFont::Bold});
            return;
        }
        m_y += m_size.gap;
        m_painter.setFont(fontOf(size, QFont::Bold));
        m_painter.drawText((m_image.width() - ink.width()) / 2 - ink.left(), m_y - ink.top(),
                           content);
        m_y += ink.height() + m_size.gap;
    }

    void service()
    {
        m_y += m_size.gap / 2;
        line(text(m_paper.service), {.size = m_size.service,
                                     .weight = QFont::DemiBold,
                                     .align = Qt::AlignHCenter,
                                     .linesMax = 6});
        if (m_paper.priority) {
            m_y += m_size.gap / 2;
            mark(text(m_words.priority));
        }
        rule(2);
    }

    /// White on black, for the clerk to see across the counter.
    void mark(const QString& content)
    {
        const Style style{
            .size = m_size.text, .weight = QFont::Bold, .align = Qt::AlignHCenter, .linesMax = 1};
        const QFontMetrics metrics(fontOf(style.size, style.weight));
        const int width =
            std::min(metrics.horizontalAdvance(content) + 3 * m_size.gap, column().width() - 2);
        const int height = metrics.height() + m_size.gap / 2;
        m_painter.setBrush(Qt::black);
        m_painter.drawRoundedRect((m_image.width() - width) / 2, m_y, width, height, height / 2.0,
                                  height / 2.0);
        m_painter.setPen(Qt::white);
        m_y += m_size.gap / 4;
        line(content, style);
        m_painter.setPen(Qt::black);
        m_y += m_size.gap / 4;
    }

    void queue()
    {
        const QString ahead = text(m_paper.peopleAhead > 0 ? m_words.people(m_paper.peopleAhead)
                                                           : std::string(m_words.nobodyAhead));
        const int top = m_y;
        QRect area = column();
        if (m_size.qrBeside) {
            area.setWidth(area.width() - codeDots() - 2 * m_size.gap);
        }
        const auto put = [&](const QString& content, const Style& style) {
            area.moveTop(m_y);
            m_y += write(content, area, style);
        };
        put(text(m_words.aheadOfYou), {.size = m_size.label});
        put(ahead, {.size = m_size.value, .weight = QFont::Bold, .linesMax = 2});
        if (m_paper.wait) {
            m_y += m_size.gap / 4;
            put(text(m_words.wait), {.size = m_size.label});
            put(text(m_words.minutes(*m_paper.wait)),
                {.size = m_size.value, .weight = QFont::Bold, .linesMax = 2});
        }
        m_y += m_size.gap / 2;
        put(text(m_words.day(m_paper.day)) + QStringLiteral(", ") + clock(m_paper.minuteOfDay),
            {.size = m_size.label, .linesMax = 2});
        if (m_size.qrBeside) {
            m_y = std::max(m_y, top + codeDots());
            code(m_image.width() - m_size.margin - codeDots(), top + (m_y - top - codeDots()) / 2);
        }
        rule(2);
    }

    int codeDots() const { return m_code.size * QrSquareDots; }

    void code(int left, int top)
    {
        for (int i = 0; i < m_code.size * m_code.size; ++i) {
            if (m_code.black[static_cast<std::size_t>(i)]) {
                m_painter.fillRect(left + i % m_code.size * QrSquareDots,
                                   top + i / m_code.size * QrSquareDots, QrSquareDots, QrSquareDots,
                                   Qt::black);
            }
        }
    }

    void documents()
    {
        if (m_paper.bring.empty()) {
            return;
        }
        line(text(m_words.haveReady), {.size = m_size.label});
        line(text(m_paper.bring), {.size = m_size.text, .weight = QFont::DemiBold, .linesMax = 6});
        rule(2);
    }

    void foot()
    {
        line(text(m_words.advice), {.size = m_size.label, .linesMax = 3});
        if (!m_paper.qualityLine.empty()) {
            m_y += m_size.gap / 2;
            qualityLine();
        }
        if (!m_size.qrBeside) {
            m_y += 2 * m_size.gap;
            code((m_image.width() - codeDots()) / 2, m_y);
            m_y += codeDots() + m_size.gap;
        }
    }

    /// The name left and the telephone right where one row holds both.
    void qualityLine()
    {
        const Style name{.size = m_size.label};
        Style telephone{.size = m_size.text, .weight = QFont::DemiBold, .linesMax = 2};
        const int width = QFontMetrics(fontOf(name.size, name.weight))
                              .horizontalAdvance(text(m_words.qualityLine)) +
                          QFontMetrics(fontOf(telephone.size, telephone.weight))
                              .horizontalAdvance(text(m_paper.qualityLine));
        if (width + m_size.gap <= column().width()) {
            const int lower = QFontMetrics(fontOf(telephone.size, telephone.weight)).ascent() -
                              QFontMetrics(fontOf(name.size, name.weight)).ascent();
            write(text(m_words.qualityLine), column().translated(0, lower), name);
            telephone.align = Qt::AlignRight;
        } else {
            line(text(m_words.qualityLine), name);
        }
        line(text(m_paper.qualityLine), telephone);
    }

    const TicketPaper& m_paper;
    const PaperWords& m_words;
    const Sizes& m_size;
    QrCode m_code;
    QImage m_image;
    QPainter m_painter;
    int m_y = 0;
};

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

hw::Raster layOut(const TicketPaper& paper, int widthDots)
{
    TALON_ENSURE(widthDots >= PaperWidthDotsMin);
    return rasterOf(Sheet(paper, widthDots).finished());
}

std::vector<std::string> missingGlyphs(const std::vector<std::string>& texts)
{
    std::set<std::string> missing;
    for (const QFont::Weight weight : {QFont::Normal, QFont::DemiBold, QFont::Bold}) {
        const QRawFont font = QRawFont::fromFont(fontOf(WidePaper.text, weight));
        for (const std::string& utf8 : texts) {
            for (const uint letter : text(utf8).toUcs4()) {
                if (letter >= 0x20 && !font.supportsCharacter(letter)) {
                    const auto code = static_cast<char32_t>(letter);
                    missing.insert(QString::fromUcs4(&code, 1).toStdString());
                }
            }
        }
    }
    return {missing.begin(), missing.end()};
}

} // namespace talon::terminal
