#include "controller/queue/rule.h"

#include <algorithm>

namespace talon::queue {

namespace {

/// The earliest due of those who wait for any of these services.
std::optional<WaitingPlace> earliest(const Office& office, const std::vector<ServiceId>& services)
{
    std::optional<WaitingPlace> best;
    for (const ServiceId service : services) {
        const auto places = office.waiting.find(service);
        if (places == office.waiting.end() || places->second.empty()) {
            continue;
        }
        if (const WaitingPlace& first = *places->second.begin(); !best || first < *best) {
            best = first;
        }
    }
    return best;
}

} // namespace

Instant dueFor(const OfficeSettings& settings,
               ServiceId service,
               std::optional<CategoryId> category,
               Instant joinedAt)
{
    auto target = findService(settings, service)->target;
    if (category) {
        target = std::min(target, findCategory(settings, *category)->target);
    }
    return joinedAt + target;
}

std::optional<NextVisit> nextFor(const Office& office, const Window& window, Instant now)
{
    const auto own = earliest(office, window.services);
    const auto other = earliest(office, window.helpsWith);
    const bool helping = other && (!own || (other->due <= now && *other < *own));
    const auto& chosen = helping ? other : own;
    if (!chosen) {
        return std::nullopt;
    }
    const Visit& visit = office.visits.at(chosen->visit);
    return NextVisit{
        .visit = visit.id,
        // A clock that was set back makes nobody wait less than not at all.
        .reason = {.waited = std::max(now - visit.joinedAt, std::chrono::milliseconds{0}),
                   .target = visit.due - visit.joinedAt,
                   .helping = helping},
    };
}

} // namespace talon::queue
