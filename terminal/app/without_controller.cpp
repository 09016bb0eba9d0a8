#include "terminal/app/without_controller.h"

#include <algorithm>

namespace talon::terminal {

namespace {

using Stretches = std::vector<wire::OpenStretch>;

bool covers(const Stretches& hours, Instant now)
{
    return std::ranges::any_of(
        hours, [now](const wire::OpenStretch& each) { return each.from <= now && now < each.to; });
}

std::optional<Instant> nextOpening(const Stretches& hours, Instant now)
{
    const auto next = std::ranges::find_if(
        hours, [now](const wire::OpenStretch& each) { return each.from > now; });
    return next == hours.end() ? std::nullopt : std::optional(next->from);
}

bool isForTheDay(ClosedReason why)
{
    return why == ClosedReason::Stopped || why == ClosedReason::DayLimit ||
           why == ClosedReason::LastTicket;
}

} // namespace

wire::TerminalView withoutController(const wire::TerminalView& last, Instant now)
{
    wire::TerminalView view = last;
    const bool isSameDay = now < last.dayEndsAt;
    view.office.now = now;
    view.office.open = covers(last.hours, now);
    view.office.opensAt = view.office.open ? std::nullopt : nextOpening(last.hours, now);
    for (wire::ServiceChoice& each : view.services) {
        each.waiting = 0;
        each.forecast.reset();
        if (isSameDay && each.closed && isForTheDay(*each.closed)) {
            continue;
        }
        const Stretches& hours = each.hours ? *each.hours : last.hours;
        each.closed.reset();
        each.opensAt.reset();
        if (!view.office.open) {
            each.closed = ClosedReason::OfficeClosed;
        } else if (!covers(hours, now)) {
            each.closed = ClosedReason::NotNow;
        }
        if (each.closed) {
            each.opensAt = nextOpening(hours, now);
        }
    }
    return view;
}

std::optional<Day> dayAt(const wire::TerminalView& last, Instant now)
{
    using std::chrono::days;
    if (now < last.dayEndsAt) {
        return last.day;
    }
    return now < last.dayEndsAt + days(1) ? std::optional(last.day + days(1)) : std::nullopt;
}

} // namespace talon::terminal
