#include "terminal/ticket/layout.h"

#include "hw/escpos/paper.h"
#include "shared/ui/fonts.h"
#include "shared/wire/settings_json.h"
#include "terminal/ticket/paper_words.h"
#include "tests/support/catch.h"
#include "tests/terminal/ticket/sample_tickets.h"
#include "tests/terminal/ticket/tool.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <fstream>

using namespace talon;
using namespace talon::terminal;
using talon::test::englishTicket;
using talon::test::imageOf;
using talon::test::longTicket;
using talon::test::plainTicket;
using talon::test::readBy;

namespace {

struct Sample
{
    const char* name;
    TicketPaper paper;
};

std::vector<Sample> samples()
{
    return {{"plain", plainTicket()}, {"long", longTicket()}, {"english", englishTicket()}};
}

hw::Raster laidOut(const TicketPaper& paper, int widthDots)
{
    static const bool loaded = ui::loadFonts().has_value();
    REQUIRE(loaded);
    return layOut(paper, widthDots);
}

/// Kept for people to look at: tickets/plain-576.png and so on in the build folder.
void keep(const Sample& sample, const hw::Raster& raster)
{
    const QString folder = QStringLiteral(TALON_BINARY_DIR "/tickets");
    QDir().mkpath(folder);
    const std::string path =
        folder.toStdString() + "/" + sample.name + "-" + std::to_string(raster.widthDots) + ".png";
    const hw::Bytes png = hw::pngOf(raster);
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(png.data()), static_cast<std::streamsize>(png.size()));
}

bool isWhite(const hw::Raster& raster, int left, int top, int right, int bottom)
{
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            if (hw::isBlack(raster, x, y)) {
                return false;
            }
        }
    }
    return true;
}

/// The rows with the number's ink: the first piece that is taller than any line of text.
hw::Raster numberOn(const hw::Raster& raster)
{
    constexpr int TextRowsMax = 7 * 8;
    hw::Raster run;
    for (int y = 0; y < raster.heightRows; ++y) {
        if (!isWhite(raster, 0, y, raster.widthDots, y + 1)) {
            const hw::BytesView dots = hw::row(raster, y);
            hw::appendRows(run, {raster.widthDots, 1, {dots.begin(), dots.end()}});
        } else if (run.heightRows > TextRowsMax) {
            break;
        } else {
            run = {};
        }
    }
    return run;
}

int numberRows(const hw::Raster& raster)
{
    return numberOn(raster).heightRows;
}

/// Letters alone: line ends and the spaces between words are the layout's business.
QString letters(QString text)
{
    text.remove(QRegularExpression(QStringLiteral("\\s")));
    return text;
}

/// Letters that nobody can tell apart by their shape, a nought among them, made one.
QString alike(QString text)
{
    const QString latin = QStringLiteral("ABEKMHOPCTX0");
    const QString russian = QStringLiteral("АВЕКМНОРСТХО");
    for (qsizetype i = 0; i < latin.size(); ++i) {
        text.replace(latin[i], russian[i]);
    }
    return text;
}

void checkReads(const TicketPaper& paper,
                int widthDots,
                const QString& language,
                const QStringList& texts)
{
    const auto read =
        readBy(QStringLiteral("tesseract"), imageOf(laidOut(paper, widthDots)), {},
               {QStringLiteral("stdout"), QStringLiteral("-l"), language, QStringLiteral("--psm"),
                QStringLiteral("4"), QStringLiteral("--dpi"), QStringLiteral("203")});
    if (!read) {
        return;
    }
    INFO(read->toStdString());
    for (const QString& text : texts) {
        INFO("looked for: " << text.toStdString());
        CHECK(letters(*read).contains(letters(text)));
    }
}

} // namespace

