#include "controller/queue/breaks.h"

#include "controller/queue/wall_time.h"

#include <algorithm>

namespace talon::queue {

std::optional<NextBreak> nextBreak(const Office& office, WindowId id, const OfficeTime& time)
{
    const Window* const window = findWindow(office.settings, id);
    const WindowDesk* const desk = findDesk(office, id);
    if (window == nullptr || desk == nullptr || desk->state == WindowState::Closed) {
        return std::nullopt;
    }
    const auto& breaks = breaksOf(office, *window);
    for (std::size_t i = static_cast<std::size_t>(desk->breaksBehind); i < breaks.size(); ++i) {
        const Instant begins = instantAt(time, breaks[i].begins);
        // Whoever comes to work after a break has begun has had it.
        const bool over = begins + breaks[i].length <= time.now;
        if (!over && begins >= desk->openedAt.value_or(begins)) {
            return NextBreak{
                .planned = breaks[i], .begins = begins, .breaksBehind = static_cast<int>(i) + 1};
        }
    }
    return std::nullopt;
}

bool isCovered(const Office& office, const Window& window)
{
    const auto byAnother = [&](ServiceId service) {
        return std::ranges::any_of(office.settings.windows, [&](const Window& other) {
            return other.id != window.id && !other.selfService && canServe(other, service) &&
                   office.desks.at(other.id).state == WindowState::Open;
        });
    };
    return std::ranges::all_of(window.services, byAnother) &&
           std::ranges::all_of(window.helpsWith, byAnother);
}

std::optional<NextBreak> dueBreak(const Office& office,
                                  const Window& window,
                                  std::chrono::milliseconds service,
                                  const OfficeTime& time)
{
    const auto next = nextBreak(office, window.id, time);
    if (!next) {
        return std::nullopt;
    }
    const auto tolerance = office.settings.rules.breakTolerance;
    const bool idle = service.count() == 0;
    const bool near = time.now >= (idle ? next->begins : next->begins - tolerance);
    const bool fits = !idle && time.now + service <= next->begins + tolerance;
    if (!near || fits || !(next->planned.evenAlone || isCovered(office, window))) {
        return std::nullopt;
    }
    return next;
}

} // namespace talon::queue
