#pragma once

#include "shared/base/expected.h"
#include "shared/domain/offline.h"
#include "shared/domain/ticket_number.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a terminal does while it has no controller: docs/offline.md.
namespace talon::terminal {

/// Why a terminal cannot give a ticket by itself.
enum class NoNumber {
    NoLeaseForDay, ///< It holds no numbers of the service for that day, or does not know the day.
    LeaseUsedUp,   ///< It gave all that it held.
    NotKept,       ///< Its store could not keep the ticket; so it was not given.
};

std::string_view name(NoNumber reason);

/// The numbers that this terminal holds, and which of them it gave. Pure.
class LeaseBook
{
public:
    /// All that is held from now on, in place of what was. What was given stays given.
    void hold(std::vector<LeasedDay> days);

    /// This number is given; whether it is held any more does not matter.
    void give(Day day, const std::string& number);

    const std::vector<LeasedDay>& days() const { return m_days; }

    /// The business day at a moment, as far as it is known here.
    std::optional<Day> dayAt(Instant now) const;

    /// Whether the office receives visitors, by the hours that it told with the numbers.
    bool isOpenAt(Instant now) const;

    /// The number that the next visitor for a service gets.
    Expected<TicketNumber, NoNumber> next(ServiceId service, Day day) const;

    int left(ServiceId service, Day day) const;

    /// Whether the controller should be asked: today or the next day is not known, or less than
    /// half of a lease is left.
    bool wantsMore(Instant now) const;

private:
    const LeasedDay* find(Day day) const;
    bool isGiven(Day day, const std::string& number) const;

    std::vector<LeasedDay> m_days;
    std::set<std::pair<Day, std::string>> m_given;
};

} // namespace talon::terminal
