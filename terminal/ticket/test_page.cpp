#include "terminal/ticket/test_page.h"

#include "terminal/ticket/sheet.h"

namespace talon::terminal {

namespace {

constexpr int Rows = 1200;
constexpr int Gap = 14;
constexpr int PatternRows = 64;

/// Eight fields from light to dark, by dots.
QImage greys(int width)
{
    QImage image(width, PatternRows, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < PatternRows; ++y) {
        for (int x = 0; x < width; ++x) {
            if ((3 * x + 5 * y) % 8 < 1 + 8 * x / width) {
                image.setPixelColor(x, y, Qt::black);
            }
        }
    }
    return image;
}

} // namespace

hw::Raster layOut(const TestPage& page, int widthDots)
{
    Sheet sheet(widthDots, Rows, 0);
    sheet.rule(4, 0); // Must reach both edges of the paper.
    sheet.skip(Gap);
    const Style middle{.size = 34, .weight = QFont::Bold, .align = Qt::AlignHCenter, .linesMax = 2};
    const Style plain{.size = 26, .align = Qt::AlignHCenter, .linesMax = 3};
    sheet.line(QStringLiteral("Пробный талон · Test page"), middle);
    sheet.skip(Gap);
    sheet.line(fromUtf8(page.printer), plain);
    sheet.line(fromUtf8(page.condition), plain);
    sheet.line(QStringLiteral("Talon ") + fromUtf8(page.version), plain);
    sheet.line(QStringLiteral("%1 dots, %2 mm").arg(widthDots).arg(widthDots / 8), plain);
    sheet.skip(Gap);
    for (const int size : {22, 28, 36}) {
        sheet.line(QStringLiteral("Съешь же ещё этих мягких французских булок"),
                   {.size = size, .linesMax = 4});
    }
    sheet.line(QStringLiteral("The quick brown fox jumps over the lazy dog"),
               {.size = 28, .linesMax = 4});
    sheet.line(QStringLiteral("ӘәҒғҚқҢңӨөҰұҮүҺһІі ӘәӨөҮүҖҗҢңҺһ"), {.size = 28, .linesMax = 4});
    sheet.skip(Gap);
    sheet.headline(QStringLiteral("А015"), 160, 40, Gap);
    sheet.picture(greys(widthDots), widthDots);
    sheet.skip(2 * Gap);
    if (const auto code = qrCode("talon:test")) {
        constexpr int SquareDots = 6;
        const int dots = code->size * SquareDots;
        sheet.code(*code, SquareDots, (widthDots - dots) / 2, sheet.y());
        sheet.skip(dots + 2 * Gap);
    }
    sheet.rule(4, 0);
    return sheet.finished(Gap);
}

} // namespace talon::terminal
