#include "hw/raster.h"

#include "shared/base/ensure.h"

#include <algorithm>

namespace talon::hw {
namespace {

std::size_t byteAt(const Raster& raster, int x, int y)
{
    TALON_ENSURE(x >= 0 && x < raster.widthDots && y >= 0 && y < raster.heightRows);
    return static_cast<std::size_t>(y) * rowBytes(raster.widthDots) +
           static_cast<std::size_t>(x) / 8;
}

std::byte maskOf(int x)
{
    return std::byte{0x80} >> (x % 8);
}

} // namespace

Raster whiteRaster(int widthDots, int heightRows)
{
    TALON_ENSURE(widthDots >= 0 && heightRows >= 0);
    return {.widthDots = widthDots,
            .heightRows = heightRows,
            .bits = Bytes(rowBytes(widthDots) * static_cast<std::size_t>(heightRows))};
}

bool isBlack(const Raster& raster, int x, int y)
{
    return (raster.bits[byteAt(raster, x, y)] & maskOf(x)) != std::byte{0};
}

void setBlack(Raster& raster, int x, int y)
{
    raster.bits[byteAt(raster, x, y)] |= maskOf(x);
}

BytesView row(const Raster& raster, int y)
{
    TALON_ENSURE(y >= 0 && y < raster.heightRows);
    const std::size_t size = rowBytes(raster.widthDots);
    return BytesView(raster.bits).subspan(static_cast<std::size_t>(y) * size, size);
}

void appendRows(Raster& paper, const Raster& rows)
{
    if (paper.widthDots == 0) {
        paper.widthDots = rows.widthDots;
    }
    const std::size_t size = rowBytes(paper.widthDots);
    const std::size_t taken = std::min(size, rowBytes(rows.widthDots));
    for (int y = 0; y < rows.heightRows; ++y) {
        append(paper.bits, row(rows, y).first(taken));
        paper.bits.resize(paper.bits.size() + size - taken);
    }
    paper.heightRows += rows.heightRows;
}

void appendWhiteRows(Raster& paper, int heightRows)
{
    paper.heightRows += heightRows;
    paper.bits.resize(rowBytes(paper.widthDots) * static_cast<std::size_t>(paper.heightRows));
}

} // namespace talon::hw
