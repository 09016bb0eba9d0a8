#include "hw/escpos/encoder.h"

#include "hw/escpos/real_time.h"
#include "shared/base/ensure.h"

#include <algorithm>
#include <cstdint>

namespace talon::hw::escpos {
namespace {

constexpr int Esc = 0x1B;
constexpr int Gs = 0x1D;

} // namespace

ProcessId processIdOf(std::int64_t job)
{
    ProcessId id{};
    std::int64_t rest = job < 0 ? -(job + 1) : job;
    for (std::size_t i = id.size(); i-- > 0; rest /= 10) {
        id[i] = static_cast<char>('0' + rest % 10);
    }
    return id;
}

Bytes initialise()
{
    return bytesOf(Esc, '@');
}

Bytes rasterBands(const Raster& raster, int bandRows)
{
    TALON_ENSURE(bandRows > 0);
    const std::size_t width = rowBytes(raster.widthDots);
    TALON_ENSURE(width <= 0xFFFF);
    Bytes bytes;
    bytes.reserve(raster.bits.size() + 64);
    for (int y = 0; y < raster.heightRows; y += bandRows) {
        const auto rows = static_cast<std::size_t>(std::min(bandRows, raster.heightRows - y));
        append(bytes, bytesOf(Gs, 'v', '0', 0, width & 0xFF, width >> 8, rows & 0xFF, rows >> 8));
        const std::size_t pictureFrom = bytes.size();
        append(bytes,
               BytesView(raster.bits).subspan(static_cast<std::size_t>(y) * width, rows * width));
        makeSafe(std::span(bytes).subspan(pictureFrom));
    }
    return bytes;
}

Bytes feed(int rows)
{
    Bytes bytes;
    for (; rows > 0; rows -= 255) {
        append(bytes, bytesOf(Esc, 'J', std::min(rows, 255)));
    }
    return bytes;
}

Bytes cut()
{
    return bytesOf(Gs, 'V', 66, 0);
}

Bytes watchStatus()
{
    return bytesOf(Gs, 'a', 0x0F);
}

Bytes askStatus(int n)
{
    TALON_ENSURE(n >= 1 && n <= 4);
    return {Dle, Eot, static_cast<std::byte>(n)};
}

Bytes askProcessId(const ProcessId& id)
{
    return bytesOf(Gs, '(', 'H', 6, 0, 48, 48, id[0], id[1], id[2], id[3]);
}

Bytes askSensor()
{
    return bytesOf(Gs, 'r', 1);
}

Bytes clearBuffers()
{
    Bytes bytes{Dle, Dc4};
    append(bytes, bytesOf(8, 1, 3, 20, 1, 6, 2, 8));
    return bytes;
}

Bytes slip(const Raster& raster, const Model& model, const ProcessId& id)
{
    Bytes bytes = initialise();
    append(bytes, watchStatus()); // ESC @ has switched it off on some printers
    append(bytes, rasterBands(raster, model.bandRows));
    append(bytes, feed(model.feedBeforeCutRows));
    append(bytes, cut());
    switch (model.confirmation) {
    case Confirmation::ProcessId: append(bytes, askProcessId(id)); break;
    case Confirmation::SensorReply: append(bytes, askSensor()); break;
    }
    return bytes;
}

Bytes silentSlip(const Raster& raster, const Model& model)
{
    Bytes bytes = initialise();
    append(bytes, rasterBands(raster, model.bandRows));
    append(bytes, feed(model.feedBeforeCutRows));
    append(bytes, cut());
    return bytes;
}

} // namespace talon::hw::escpos
