#pragma once

#include "hw/bytes.h"

namespace talon::hw {

/// A picture for a thermal head: one bit a dot, black is 1, the leftmost dot in the highest bit,
/// each row in whole bytes. The dots that fill up the last byte of a row stay white.
struct Raster
{
    int widthDots = 0;
    int heightRows = 0;
    Bytes bits; ///< rowBytes(widthDots) * heightRows of them.

    friend bool operator==(const Raster&, const Raster&) = default;
};

constexpr std::size_t rowBytes(int widthDots)
{
    return (static_cast<std::size_t>(widthDots) + 7) / 8;
}

Raster whiteRaster(int widthDots, int heightRows);

bool isBlack(const Raster& raster, int x, int y);
void setBlack(Raster& raster, int x, int y);

BytesView row(const Raster& raster, int y);

/// Adds rows below; an empty raster takes the other's width, otherwise wider rows are cut off and
/// narrower ones filled up with white, as a paper roll does.
void appendRows(Raster& paper, const Raster& rows);
void appendWhiteRows(Raster& paper, int heightRows);

} // namespace talon::hw
