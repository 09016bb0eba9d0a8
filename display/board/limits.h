#pragma once

#include <chrono>
#include <cstddef>

namespace talon::board {

using namespace std::chrono_literals;

/// A call older than this is shown, not announced: whoever had to hear it has gone or asked.
inline constexpr std::chrono::milliseconds CallLife = 60s;

/// How long a call stands out as new.
inline constexpr std::chrono::milliseconds FreshFor = 20s;

/// A call stays among those of now at least so long, even when its visitor sat down at once: others
/// have just heard the chime and look up.
inline constexpr std::chrono::milliseconds PresentAtLeast = 8s;

inline constexpr std::size_t RecentMax = 12;

/// How many announced calls are remembered; far more than are made within two lives of a call.
inline constexpr std::size_t AnnouncedMax = 1024;

} // namespace talon::board
