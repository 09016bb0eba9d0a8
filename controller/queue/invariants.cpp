#include "controller/queue/invariants.h"

#include <set>

namespace talon::queue {

namespace {

bool hasPlace(const Office& office, const Visit& visit)
{
    const auto places = office.waiting.find(visit.service);
    return places != office.waiting.end() &&
           places->second.contains({.due = visit.due, .visit = visit.id});
}

std::optional<std::string> brokenInvariant(const Office& office, const Visit& visit)
{
    const bool atWindow = visit.state == VisitState::Called || visit.state == VisitState::Serving;
    const bool ended = visit.state == VisitState::Finished || visit.state == VisitState::NoShow ||
                       visit.state == VisitState::Dropped;
    if ((visit.state == VisitState::Waiting) != hasPlace(office, visit)) {
        return "who waits has a place in the queue, and nobody else has";
    }
    if (visit.state == VisitState::Waiting && visit.window) {
        return "who waits has no window";
    }
    if (ended != visit.endedAt.has_value()) {
        return "an ended visit has an end, and no other has";
    }
    if (atWindow) {
        const WindowDesk* const desk = visit.window ? findDesk(office, *visit.window) : nullptr;
        if (desk == nullptr || desk->visit != visit.id) {
            return "a visit that is called or served has one window, which has it";
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> brokenInvariant(const Office& office)
{
    std::set<std::string> numbers;
    for (const auto& [id, visit] : office.visits) {
        if (auto broken = brokenInvariant(office, visit)) {
            return visit.number + ": " + *broken;
        }
        if (!numbers.insert(visit.number).second) {
            return visit.number + ": a number is given once a day";
        }
    }
    std::set<VisitId> atWindows;
    std::set<StaffId> clerks;
    for (const auto& [id, desk] : office.desks) {
        if (desk.visit && !atWindows.insert(*desk.visit).second) {
            return "a visit is at one window only";
        }
        if (desk.visit && !findVisit(office, *desk.visit)) {
            return "a window's visit is one of today's";
        }
        if (desk.clerk && !clerks.insert(*desk.clerk).second) {
            return "a clerk works at one window only";
        }
        if ((desk.state == WindowState::Closed) == desk.clerk.has_value()) {
            return "a window has a clerk just when it is not closed";
        }
    }
    std::size_t places = 0;
    std::size_t waiting = 0;
    for (const auto& [service, queue] : office.waiting) {
        places += queue.size();
    }
    for (const auto& [id, visit] : office.visits) {
        waiting += visit.state == VisitState::Waiting ? 1U : 0U;
    }
    if (places != waiting) {
        return "each who waits has one place";
    }
    return std::nullopt;
}

} // namespace talon::queue
