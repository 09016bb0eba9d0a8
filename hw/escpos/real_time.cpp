#include "hw/escpos/real_time.h"

namespace talon::hw::escpos {

bool beginsRealTime(std::byte first, std::byte second)
{
    return first == Dle && (second == Eot || second == Enq || second == Dc4);
}

void makeSafe(std::span<std::byte> pictureBytes)
{
    for (std::size_t i = 1; i < pictureBytes.size(); ++i) {
        if (beginsRealTime(pictureBytes[i - 1], pictureBytes[i])) {
            pictureBytes[i] |= std::byte{0x08};
        }
    }
}

} // namespace talon::hw::escpos
