#include "terminal/ticket/layout.h"

#include "shared/base/ensure.h"
#include "terminal/ticket/paper_words.h"
#include "terminal/ticket/qr_code.h"
#include "terminal/ticket/sheet.h"

#include <QFontMetrics>
#include <QRawFont>

#include <algorithm>
#include <set>

namespace talon::terminal {
namespace {

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

QString clock(std::chrono::minutes minuteOfDay)
{
    return QStringLiteral("%1:%2")
        .arg(minuteOfDay.count() / 60, 2, 10, QLatin1Char('0'))
        .arg(minuteOfDay.count() % 60, 2, 10, QLatin1Char('0'));
}

/// None rather than one that leaves no room for words: the number can also be read.
QrCode codeOf(const TicketPaper& paper)
{
    const auto code = qrCode(paper.code);
    return code && code->size <= QrSquaresMax ? *code : QrCode();
}

/// One ticket, part by part of its template.
class Ticket
{
public:
    Ticket(const TicketPaper& paper, int widthDots)
        : m_paper(paper)
        , m_words(paperWords(paper.language))
        , m_size(widthDots >= WideFromDots ? WidePaper : NarrowPaper)
        , m_code(codeOf(paper))
        , m_codeBeside(m_size.qrBeside && has(TicketPart::Queue) && has(TicketPart::Code))
        , m_sheet(widthDots, PaperRowsMax, m_size.margin)
    {}

    hw::Raster finished()
    {
        m_sheet.skip(m_size.gap);
        for (const TemplatePart& part : m_paper.layout.parts) {
            put(part);
        }
        return m_sheet.finished(m_size.gap);
    }

private:
    bool has(TicketPart part) const
    {
        return std::ranges::count(m_paper.layout.parts, part, &TemplatePart::part) > 0;
    }

    static int scaled(int size, PartSize by)
    {
        switch (by) {
        case PartSize::Small: return size * 3 / 4;
        case PartSize::Normal: return size;
        case PartSize::Large: return size * 4 / 3;
        }
        TALON_ENSURE(false);
    }

    void put(const TemplatePart& part)
    {
        switch (part.part) {
        case TicketPart::Logo: logo(part.size); return;
        case TicketPart::Office: office(part.size); return;
        case TicketPart::Number: number(part.size); return;
        case TicketPart::Service: service(part.size); return;
        case TicketPart::Queue: queue(part.size); return;
        case TicketPart::Documents: documents(part.size); return;
        case TicketPart::Advice:
            m_sheet.line(fromUtf8(m_words.advice),
                         {.size = scaled(m_size.label, part.size), .linesMax = 3});
            m_ruled = false;
            return;
        case TicketPart::QualityLine: qualityLine(part.size); return;
        case TicketPart::Code: code(); return;
        case TicketPart::OwnText: text(part); return;
        case TicketPart::Rule: rule(); return;
        }
        TALON_ENSURE(false);
    }

    /// Never two with nothing between them: a part may be empty on this ticket.
    void rule()
    {
        if (!m_ruled) {
            m_sheet.rule(2, m_size.gap);
            m_ruled = true;
        }
    }

    void logo(PartSize size)
    {
        const QImage image = QImage::fromData(QByteArray::fromRawData(
            m_paper.layout.logo.data(), static_cast<qsizetype>(m_paper.layout.logo.size())));
        if (!image.isNull()) {
            m_sheet.picture(image, scaled(m_sheet.column().width() * 3 / 5, size));
            m_sheet.skip(m_size.gap);
            m_ruled = false;
        }
    }

    void office(PartSize size)
    {
        m_sheet.line(fromUtf8(m_paper.officeName), {.size = scaled(m_size.office, size),
                                                    .weight = QFont::DemiBold,
                                                    .align = Qt::AlignHCenter,
                                                    .linesMax = 3});
        m_ruled = false;
    }

    void number(PartSize size)
    {
        m_sheet.line(fromUtf8(m_words.yourNumber),
                     {.size = m_size.text, .align = Qt::AlignHCenter});
        m_sheet.headline(fromUtf8(m_paper.number), scaled(m_size.number, size), m_size.service,
                         m_size.gap);
        m_ruled = false;
    }

    void service(PartSize size)
    {
        const Style marked{
            .size = m_size.text, .weight = QFont::Bold, .align = Qt::AlignHCenter, .linesMax = 1};
        m_sheet.skip(m_size.gap / 2);
        m_sheet.line(fromUtf8(m_paper.service), {.size = scaled(m_size.service, size),
                                                 .weight = QFont::DemiBold,
                                                 .align = Qt::AlignHCenter,
                                                 .linesMax = 6});
        if (m_paper.priority) {
            m_sheet.skip(m_size.gap / 2);
            m_sheet.mark(fromUtf8(m_words.priority), marked, m_size.gap);
        }
        if (m_paper.copy) {
            m_sheet.skip(m_size.gap / 2);
            m_sheet.mark(fromUtf8(m_words.copy), marked, m_size.gap);
        }
        m_ruled = false;
    }

