#include "controller/queue/office.h"

namespace talon::queue {

const Visit* findVisit(const Office& office, VisitId id)
{
    const auto found = office.visits.find(id);
    return found == office.visits.end() ? nullptr : &found->second;
}

const WindowDesk* findDesk(const Office& office, WindowId id)
{
    const auto found = office.desks.find(id);
    return found == office.desks.end() ? nullptr : &found->second;
}

int waitingFor(const Office& office, ServiceId service)
{
    const auto places = office.waiting.find(service);
    return places == office.waiting.end() ? 0 : static_cast<int>(places->second.size());
}

int peopleAhead(const Office& office, VisitId id)
{
    const Visit* const visit = findVisit(office, id);
    if (visit == nullptr || visit->state != VisitState::Waiting) {
        return 0;
    }
    // Who joined last is mostly near the end: counting those behind is the short way.
    const auto& places = office.waiting.at(visit->service);
    const WaitingPlace own{.due = visit->due, .visit = id};
    std::size_t behind = 0;
    for (auto place = places.rbegin(); place != places.rend() && *place > own; ++place) {
        ++behind;
    }
    return static_cast<int>(places.size() - behind - 1);
}

} // namespace talon::queue
