#pragma once

#include "controller/queue/visit.h"
#include "shared/domain/booking.h"
#include "shared/domain/issuing.h"
#include "shared/domain/settings.h"
#include "shared/domain/window.h"

#include <map>
#include <set>

/// The office as a pure state machine.
///
///     command + time --decide--> events --apply--> office
///
/// Nothing here knows of SQL, HTTP, Qt or the clock. The journal writes the events, the api shows
/// the office, the forecast runs its rule ahead, tests and the simulator live its days. Start
/// reading at decide.h.
namespace talon::queue {

/// A clerk's latest action at a window, kept so that a slip can be taken back.
struct LastAction
{
    Visit before;     ///< The visit as it was.
    int revision = 0; ///< Of the visit just after the action: if it differs, more has happened.
    Instant at;

    friend bool operator==(const LastAction&, const LastAction&) = default;
};

/// A window's day: who works there and whom it has now.
struct WindowDesk
{
    WindowState state = WindowState::Closed;
    std::optional<StaffId> clerk;    ///< None when closed, and at a self-service station.
    std::optional<VisitId> visit;    ///< Called or being served here.
    std::optional<Instant> backAt;   ///< When on break: the clerk is expected then.
    std::optional<Instant> openedAt; ///< Since when it is not closed.
    int breaksBehind = 0; ///< How many of the breaks planned for today are over or begun.
    std::optional<LastAction> last;

    friend bool operator==(const WindowDesk&, const WindowDesk&) = default;
};

/// Those who wait for the same: one service, at any window that gives it or at one window only.
struct Line
{
    WindowId onlyAt; ///< 0 for any window. First, so that a window finds its own lines together.
    ServiceId service;

    friend auto operator<=>(const Line&, const Line&) = default;
};

/// A place in a line, in the order of calling: see rule.h.
struct WaitingPlace
{
    Instant place;
    VisitId visit;
    Instant due; ///< The promise, which counts for helping out whatever the order is.

    friend auto operator<=>(const WaitingPlace&, const WaitingPlace&) = default;
};

using Places = std::set<WaitingPlace>;
using Lines = std::map<Line, Places>; ///< No line is empty.

/// What the staff and the forecast say about issuing tickets for a service today.
struct Issuing
{
    IssuingMode mode = IssuingMode::ByRule;
    bool lastTicketGiven = false; ///< By forecast, whoever joins now is not served before closing.

    friend bool operator==(const Issuing&, const Issuing&) = default;
};

/// Numbers that a terminal gives by itself on one day: see leases.h.
struct Lease
{
    DeviceId device;
    std::string holder; ///< The terminal's store.
    ServiceId service;
    std::string prefix;
    int first = 0;
    int last = 0;
    std::set<int> given; ///< Those handed over.

    friend bool operator==(const Lease&, const Lease&) = default;
};

/// The whole state of one office, as its events made it.
struct Office
{
    OfficeSettings settings;
    Day day{};                    ///< The business day; only moves forward.
    std::int64_t lastVisit = 0;   ///< Id of the latest visit; ids count on for ever.
    std::int64_t lastBooking = 0; ///< Likewise.
    std::int64_t lastCall = 0;    ///< Calls and recalls are counted for ever: a display that has
                                  ///< announced one knows it again after any restart.
    std::map<ServiceId, int> lastNumber;      ///< Highest number given today, for each service.
    std::map<ServiceId, int> issued;          ///< Tickets given today, for each service.
    std::map<Day, std::vector<Lease>> leases; ///< Of today and a day to come.
    std::map<VisitId, Visit> visits;          ///< Of today, also ended ones, in order of joining.
    Lines lines;                              ///< Those whose state is Waiting.
    std::set<VisitId> held;                   ///< Those whose state is Held.
    std::set<VisitId> absent;                 ///< Those whose state is NoShow.
    std::map<WindowId, WindowDesk> desks;     ///< One for each window of the settings.
    std::map<BookingId, Booking> bookings;    ///< Of today and days to come.
    std::map<std::string, BookingId> bookingByCode; ///< By plainCode().
    /// Raised with everything that a list of the bookings could show.
    std::int64_t bookingsRevision = 0;
    std::map<ServiceId, Issuing> issuing;     ///< Where it is not the usual; today only.
    std::map<WindowId, std::vector<PlannedBreak>> breaks; ///< Planned for today only.

    friend bool operator==(const Office&, const Office&) = default;
};

const Visit* findVisit(const Office& office, VisitId id);
const WindowDesk* findDesk(const Office& office, WindowId id);
const Booking* findBooking(const Office& office, BookingId id);
/// However the code is written.
const Booking* findBooking(const Office& office, std::string_view code);

/// The line that a waiting visit stands in.
Line lineOf(const Visit& visit);

/// The breaks of a window today: as planned for the day, else as in the settings.
const std::vector<PlannedBreak>& breaksOf(const Office& office, const Window& window);

/// Visitors who wait for a service now, at whatever window.
int waitingFor(const Office& office, ServiceId service);

/// Visitors for the same service whose place is before this one; 0 when it does not wait.
int peopleAhead(const Office& office, VisitId visit);

} // namespace talon::queue
