#pragma once

#include "shared/domain/offline.h"

#include <vector>

namespace talon::test {

inline constexpr Day OfflineDay{std::chrono::year{2026} / std::chrono::November / 24};

/// A moment of that day by its clock, which is UTC here.
inline Instant offlineAt(std::chrono::minutes minute)
{
    return OfflineDay + minute;
}

/// That day and the next but one, open from 8 to 17, with numbers of two services for each.
inline std::vector<LeasedDay> leasedDays(int numbers = 100)
{
    using namespace std::chrono_literals;
    std::vector<LeasedDay> days;
    for (const Day day : {OfflineDay, OfflineDay + std::chrono::days{2}}) {
        days.push_back(
            {.day = day,
             .begins = Instant(day),
             .ends = Instant(day) + 24h,
             .hours = {{.opens = Instant(day) + 8h, .closes = Instant(day) + 17h}},
             .leases = {{.service = {1}, .prefix = "А", .first = 10'000 - numbers, .last = 9999},
                        {.service = {2}, .prefix = "Б", .first = 10'000 - numbers, .last = 9999}}});
    }
    return days;
}

} // namespace talon::test
