#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"

#include <array>
#include <cstddef>
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
    /// The last four digits of the visitor's telephone, who may type them instead of the code.
    std::optional<std::string> phoneEnd = {};

    friend bool operator==(const Booking&, const Booking&) = default;
};

/// As many as one office keeps, of today and days to come.
inline constexpr std::size_t BookingsMax = 10'000;

/// Whether a text is the end of a telephone number as bookings have it: four digits.
bool isPhoneEnd(std::string_view text);

/// A code as people may type it: capital letters, Latin and Russian, without blanks and hyphens.
/// Codes that are the same in this form are the same.
std::string plainCode(std::string_view code);

} // namespace talon
