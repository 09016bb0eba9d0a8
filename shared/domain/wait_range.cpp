#include "shared/domain/wait_range.h"

#include <algorithm>

namespace talon {

namespace {

constexpr int Hour = 60;

int stepAt(std::int64_t minutes)
{
    return minutes < Hour ? 5 : 10;
}

} // namespace

WaitMinutes inMinutes(const WaitRange& range)
{
    const std::int64_t low = std::chrono::floor<std::chrono::minutes>(range.low).count();
    const std::int64_t high = std::chrono::ceil<std::chrono::minutes>(range.high).count();
    const int from = static_cast<int>(low / stepAt(low) * stepAt(low));
    const int step = stepAt(high);
    const int to = static_cast<int>((high + step - 1) / step * step);
    return {.from = from, .to = std::max(to, from + 5)};
}

} // namespace talon
