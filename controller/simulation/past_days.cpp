#include "controller/simulation/past_days.h"

#include "controller/simulation/measures.h"

#include <algorithm>

namespace talon::simulation {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr minutes AwayAtLeast{15};
constexpr minutes WaitedMeanwhile{5};

/// A stage, or what the visit has of its present service.
struct Part
{
    ServiceId service;
    Instant queuedAt;
    std::optional<Instant> calledAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    std::optional<WindowId> window;
};

std::vector<Part> partsOf(const queue::Visit& visit)
{
    std::vector<Part> parts;
    for (const queue::Stage& stage : visit.stages) {
        parts.push_back({.service = stage.service,
                         .queuedAt = stage.queuedAt,
                         .calledAt = stage.calledAt,
                         .startedAt = stage.startedAt,
                         .endedAt = stage.endedAt,
                         .window = stage.window});
    }
    parts.push_back({.service = visit.service,
                     .queuedAt = visit.queuedAt,
                     .calledAt = visit.calledAt,
                     .startedAt = visit.startedAt,
                     .endedAt = visit.endedAt,
                     .window = visit.window});
    return parts;
}

std::optional<seconds> measured(const Part& part)
{
    if (!part.startedAt || !part.endedAt || *part.endedAt < *part.startedAt) {
        return std::nullopt;
    }
    return std::chrono::round<seconds>(*part.endedAt - *part.startedAt);
}

std::map<ServiceId, seconds> meansOf(const PastVisits& past, const OfficeSettings& settings)
{
    std::map<ServiceId, std::pair<seconds, std::int64_t>> sums;
    for (const auto& [day, visits] : past) {
        for (const queue::Visit& visit : visits) {
            for (const Part& part : partsOf(visit)) {
                if (const auto took = measured(part)) {
                    auto& [sum, count] = sums[part.service];
                    sum += *took;
                    ++count;
                }
            }
        }
    }
    std::map<ServiceId, seconds> means;
    for (const Service& service : settings.services) {
        const auto found = sums.find(service.id);
        means[service.id] = found == sums.end() ? service.expectedService
                                                : found->second.first / found->second.second;
    }
    return means;
}

/// How long a visitor stayed who was not served to the end.
std::optional<seconds> patienceOf(const queue::Visit& visit)
{
    if (visit.state == VisitState::NoShow) {
        return seconds{0};
    }
    if (visit.state == VisitState::Cancelled && visit.endedAt) {
        return std::max(std::chrono::floor<seconds>(*visit.endedAt - visit.joinedAt), seconds{0});
    }
    return std::nullopt;
}

/// A window's visitors of one day, by when they were called.
struct Busy
{
    Instant from;
    Instant to;
};

bool waitedMeanwhile(const std::vector<Part>& waits, const Window& window, const Busy& gap)
{
    return std::ranges::any_of(waits, [&](const Part& part) {
        const Instant from = std::max(part.queuedAt, gap.from);
        const Instant to = std::min(part.calledAt.value_or(part.endedAt.value_or(gap.to)), gap.to);
        return to - from >= WaitedMeanwhile &&
               std::ranges::count(window.services, part.service) > 0;
    });
}

DayHours hoursAt(const Window& window, const std::vector<Part>& parts, const WallClock& clock)
{
    std::vector<Busy> busy;
    for (const Part& part : parts) {
        if (part.window == window.id && part.calledAt && part.endedAt) {
            busy.push_back({.from = *part.calledAt, .to = *part.endedAt});
        }
    }
    std::ranges::sort(busy, {}, &Busy::from);
    DayHours hours;
    Busy present{};
    const auto close = [&] {
        const auto day = clock.dayOf(present.from);
        const minutes opens = clock.at(present.from).minuteOfDay;
        const minutes closes = std::chrono::ceil<minutes>(present.to + clock.utcOffset - day);
        if (hours.empty() || hours.back().closes < opens) {
            hours.push_back({.opens = opens, .closes = std::max(closes, opens + minutes{1})});
        } else {
            hours.back().closes = std::max(hours.back().closes, closes);
        }
    };
    for (std::size_t i = 0; i < busy.size(); ++i) {
        const bool isAway =
            i > 0 && busy[i].from - present.to >= AwayAtLeast &&
            waitedMeanwhile(parts, window, {.from = present.to, .to = busy[i].from});
        if (isAway) {
            close();
        }
        present = i == 0 || isAway
                      ? busy[i]
                      : Busy{.from = present.from, .to = std::max(present.to, busy[i].to)};
    }
    if (!busy.empty()) {
        close();
    }
    return hours;
}

} // namespace

Trace arrivalsOf(const PastVisits& past, const OfficeSettings& settings)
{
    const auto means = meansOf(past, settings);
    Trace trace;
    for (const auto& [day, visits] : past) {
        auto& arrivals = trace[day];
        for (const queue::Visit& visit : visits) {
            Arrival arrival{.at = std::chrono::floor<seconds>(visit.joinedAt),
                            .category = visit.category,
                            .patience = patienceOf(visit),
                            .people = visit.people};
            if (visit.bookedFor) {
                arrival.bookedFor = std::chrono::floor<seconds>(*visit.bookedFor);
            }
            if (arrival.category && findCategory(settings, *arrival.category) == nullptr) {
                arrival.category.reset();
            }
            for (const Part& part : partsOf(visit)) {
                if (const auto mean = means.find(part.service); mean != means.end()) {
                    arrival.errands.push_back(
                        {.service = part.service, .takes = measured(part).value_or(mean->second)});
                }
            }
            // A service that the office no longer has cannot be given again.
            if (!arrival.errands.empty()) {
                arrivals.push_back(std::move(arrival));
            }
        }
        std::ranges::stable_sort(arrivals, {}, &Arrival::at);
    }
    return trace;
}

WindowPlan
staffingOf(const PastVisits& past, const OfficeSettings& settings, const WallClock& clock)
{
    WindowPlan plan;
    for (const auto& [day, visits] : past) {
        std::vector<Part> parts;
        for (const queue::Visit& visit : visits) {
            std::ranges::move(partsOf(visit), std::back_inserter(parts));
        }
        for (const Window& window : settings.windows) {
            plan.windows[window.id].dates[day] = {.works = hoursAt(window, parts, clock),
                                                  .breaks = std::vector<PlannedBreak>{}};
        }
    }
    return plan;
}

std::optional<seconds> walkOf(const PastVisits& past)
{
    Spread walks;
    for (const auto& [day, visits] : past) {
        for (const queue::Visit& visit : visits) {
            if (visit.calledAt && visit.startedAt && visit.timesCalled == 1) {
                walks.add(*visit.startedAt - *visit.calledAt);
            }
        }
    }
    return walks.count() == 0 ? std::nullopt : std::optional(walks.percentile(50));
}

} // namespace talon::simulation
