#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace talon {

/// Where an appointment is in its life.
enum class BookingState {
    Expected, ///< Its visitor has not come yet.
    Arrived,  ///< Checked in; the visit tells the rest.
    Missed,   ///< Did not come by the end of the tolerance; may still come, late.
    Cancelled,
};

inline constexpr std::array BookingStates{BookingState::Expected, BookingState::Arrived,
                                          BookingState::Missed, BookingState::Cancelled};

/// The name used in the journal and on the wire.
std::string_view name(BookingState state);

/// An appointment for one service. Who booked is not kept here: the queue needs no names.
struct Booking
{
    BookingId id;
    std::string code; ///< What the visitor shows or types, e.g. "7K3M"; unique among those kept.
    ServiceId service;
    Day day{}; ///< The business day.
    Instant at;
    BookingState state = BookingState::Expected;
    std::optional<VisitId> visit; ///< Once arrived.

    friend bool operator==(const Booking&, const Booking&) = default;
};

} // namespace talon