TEST_CASE("a ticket keeps to its paper")
{
    for (const int width : {320, 384, 420, 512, 576, 832}) {
        for (const Sample& sample : samples()) {
            const hw::Raster raster = laidOut(sample.paper, width);
            INFO(sample.name << " on " << width);
            keep(sample, raster);
            CHECK(raster.widthDots == width);
            CHECK(raster.heightRows < 1600); // long names on narrow paper
            CHECK(isWhite(raster, 0, 0, 8, raster.heightRows));
            CHECK(isWhite(raster, width - 8, 0, width, raster.heightRows));
            CHECK(isWhite(raster, 0, 0, width, 12));
            CHECK(isWhite(raster, 0, raster.heightRows - 12, width, raster.heightRows));
        }
    }
}

TEST_CASE("the number can be read at arm's length and beyond")
{
    CHECK(numberRows(laidOut(plainTicket(), 576)) >= 17 * 8); // 17 mm
    CHECK(numberRows(laidOut(plainTicket(), 384)) >= 11 * 8);
    TicketPaper wide = plainTicket();
    wide.number = "ЩЖ1000"; // becomes smaller rather than lose its end
    CHECK(numberRows(laidOut(wide, 576)) >= 8 * 8);
}

TEST_CASE("a ticket of an ordinary service is no longer than needed")
{
    CHECK(laidOut(plainTicket(), 576).heightRows <= 130 * 8);
    CHECK(laidOut(englishTicket(), 576).heightRows < laidOut(plainTicket(), 576).heightRows);
}

TEST_CASE("texts of any length and none at all make a ticket")
{
    TicketPaper endless = plainTicket();
    for (int i = 0; i < 8; ++i) {
        endless.service += endless.service;
        endless.bring += "Электроэнергия" + endless.bring;
        endless.officeName += endless.officeName;
        endless.number += endless.number.substr(0, 60);
    }
    for (const int width : {384, 576}) {
        const hw::Raster raster = laidOut(endless, width);
        keep({"endless", endless}, raster);
        CHECK(raster.heightRows < PaperRowsMax);
        CHECK(isWhite(raster, 0, 0, 8, raster.heightRows));
        CHECK(isWhite(raster, width - 8, 0, width, raster.heightRows));
        CHECK(laidOut({.number = ""}, width).heightRows > 0);
    }
}

TEST_CASE("the same ticket is laid out the same, dot by dot")
{
    CHECK(laidOut(longTicket(), 576) == laidOut(longTicket(), 576));
    TicketPaper other = longTicket();
    other.number = "Ж129";
    CHECK_FALSE(laidOut(other, 576) == laidOut(longTicket(), 576));
}

TEST_CASE("a ticket comes out of the printer as it was laid out")
{
    for (const hw::escpos::Model& model : hw::escpos::models()) {
        for (const Sample& sample : samples()) {
            hw::Raster raster = laidOut(sample.paper, model.widthDots);
            hw::escpos::Decoder decoder;
            const auto slips = hw::escpos::slipsOf(
                decoder.take(hw::escpos::slip(raster, model, hw::escpos::processIdOf(1))));
            hw::appendWhiteRows(raster, model.feedBeforeCutRows);
            REQUIRE(slips.size() == 1);
            REQUIRE(slips[0].bits.size() == raster.bits.size());
            int changed = 0; // dots that break a real-time command
            for (std::size_t i = 0; i < raster.bits.size(); ++i) {
                changed += slips[0].bits[i] == raster.bits[i] ? 0 : 1;
            }
            CHECK(changed <= 4);
        }
    }
}

TEST_CASE("the code names the visit, as a scanner reads it")
{
    for (const int width : {384, 576}) {
        for (const Sample& sample : samples()) {
            const auto read =
                readBy(QStringLiteral("zbarimg"), imageOf(laidOut(sample.paper, width)),
                       {QStringLiteral("--quiet"), QStringLiteral("--raw")}, {});
            if (read) {
                INFO(sample.name << " on " << width);
                CHECK(read->trimmed().toStdString() ==
                      visitCode(sample.paper.visit, sample.paper.number));
            }
        }
    }
}

