#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/settings.h"
#include "shared/domain/visit.h"
#include "shared/domain/window.h"

#include <map>
#include <optional>
#include <set>
#include <string>

/// The office as a pure state machine.
///
///     command + time --decide--> events --apply--> office
///
/// Nothing here knows of SQL, HTTP, Qt or the clock. The journal writes the events, the api shows
/// the office, tests and the simulator replay them. Start reading at decide.h.
namespace talon::queue {

/// Why a visitor was called now and not another; stored with every call.
struct CallReason
{
    std::chrono::milliseconds waited{0};
    std::chrono::milliseconds target{0};
    bool helping = false; ///< The window helped out with a service that is not its first choice.

    friend bool operator==(const CallReason&, const CallReason&) = default;
};

/// One person's stay in the office, with the ticket that stands for it.
struct Visit
{
    VisitId id;         ///< Never repeats in the life of an office.
    std::string number; ///< As printed, e.g. "А015". Never repeats within a day.
    ServiceId service;
    std::optional<CategoryId> category;
    std::string language = "ru"; ///< To be called in.
    VisitState state = VisitState::Waiting;
    Instant joinedAt;
    Instant due; ///< The moment the office promised: earliest due is called first.
    int timesCalled = 0;
    PrintOutcome print = PrintOutcome::NotReported;
    std::optional<WindowId> window;  ///< Set from the first call on.
    std::int64_t call = 0;           ///< Of the latest call or recall; see Office::lastCall.
    std::optional<Instant> calledAt; ///< First call.
    std::optional<Instant> latestCallAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    std::optional<TopicId> topic;
    std::optional<CallReason> reason; ///< Of the first call.

    friend bool operator==(const Visit&, const Visit&) = default;
};

/// A window's day: who works there and whom it has now.
struct WindowDesk
{
    WindowState state = WindowState::Closed;
    std::optional<StaffId> clerk; ///< None when closed.
    std::optional<VisitId> visit; ///< Called or being served here.

    friend bool operator==(const WindowDesk&, const WindowDesk&) = default;
};

/// A place among those who wait for one service, in the order they are due; who joined first
/// comes first among equals.
struct WaitingPlace
{
    Instant due;
    VisitId visit;

    friend auto operator<=>(const WaitingPlace&, const WaitingPlace&) = default;
};

/// The whole state of one office, as its events made it.
struct Office
{
    OfficeSettings settings;
    Day day{};                  ///< The business day; only moves forward.
    std::int64_t lastVisit = 0; ///< Id of the latest visit; ids count on for ever.
    std::int64_t lastCall = 0;  ///< Calls and recalls are counted for ever: a display that has
                                ///< announced one knows it again after any restart.
    std::map<ServiceId, int> lastNumber; ///< Highest number given today, for each service.
    std::map<VisitId, Visit> visits;     ///< Of today, also ended ones, in order of joining.
    std::map<ServiceId, std::set<WaitingPlace>> waiting; ///< Whose state is Waiting.
    std::map<WindowId, WindowDesk> desks;                ///< One for each window of the settings.

    friend bool operator==(const Office&, const Office&) = default;
};

const Visit* findVisit(const Office& office, VisitId id);
const WindowDesk* findDesk(const Office& office, WindowId id);

/// Visitors who wait for a service now.
int waitingFor(const Office& office, ServiceId service);

/// Visitors for the same service who are due before this one; 0 when it does not wait.
int peopleAhead(const Office& office, VisitId visit);

} // namespace talon::queue