    QString aheadText() const
    {
        if (!m_paper.peopleAhead) {
            return fromUtf8(m_words.unknown);
        }
        return fromUtf8(*m_paper.peopleAhead > 0 ? m_words.people(*m_paper.peopleAhead)
                                                 : std::string(m_words.nobodyAhead));
    }

    void queue(PartSize size)
    {
        const int top = m_sheet.y();
        QRect area = m_sheet.column();
        if (m_codeBeside) {
            area.setWidth(area.width() - codeDots() - 2 * m_size.gap);
        }
        const auto put = [&](const QString& content, const Style& style) {
            area.moveTop(m_sheet.y());
            m_sheet.skip(m_sheet.write(content, area, style));
        };
        const Style label{.size = scaled(m_size.label, size), .linesMax = 2};
        const Style value{.size = scaled(m_size.value, size), .weight = QFont::Bold, .linesMax = 2};
        put(fromUtf8(m_words.aheadOfYou), label);
        put(aheadText(), value);
        if (m_paper.wait) {
            m_sheet.skip(m_size.gap / 4);
            put(fromUtf8(m_words.wait), label);
            put(fromUtf8(m_words.minutes(*m_paper.wait)), value);
        }
        m_sheet.skip(m_size.gap / 2);
        put(fromUtf8(m_words.day(m_paper.day)) + QStringLiteral(", ") + clock(m_paper.minuteOfDay),
            label);
        if (m_codeBeside) {
            m_sheet.moveTo(std::max(m_sheet.y(), top + codeDots()));
            m_sheet.code(m_code, QrSquareDots, m_sheet.width() - m_size.margin - codeDots(),
                         top + (m_sheet.y() - top - codeDots()) / 2);
        }
        m_ruled = false;
    }

    int codeDots() const { return m_code.size * QrSquareDots; }

    void code()
    {
        if (!m_codeBeside && m_code.size > 0) {
            m_sheet.skip(2 * m_size.gap);
            m_sheet.code(m_code, QrSquareDots, (m_sheet.width() - codeDots()) / 2, m_sheet.y());
            m_sheet.skip(codeDots() + m_size.gap);
            m_ruled = false;
        }
    }

    void documents(PartSize size)
    {
        if (m_paper.bring.empty()) {
            return;
        }
        m_sheet.line(fromUtf8(m_words.haveReady), {.size = scaled(m_size.label, size)});
        m_sheet.line(fromUtf8(m_paper.bring),
                     {.size = scaled(m_size.text, size), .weight = QFont::DemiBold, .linesMax = 6});
        m_ruled = false;
    }

    void text(const TemplatePart& part)
    {
        m_sheet.skip(m_size.gap / 2);
        m_sheet.line(
            fromUtf8(inLanguage(part.text, m_paper.language)),
            {.size = scaled(m_size.text, part.size), .align = Qt::AlignHCenter, .linesMax = 8});
        m_ruled = false;
    }

    /// The name left and the telephone right where one row holds both.
    void qualityLine(PartSize size)
    {
        if (m_paper.qualityLine.empty()) {
            return;
        }
        m_sheet.skip(m_size.gap / 2);
        const QString words = fromUtf8(m_words.qualityLine);
        const QString digits = fromUtf8(m_paper.qualityLine);
        const Style name{.size = scaled(m_size.label, size)};
        Style telephone{
            .size = scaled(m_size.text, size), .weight = QFont::DemiBold, .linesMax = 2};
        const QFontMetrics nameMetrics(paperFont(name.size, name.weight));
        const QFontMetrics telephoneMetrics(paperFont(telephone.size, telephone.weight));
        const int width =
            nameMetrics.horizontalAdvance(words) + telephoneMetrics.horizontalAdvance(digits);
        if (width + m_size.gap <= m_sheet.column().width()) {
            const int lower = telephoneMetrics.ascent() - nameMetrics.ascent();
            m_sheet.write(words, m_sheet.column().translated(0, lower), name);
            telephone.align = Qt::AlignRight;
        } else {
            m_sheet.line(words, name);
        }
        m_sheet.line(digits, telephone);
        m_ruled = false;
    }

    const TicketPaper& m_paper;
    const PaperWords& m_words;
    const Sizes& m_size;
    QrCode m_code;
    bool m_codeBeside;
    bool m_ruled = true; ///< A line across the paper is the last thing on it, or nothing is.
    Sheet m_sheet;
};

} // namespace

hw::Raster layOut(const TicketPaper& paper, int widthDots)
{
    TALON_ENSURE(widthDots >= PaperWidthDotsMin);
    return Ticket(paper, widthDots).finished();
}

std::vector<std::string> missingGlyphs(const std::vector<std::string>& texts)
{
    std::set<std::string> missing;
    for (const QFont::Weight weight : {QFont::Normal, QFont::DemiBold, QFont::Bold}) {
        const QRawFont font = QRawFont::fromFont(paperFont(WidePaper.text, weight));
        for (const std::string& utf8 : texts) {
            for (const uint letter : fromUtf8(utf8).toUcs4()) {
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
