#pragma once

#include "shared/wire/arrivals_json.h"
#include "shared/wire/terminal_view.h"

#include <string>
#include <utility>

namespace talon::test {

/// Booked visitors of the day, three of them with the same last digits.
inline wire::Arrivals arrivalsOf(const wire::TerminalView& view)
{
    const auto booked = [&view](std::int64_t id, std::string code, std::chrono::minutes in) {
        return ArrivalBooking{.id = {id},
                              .code = std::move(code),
                              .phoneEnd = "0417",
                              .service = {3},
                              .day = view.day,
                              .at = view.office.now + in};
    };
    wire::Arrivals arrivals{.bookings = {booked(1, "7K3M", std::chrono::minutes(5)),
                                         booked(2, "EARLY", std::chrono::minutes(185)),
                                         booked(3, "LATE", std::chrono::minutes(-45)),
                                         booked(4, "OTHER", std::chrono::hours(48)),
                                         booked(5, "HERE", std::chrono::minutes(0)),
                                         booked(6, "GONE", std::chrono::minutes(0))}};
    arrivals.bookings[3].day += std::chrono::days(2);
    arrivals.bookings[4].state = BookingState::Arrived;
    arrivals.bookings[4].number = "В004";
    arrivals.bookings[5].state = BookingState::Cancelled;
    for (std::size_t i : {3, 4, 5}) {
        arrivals.bookings[i].phoneEnd.reset();
    }
    return arrivals;
}

} // namespace talon::test
