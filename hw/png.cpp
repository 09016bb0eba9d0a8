#include "hw/png.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace talon::hw {
namespace {

constexpr std::uint32_t DotsPerMetre = 7992; // 203 dpi
constexpr std::size_t StoredBlockBytesMax = 65535;

void appendBigEndian(Bytes& to, std::uint32_t value)
{
    for (const int shift : {24, 16, 8, 0}) {
        to.push_back(static_cast<std::byte>(value >> shift & 0xFF));
    }
}

std::uint32_t crc32(BytesView bytes)
{
    std::uint32_t crc = 0xFFFFFFFF;
    for (const std::byte byte : bytes) {
        crc ^= std::to_integer<std::uint32_t>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
    }
    return ~crc;
}

std::uint32_t adler32(BytesView bytes)
{
    std::uint32_t low = 1;
    std::uint32_t high = 0;
    for (const std::byte byte : bytes) {
        low = (low + std::to_integer<std::uint32_t>(byte)) % 65521;
        high = (high + low) % 65521;
    }
    return high << 16 | low;
}

void appendChunk(Bytes& to, std::string_view kind, BytesView content)
{
    appendBigEndian(to, static_cast<std::uint32_t>(content.size()));
    const std::size_t checkedFrom = to.size();
    append(to, std::as_bytes(std::span(kind)));
    append(to, content);
    appendBigEndian(to, crc32(BytesView(to).subspan(checkedFrom)));
}

/// The zlib stream of bytes that are stored as they are.
Bytes stored(BytesView bytes)
{
    Bytes stream = bytesOf(0x78, 0x01);
    for (std::size_t at = 0; at < bytes.size(); at += StoredBlockBytesMax) {
        const BytesView block = bytes.subspan(at, std::min(StoredBlockBytesMax, bytes.size() - at));
        const std::size_t size = block.size();
        const bool last = at + size == bytes.size();
        append(stream,
               bytesOf(last ? 1 : 0, size & 0xFF, size >> 8, ~size & 0xFF, ~size >> 8 & 0xFF));
        append(stream, block);
    }
    appendBigEndian(stream, adler32(bytes));
    return stream;
}

} // namespace

Bytes pngOf(const Raster& raster)
{
    Bytes png = bytesOf(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');

    Bytes header;
    appendBigEndian(header, static_cast<std::uint32_t>(raster.widthDots));
    appendBigEndian(header, static_cast<std::uint32_t>(raster.heightRows));
    append(header, bytesOf(1, 0, 0, 0, 0)); // one bit a dot, shades of grey, not interlaced
    appendChunk(png, "IHDR", header);

    Bytes density;
    appendBigEndian(density, DotsPerMetre);
    appendBigEndian(density, DotsPerMetre);
    density.push_back(std::byte{1});
    appendChunk(png, "pHYs", density);

    Bytes rows;
    for (int y = 0; y < raster.heightRows; ++y) {
        rows.push_back(std::byte{0}); // no filter
        for (const std::byte byte : row(raster, y)) {
            rows.push_back(~byte); // in a PNG white is 1
        }
    }
    appendChunk(png, "IDAT", stored(rows));
    appendChunk(png, "IEND", {});
    return png;
}

} // namespace talon::hw
