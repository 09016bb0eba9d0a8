#pragma once

#include "hw/bytes.h"

/// Real-time commands, `DLE EOT n`, `DLE ENQ n` and `DLE DC4 ...`, are obeyed the moment they
/// arrive, even in the middle of a picture: one that chance drew there makes the printer answer,
/// drop its buffer or open a cash drawer.
namespace talon::hw::escpos {

inline constexpr std::byte Dle{0x10};
inline constexpr std::byte Eot{0x04};
inline constexpr std::byte Enq{0x05};
inline constexpr std::byte Dc4{0x14};

/// Whether these two bytes in turn begin a real-time command.
bool beginsRealTime(std::byte first, std::byte second);

/// Breaks every such pair in the data of a picture by blackening one dot beside a black one in
/// the second byte (0x04 becomes 0x0C, and so on): nobody sees it, and the new byte cannot form
/// another pair.
void makeSafe(std::span<std::byte> pictureBytes);

} // namespace talon::hw::escpos
