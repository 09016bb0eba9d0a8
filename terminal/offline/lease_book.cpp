#include "terminal/offline/lease_book.h"

#include "shared/base/ensure.h"

#include <algorithm>
#include <map>

namespace talon::terminal {

std::string_view name(NoNumber reason)
{
    switch (reason) {
    case NoNumber::NoLeaseForDay: return "noLeaseForDay";
    case NoNumber::LeaseUsedUp: return "leaseUsedUp";
    case NoNumber::NotKept: return "notKept";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

void LeaseBook::hold(std::vector<LeasedDay> days)
{
    m_days = std::move(days);
}

void LeaseBook::give(Day day, const std::string& number)
{
    m_given.emplace(day, number);
}

std::optional<Day> LeaseBook::dayAt(Instant now) const
{
    for (const LeasedDay& day : m_days) {
        if (day.begins <= now && now < day.ends) {
            return day.day;
        }
    }
    return std::nullopt;
}

bool LeaseBook::isOpenAt(Instant now) const
{
    return std::ranges::any_of(m_days, [&](const LeasedDay& day) {
        return std::ranges::any_of(day.hours, [&](const OpenTime& time) {
            return time.opens <= now && now < time.closes;
        });
    });
}

Expected<TicketNumber, NoNumber> LeaseBook::next(ServiceId service, Day day) const
{
    const LeasedDay* const leased = find(day);
    NoNumber reason = NoNumber::NoLeaseForDay;
    if (leased != nullptr) {
        for (const NumberLease& lease : leased->leases) {
            if (lease.service != service) {
                continue;
            }
            reason = NoNumber::LeaseUsedUp;
            for (int serial = lease.first; serial <= lease.last; ++serial) {
                if (!isGiven(day, printedNumber(lease.prefix, serial))) {
                    return TicketNumber{.prefix = lease.prefix, .serial = serial};
                }
            }
        }
    }
    return Unexpected(reason);
}

int LeaseBook::left(ServiceId service, Day day) const
{
    const LeasedDay* const leased = find(day);
    int left = 0;
    if (leased != nullptr) {
        for (const NumberLease& lease : leased->leases) {
            for (int serial = lease.first; lease.service == service && serial <= lease.last;
                 ++serial) {
                left += isGiven(day, printedNumber(lease.prefix, serial)) ? 0 : 1;
            }
        }
    }
    return left;
}

bool LeaseBook::wantsMore(Instant now) const
{
    const auto today = dayAt(now);
    const bool hasLater = std::ranges::any_of(
        m_days, [&](const LeasedDay& day) { return today && day.day > *today; });
    if (!hasLater) {
        return true;
    }
    for (const LeasedDay& day : m_days) {
        std::map<ServiceId, int> largest;
        for (const NumberLease& lease : day.leases) {
            int& size = largest[lease.service];
            size = std::max(size, lease.last - lease.first + 1);
        }
        const bool low = std::ranges::any_of(largest, [&](const auto& entry) {
            return left(entry.first, day.day) * 2 < entry.second;
        });
        if (day.day >= *today && low) {
            return true;
        }
    }
    return false;
}

const LeasedDay* LeaseBook::find(Day day) const
{
    const auto found = std::ranges::find(m_days, day, &LeasedDay::day);
    return found == m_days.end() ? nullptr : &*found;
}

bool LeaseBook::isGiven(Day day, const std::string& number) const
{
    return m_given.contains({day, number});
}

} // namespace talon::terminal
