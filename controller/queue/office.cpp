#include "controller/queue/office.h"

namespace talon::queue {

namespace {

template <class T, class Key>
const T* find(const std::map<Key, T>& all, Key id)
{
    const auto found = all.find(id);
    return found == all.end() ? nullptr : &found->second;
}

} // namespace

const Visit* findVisit(const Office& office, VisitId id)
{
    return find(office.visits, id);
}

const WindowDesk* findDesk(const Office& office, WindowId id)
{
    return find(office.desks, id);
}

const Booking* findBooking(const Office& office, BookingId id)
{
    return find(office.bookings, id);
}

const Booking* findBooking(const Office& office, std::string_view code)
{
    const auto found = office.bookingByCode.find(plainCode(code));
    return found == office.bookingByCode.end() ? nullptr : findBooking(office, found->second);
}

Line lineOf(const Visit& visit)
{
    return {.onlyAt = visit.onlyAt.value_or(WindowId{}), .service = visit.service};
}

const std::vector<PlannedBreak>& breaksOf(const Office& office, const Window& window)
{
    const auto* const today = find(office.breaks, window.id);
    return today == nullptr ? window.breaks : *today;
}

int waitingFor(const Office& office, ServiceId service)
{
    std::size_t waiting = 0;
    for (const auto& [line, places] : office.lines) {
        waiting += line.service == service ? places.size() : 0;
    }
    return static_cast<int>(waiting);
}

int peopleAhead(const Office& office, VisitId id)
{
    const Visit* const visit = findVisit(office, id);
    if (visit == nullptr || visit->state != VisitState::Waiting) {
        return 0;
    }
    const WaitingPlace own{.place = visit->place, .visit = id, .due = visit->due};
    std::size_t ahead = 0;
    for (const auto& [line, places] : office.lines) {
        if (line.service != visit->service) {
            continue;
        }
        // Who joined last is mostly near the end: counting those behind is the short way.
        std::size_t behind = 0;
        for (auto place = places.rbegin(); place != places.rend() && *place > own; ++place) {
            ++behind;
        }
        ahead += places.size() - behind - (places.contains(own) ? 1 : 0);
    }
    return static_cast<int>(ahead);
}

} // namespace talon::queue
