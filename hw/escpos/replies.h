#pragma once

#include "hw/bytes.h"

#include <array>
#include <string>
#include <variant>
#include <vector>

namespace talon::hw::escpos {

/// The answer to `DLE EOT n`. It does not say which n it answers: ask one at a time.
struct EotReply
{
    std::byte bits{0};

    friend bool operator==(const EotReply&, const EotReply&) = default;
};

/// A status report that the printer sent by itself (ASB).
struct AsbReply
{
    std::array<std::byte, 4> bytes{};

    friend bool operator==(const AsbReply&, const AsbReply&) = default;
};

/// An answer with a header and an end: a process id, "buffers cleared", the maker's name.
struct BlockReply
{
    std::byte kind{0};
    std::string text;

    friend bool operator==(const BlockReply&, const BlockReply&) = default;
};

/// The answer to `GS r n`.
struct SensorReply
{
    std::byte bits{0};

    friend bool operator==(const SensorReply&, const SensorReply&) = default;
};

using Reply = std::variant<EotReply, AsbReply, BlockReply, SensorReply>;

inline constexpr std::byte BlockHead{0x37};
inline constexpr std::byte ProcessIdKind{0x22};
inline constexpr std::byte BuffersClearedKind{0x25};

/// Tells the kinds of answers apart in what comes from a printer, however it is cut into pieces:
///
///     0xx1xx10                  EOT
///     0xx1xx00 0xx0.... x 3     ASB
///     0x37 kind text... 0x00    block
///     0xx0....                  sensor, when none of the above is going on
///
/// Anything else (XON, XOFF, noise) is dropped.
class ReplyParser
{
public:
    std::vector<Reply> take(BytesView bytes);

private:
    void takeOne(std::byte byte, std::vector<Reply>& replies);

    Bytes m_unfinished; ///< An ASB report or a block that has begun.
};

} // namespace talon::hw::escpos
