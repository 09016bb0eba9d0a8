#pragma once

#include <chrono>

namespace talon {

/// How long somebody will wait, as an honest range: the wait ends within it 80 times in 100.
struct WaitRange
{
    std::chrono::seconds low{0};
    std::chrono::seconds high{0}; ///< Not below low.

    friend bool operator==(const WaitRange&, const WaitRange&) = default;
};

/// A range as people are told it: rounded outwards to steps of five minutes, from an hour on of
/// ten, so that it promises nothing more than the range does.
struct WaitMinutes
{
    int from = 0;
    int to = 5; ///< Above from.

    friend bool operator==(const WaitMinutes&, const WaitMinutes&) = default;
};

WaitMinutes inMinutes(const WaitRange& range);

} // namespace talon