TEST_CASE("a Russian ticket reads as it was written")
{
    const QStringList texts{QStringLiteral("Энгельсский ЦОК"),
                            QStringLiteral("Ваш номер"),
                            QStringLiteral("Передать показания счётчика"),
                            QStringLiteral("Перед вами"),
                            QStringLiteral("3 человека"),
                            QStringLiteral("24 ноября 2026, 10:05"),
                            QStringLiteral("Приготовьте"),
                            QStringLiteral("Показания и номер лицевого счёта"),
                            QStringLiteral("Номер покажут на табло"),
                            QStringLiteral("Линия качества"),
                            QStringLiteral("8 800 000-00-00")};
    checkReads(plainTicket(), 576, QStringLiteral("rus"), texts);
    checkReads(plainTicket(), 384, QStringLiteral("rus"), texts);
}

TEST_CASE("a number reads as what it is, letter and digits")
{
    for (const int width : {384, 576}) {
        for (const char* const number : {"А015", "В036", "Ж128", "Е999", "М204"}) {
            TicketPaper paper = plainTicket();
            paper.number = number;
            // The reader wants letters of a usual size.
            const QImage band = imageOf(numberOn(laidOut(paper, width)))
                                    .convertToFormat(QImage::Format_Grayscale8)
                                    .scaledToHeight(48, Qt::SmoothTransformation);
            const auto read =
                readBy(QStringLiteral("tesseract"), band, {},
                       {QStringLiteral("stdout"), QStringLiteral("-l"), QStringLiteral("rus+eng"),
                        QStringLiteral("--psm"), QStringLiteral("7")});
            if (read) {
                INFO(read->toStdString());
                CHECK(alike(letters(*read)) == alike(QString::fromUtf8(number)));
            }
        }
    }
}

TEST_CASE("a right to wait less is told, white on black")
{
    // The reader finds white letters only where little stands around them.
    TicketPaper paper = longTicket();
    paper.wait.reset();
    for (const int width : {384, 576}) {
        checkReads(paper, width, QStringLiteral("rus"), {QStringLiteral("Льготная очередь")});
    }
}

TEST_CASE("long Russian names are wrapped, not cut")
{
    for (const int width : {384, 576}) {
        checkReads(longTicket(), width, QStringLiteral("rus"),
                   {QStringLiteral("перерасчёт"), QStringLiteral("за период"),
                    QStringLiteral("отсутствия"), QStringLiteral("21 человек"),
                    QStringLiteral("50-100 мин"), QStringLiteral("квитанция"),
                    QStringLiteral("за последний")});
    }
}

TEST_CASE("an English ticket reads as it was written")
{
    checkReads(englishTicket(), 576, QStringLiteral("eng"),
               {QStringLiteral("Engels Service Centre"), QStringLiteral("Your number"),
                QStringLiteral("Pay a bill at the cash desk"), QStringLiteral("nobody"),
                QStringLiteral("24 November 2026, 10:05"), QStringLiteral("called aloud")});
}

TEST_CASE("the font has every letter that a ticket can need")
{
    REQUIRE(ui::loadFonts());
    CHECK(missingGlyphs(allPaperWords()).empty());
    CHECK(missingGlyphs({"АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                         "ӘҒҚҢӨҰҮҺІ әғқңөұүһі", "«»„“№—–…0123456789 ₽"})
              .empty());

    QFile file(QStringLiteral(TALON_SOURCE_DIR "/packaging/offices/engels.json"));
    REQUIRE(file.open(QFile::ReadOnly));
    const auto office = wire::settingsFromJson(QJsonDocument::fromJson(file.readAll()).object());
    REQUIRE(office);
    std::vector<std::string> texts;
    for (const Service& service : office->services) {
        for (const Text& text : {service.name, service.bring}) {
            for (const auto& [language, words] : text) {
                texts.push_back(words);
            }
        }
    }
    REQUIRE(texts.size() > 20);
    CHECK(missingGlyphs(texts).empty());
}

TEST_CASE("letters that the font lacks are named, each once")
{
    REQUIRE(ui::loadFonts());
    CHECK(missingGlyphs({"счёт 漢字", "漢"}) == std::vector<std::string>{"字", "漢"});
}
