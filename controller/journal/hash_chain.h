#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Each event's hash covers the event and the hash before it, so that a bit that changed on the
/// disk, or a row that somebody edited, shows. BLAKE2b, 256 bits; whole numbers as eight bytes,
/// lowest first; texts with their length before them.
namespace talon::journal {

using Hash = std::array<unsigned char, 32>;

/// What an event's row says, but for its hash.
struct EventRow
{
    std::int64_t seq = 0;
    std::int64_t at = 0;  ///< UTC milliseconds.
    std::int64_t day = 0; ///< Days since 1970-01-01.
    std::string_view by;
    std::string_view kind;
    std::string_view body;
};

/// The hash of a row that follows one with the hash `previous`; all zero before the first.
Hash chained(const Hash& previous, const EventRow& row);

/// The hash of a snapshot taken after the event `seq`, whose hash was `last`.
Hash snapshotHash(const Hash& last, std::int64_t seq, std::string_view office);

} // namespace talon::journal
