#include "hw/probe/test_slip.h"

namespace talon::hw {
namespace {

constexpr int Rows = 320;
constexpr int DotsPerMm = 8;
constexpr int LineDots = 3;

constexpr int RulerTop = 16;
constexpr int StepsTop = 80;
constexpr int StepsRows = 96;
constexpr int BarTop = 200;
constexpr int BarRows = 80;

bool isFrame(int x, int y, int width)
{
    return x < LineDots || y < LineDots || x >= width - LineDots || y >= Rows - LineDots;
}

bool isRuler(int x, int y)
{
    const int mark = x % (10 * DotsPerMm) == 0 ? 48 : x % (5 * DotsPerMm) == 0 ? 32 : 16;
    return x % DotsPerMm == 0 && y >= RulerTop && y < RulerTop + mark;
}

/// Eight fields, each with one dot more in every eight.
bool isStep(int x, int y, int width)
{
    const int black = 1 + 8 * x / width;
    return y >= StepsTop && y < StepsTop + StepsRows && (3 * x + 5 * y) % 8 < black;
}

bool isBar(int x, int y, int width)
{
    return y >= BarTop && y < BarTop + BarRows && x >= 4 * DotsPerMm && x < width - 4 * DotsPerMm;
}

} // namespace

Raster testSlip(int widthDots)
{
    Raster slip = whiteRaster(widthDots, Rows);
    for (int y = 0; y < Rows; ++y) {
        for (int x = 0; x < widthDots; ++x) {
            if (isFrame(x, y, widthDots) || isRuler(x, y) || isStep(x, y, widthDots) ||
                isBar(x, y, widthDots)) {
                setBlack(slip, x, y);
            }
        }
    }
    return slip;
}

} // namespace talon::hw
