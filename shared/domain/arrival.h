#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/booking.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A visitor with an appointment shows or types something; which appointment is it, and may they
/// come in with it now? Judged by a terminal from a list that it keeps, also while the controller
/// cannot be reached.
namespace talon {

/// What is to be said to the visitor.
enum class Appointment {
    OnTime,      ///< May check in as if on time.
    Several,     ///< More than one is meant: the visitor says which.
    Early,       ///< Check-in is not yet possible.
    Late,        ///< May check in; waits longer for it.
    WrongDay,    ///< It is for another day.
    WrongOffice, ///< The code was given out by another office.
    AlreadyHere, ///< Checked in before: there is a ticket.
    Cancelled,
    Unknown,     ///< No such appointment among those of these days.
    NotABooking, ///< Not a code at all: a ticket, a badge, somebody's website.
};

inline constexpr std::array Appointments{Appointment::OnTime,      Appointment::Several,
                                         Appointment::Early,       Appointment::Late,
                                         Appointment::WrongDay,    Appointment::WrongOffice,
                                         Appointment::AlreadyHere, Appointment::Cancelled,
                                         Appointment::Unknown,     Appointment::NotABooking};

std::string_view name(Appointment appointment);

/// A booking as a terminal knows it.
struct ArrivalBooking
{
    BookingId id;
    std::string code;
    std::optional<std::string> phoneEnd; ///< Four digits.
    ServiceId service;
    Day day{};
    Instant at;
    BookingState state = BookingState::Expected;
    std::optional<std::string> number; ///< Of the ticket, once arrived.

    friend bool operator==(const ArrivalBooking&, const ArrivalBooking&) = default;
};

/// The moment by which arrivals are judged, and how far from the booked time they may be.
struct ArrivalTime
{
    Day today{};
    Instant now;
    std::chrono::minutes earliest{60}; ///< QueueRules::bookingEarliest.
    std::chrono::minutes grace{10};    ///< QueueRules::bookingGrace.

    friend bool operator==(const ArrivalTime&, const ArrivalTime&) = default;
};

struct FoundAppointment
{
    Appointment appointment = Appointment::Unknown;
    std::vector<std::size_t> which; ///< Places in the list, by booked time; none when unknown.

    friend bool operator==(const FoundAppointment&, const FoundAppointment&) = default;
};

/// One booking, once it is known which.
Appointment judge(const ArrivalBooking& booking, const ArrivalTime& time);

/// The input is what a scanner read ("TALON-B1 saratov-2 7K3M"), a code as typed, or the last four
/// digits of a telephone. A code's letters may be small, its blanks and hyphens are passed over.
/// An empty office code tells no office from another.
FoundAppointment findAppointment(std::string_view input,
                                 const std::vector<ArrivalBooking>& bookings,
                                 const std::string& officeCode,
                                 const ArrivalTime& time);

} // namespace talon
