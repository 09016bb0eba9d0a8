#pragma once

#include <chrono>

namespace talon::journal {

/// How long the same request gets the same answer.
inline constexpr std::chrono::hours AnswersKept{7 * 24};

/// Pages in the -wal file before they are moved into the main one: 4 MiB.
inline constexpr int LogFramesMax = 1000;

} // namespace talon::journal
