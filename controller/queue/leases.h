#pragma once

#include "controller/queue/office.h"
#include "shared/domain/offline.h"

#include <optional>
#include <string_view>
#include <vector>

/// Numbers that terminals hold to give out by themselves: docs/offline.md.
///
///     А001 А002 А003 ...      usual numbers, upwards
///                             ... А9800-А9899 А9900-А9999   leases, from the top down
///
/// What is leased stays so until its day is over, whatever becomes of the terminal, the service or
/// its letters: nobody else gets these numbers as printed, so that none is given twice.
namespace talon::queue {

/// Numbers in one lease at most.
inline constexpr int LeaseSizeMax = 100;
/// Of a small range of numbers one lease takes one in so many, and all together one in so many.
inline constexpr int RangeALease = 20;
inline constexpr int RangeAllLeases = 4;
/// How far ahead the next day is looked for on which the office opens.
inline constexpr std::chrono::days LeaseAhead{14};

/// The lease that has this number on a day; null when nobody holds it.
const Lease* findLease(const Office& office, Day day, std::string_view prefix, int serial);

/// The next number that the office itself gives, or one beyond the service's last.
int nextSerial(const Office& office, const Service& service);

/// The days for which terminals hold numbers: the present one, and the next that has hours.
std::vector<Day> leasedDays(const Office& office);

/// What a terminal may give out on a day: of the services that it may show, as they are lettered
/// now.
std::vector<NumberLease>
leasesOf(const Office& office, DeviceId device, std::string_view holder, Day day);

/// What a terminal should get besides, so that it holds enough for this service on this day.
std::optional<NumberLease> topUp(const Office& office,
                                 const Service& service,
                                 DeviceId device,
                                 std::string_view holder,
                                 Day day);

} // namespace talon::queue
