#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/visit.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a terminal needs to give tickets while it has no controller, and what it gives back
/// afterwards: docs/offline.md.
namespace talon {

/// Numbers of one service that one terminal may give by itself on one day.
struct NumberLease
{
    ServiceId service;
    std::string prefix; ///< Letters of the numbers, as they were when it was given.
    int first = 0;
    int last = 0;

    friend bool operator==(const NumberLease&, const NumberLease&) = default;
};

struct OpenTime
{
    Instant opens;
    Instant closes;

    friend bool operator==(const OpenTime&, const OpenTime&) = default;
};

/// A business day as a terminal without a controller must know it, with its numbers for that day.
struct LeasedDay
{
    Day day{};
    Instant begins; ///< Of the business day, not of the opening hours.
    Instant ends;
    std::vector<OpenTime> hours; ///< When the office receives visitors.
    std::vector<NumberLease> leases;

    friend bool operator==(const LeasedDay&, const LeasedDay&) = default;
};

/// A ticket that a terminal gave by itself.
struct OfflineTicket
{
    ServiceId service;
    std::optional<CategoryId> category;
    std::string language = "ru"; ///< To be called in.
    int people = 1;
    std::optional<BookingId> booking; ///< Of a visitor who was booked, as far as was known.
    Day day{};
    int serial = 0;
    std::string number; ///< As printed.
    Instant takenAt;
    PrintOutcome paper = PrintOutcome::NotReported;
    /// The key of the request to the controller that this ticket stands in for: nobody had heard
    /// an answer to it. Empty when there was none.
    std::string instead;
    std::string store; ///< Of the terminal: whose numbers it gives, whatever its credential is.

    friend bool operator==(const OfflineTicket&, const OfflineTicket&) = default;
};

/// Why a ticket that was handed over became no visit.
enum class LateReason {
    DayOver,     ///< Its business day had ended.
    ServiceGone, ///< The office no longer has its service.
    NumberTaken, ///< Another visitor has this number, or it is none.
};

inline constexpr std::array LateReasons{LateReason::DayOver, LateReason::ServiceGone,
                                        LateReason::NumberTaken};

/// The name used in the journal and on the wire.
std::string_view name(LateReason reason);

} // namespace talon
