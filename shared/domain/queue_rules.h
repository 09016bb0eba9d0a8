#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <array>
#include <chrono>
#include <string_view>

/// What an office can choose about its order of service, within safe limits.
/// docs/rule-of-service.md says for a manager what follows from each.
namespace talon {

/// Who of those that a window may call is called first.
enum class ServiceOrder {
    EarliestDue,    ///< Whoever is due first. The only one with a bound for everybody.
    FirstCome,      ///< Whoever joined first; categories and bookings count for nothing.
    StrictPriority, ///< Categories before bookings before all others; each as they joined.
    LongestWait,    ///< Whoever waits longest; a booking waits from its booked time on.
};

inline constexpr std::array ServiceOrders{ServiceOrder::EarliestDue, ServiceOrder::FirstCome,
                                          ServiceOrder::StrictPriority, ServiceOrder::LongestWait};

/// The name used in the journal and on the wire.
std::string_view name(ServiceOrder order);

struct QueueRules
{
    ServiceOrder order = ServiceOrder::EarliestDue;

    /// How much earlier the next service in turn on the same ticket is due; 0 to 60 min.
    std::chrono::minutes nextServiceHeadStart{0};

    int recallsBeforeNoShow = 0;           ///< Before a visitor may be given up as absent; 0 to 5.
    std::chrono::minutes returnWithin{30}; ///< An absent visitor may come back; 0 (never) to 480.
    std::chrono::minutes returnDelay{5};   ///< And is then due so much later; 0 to 240.

    std::chrono::minutes bookingEarliest{60}; ///< Check-in before the booked time; 5 to 480.
    std::chrono::minutes bookingGrace{10};    ///< Late by no more: as if on time; 0 to 120.
    /// Late by so much: waits like a walk-in; between the two it grows. Above the grace, to 240.
    std::chrono::minutes bookingLate{30};

    std::chrono::minutes breakTolerance{5}; ///< A break may begin so much late or early; 0 to 30.
    std::chrono::minutes stationOffer{2};   ///< A self-service station waits for whom it called.

    std::chrono::seconds undoWithin{60}; ///< A clerk may take back the last action; 0 to 600.

    bool lastTicket = true; ///< No more tickets for what cannot be served before closing.
    /// After closing, who still waits is sent home; 0 to 720 min.
    std::chrono::minutes dropAfterClosing{120};

    friend bool operator==(const QueueRules&, const QueueRules&) = default;
};

/// Names the first value outside its limits, as its field on the wire.
Expected<Done, ParseError> check(const QueueRules& rules);

} // namespace talon
