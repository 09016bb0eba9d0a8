#include "controller/queue/rule.h"

#include "shared/base/ensure.h"

#include <algorithm>

namespace talon::queue {

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

struct First
{
    Line line;
    WaitingPlace place;
};

void take(std::optional<First>& best, Lines::const_iterator line)
{
    if (const WaitingPlace& first = *line->second.begin(); !best || first < best->place) {
        best = First{.line = line->first, .place = first};
    }
}

/// The first of those who wait for any of these services at whatever window.
std::optional<First> firstOf(const Lines& lines, const std::vector<ServiceId>& services)
{
    std::optional<First> best;
    for (const ServiceId service : services) {
        if (const auto line = lines.find({.onlyAt = {}, .service = service}); line != lines.end()) {
            take(best, line);
        }
    }
    return best;
}

/// Whose turn it is by class: 2 for a category, 1 for a booking.
int classOf(const Visit& visit)
{
    if (visit.category) {
        return 2;
    }
    return visit.bookedFor ? 1 : 0;
}

} // namespace

minutes
targetFor(const OfficeSettings& settings, ServiceId service, std::optional<CategoryId> category)
{
    const Service* const known = findService(settings, service);
    TALON_ENSURE(known != nullptr);
    const PriorityCategory* const by = category ? findCategory(settings, *category) : nullptr;
    return by == nullptr ? known->target : std::min(known->target, by->target);
}

Instant dueFor(const OfficeSettings& settings,
               ServiceId service,
               std::optional<CategoryId> category,
               Instant joinedAt)
{
    return joinedAt + targetFor(settings, service, category);
}

Instant dueForBooked(const OfficeSettings& settings,
                     ServiceId service,
                     std::optional<CategoryId> category,
                     Instant bookedFor,
                     Instant arrivedAt)
{
    const QueueRules& rules = settings.rules;
    const minutes target = targetFor(settings, service, category);
    const milliseconds late = arrivedAt - bookedFor;
    if (late <= rules.bookingGrace) {
        return bookedFor;
    }
    const milliseconds beyond = late - rules.bookingGrace;
    const milliseconds whole = rules.bookingLate - rules.bookingGrace;
    return arrivedAt + milliseconds{target} * std::min(beyond, whole).count() / whole.count();
}

Instant dueForOngoing(const OfficeSettings& settings, const Visit& visit, ServiceId service)
{
    const bool asBooked = visit.bookedFor && visit.stages.empty() && service == visit.service;
    const Instant due =
        asBooked ? dueForBooked(settings, service, visit.category, *visit.bookedFor, visit.joinedAt)
                 : dueFor(settings, service, visit.category, visit.joinedAt);
    return std::max(due, visit.notBefore);
}

Instant placeOf(const OfficeSettings& settings, const Visit& visit)
{
    // Longer than any day: a class never meets the next.
    constexpr std::chrono::hours ClassApart{1000};
    switch (settings.rules.order) {
    case ServiceOrder::EarliestDue: return visit.due;
    case ServiceOrder::FirstCome: return std::max(visit.joinedAt, visit.notBefore);
    case ServiceOrder::StrictPriority:
        return std::max(visit.joinedAt, visit.notBefore) - classOf(visit) * ClassApart;
    case ServiceOrder::LongestWait:
        return std::max(visit.bookedFor.value_or(visit.joinedAt), visit.notBefore);
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

std::optional<Choice> chooseFrom(const Lines& lines, const Window& window, Instant now)
{
    auto own = firstOf(lines, window.services);
    for (auto line = lines.lower_bound({.onlyAt = window.id, .service = {}});
         line != lines.end() && line->first.onlyAt == window.id; ++line) {
        take(own, line);
    }
    const auto other = firstOf(lines, window.helpsWith);
    const bool helping = other && (!own || (other->place.due <= now && other->place < own->place));
    const auto& chosen = helping ? other : own;
    if (!chosen) {
        return std::nullopt;
    }
    return Choice{.place = chosen->place, .line = chosen->line, .helping = helping};
}

CallReason reasonFor(const Visit& visit, bool helping, Instant now)
{
    return {
        // A clock that was set back makes nobody wait less than not at all.
        .waited = std::max(now - visit.joinedAt, milliseconds{0}),
        .target = visit.due - visit.joinedAt,
        .helping = helping,
        .onlyHere = visit.onlyAt.has_value(),
        .category = visit.category,
        .bookedFor = visit.bookedFor,
        .outOfTurn = {},
    };
}

} // namespace talon::queue
