#include "controller/queue/decide.h"

#include "controller/queue/apply.h"
#include "controller/queue/decisions.h"

namespace talon::queue {

namespace {

/// What is in use today cannot vanish from under the people who use it; nor can the letters on
/// today's tickets pass to another service, which would give the same number again.
Decision on(const Office& office, const ChangeSettings& command, const OfficeTime& /*time*/)
{
    for (const Window& before : office.settings.windows) {
        const Window* const after = findWindow(command.settings, before.id);
        // A station has no clerk, a window must have one: neither becomes the other while it works.
        const bool kept = after != nullptr && after->selfService == before.selfService;
        if (office.desks.at(before.id).state != WindowState::Closed && !kept) {
            return Unexpected(Refusal::WindowInUse);
        }
    }
    for (const auto& [id, number] : office.lastNumber) {
        const Service* const before = findService(office.settings, id);
        const Service* const after = findService(command.settings, id);
        if (after == nullptr || before == nullptr || after->prefix != before->prefix ||
            after->firstNumber != before->firstNumber || after->lastNumber < number) {
            return Unexpected(Refusal::WindowInUse);
        }
    }
    const auto lacks = [&](ServiceId service) {
        return findService(command.settings, service) == nullptr;
    };
    for (const auto& [id, visit] : office.visits) {
        if (isEnd(visit.state) && visit.state != VisitState::NoShow) {
            continue;
        }
        bool lost = lacks(visit.service);
        for (const Stop& stop : visit.route) {
            lost = lost || lacks(stop.service);
        }
        if (lost) {
            return Unexpected(Refusal::WindowInUse);
        }
    }
    return one(SettingsChanged{command.settings});
}

/// What must happen before anything else on a new day: nobody is left in yesterday's queue. Who is
/// at a window stays there: midnight ends no conversation.
std::vector<Event> beginDay(const Office& office, const OfficeTime& time)
{
    std::vector<Event> events;
    for (const auto& [id, visit] : office.visits) {
        if (visit.state == VisitState::Waiting || visit.state == VisitState::Held) {
            events.emplace_back(
                VisitDropped{.visit = id, .why = DropReason::DayEnded, .at = time.now});
        }
    }
    events.emplace_back(DayStarted{time.day});
    return events;
}

} // namespace

Decision decide(const Office& office, const Command& command, const OfficeTime& time)
{
    const auto decideIn = [&](const Office& in) {
        return std::visit([&](const auto& c) { return on(in, c, time); }, command);
    };
    if (time.day <= office.day) {
        return decideIn(office);
    }
    std::vector<Event> events = beginDay(office, time);
    Office today = office;
    for (const Event& event : events) {
        apply(today, event);
    }
    // A refusal does not keep the new day from beginning at the next tick.
    Decision decision = decideIn(today);
    if (!decision) {
        return decision;
    }
    events.insert(events.end(), decision->begin(), decision->end());
    return events;
}

} // namespace talon::queue
