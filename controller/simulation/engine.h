#pragma once

#include "controller/forecast/forecast.h"
#include "controller/queue/commands.h"
#include "controller/queue/decide.h"
#include "controller/queue/office.h"
#include "controller/simulation/arrival.h"
#include "controller/simulation/plan.h"
#include "controller/simulation/turn.h"
#include "controller/simulation/turns.h"
#include "controller/simulation/wall_clock.h"
#include "controller/simulation/window_times.h"

#include <queue>

#include <cstdint>
#include <map>
#include <set>
#include <vector>

/// Lives days of an office with the very code that runs it: every ticket, call and break is a
/// command to controller/queue, under a clock that jumps from one happening to the next.
namespace talon::simulation {

/// How people behave where neither the rule nor the visitors say.
struct Habits
{
    std::chrono::seconds walk{15};    ///< From a call to the start of the service.
    std::chrono::seconds handOver{5}; ///< From the end of a visit to the clerk's next call.
    std::chrono::seconds absence{60}; ///< A clerk waits so long after each call before giving up.
    std::chrono::minutes stay{120};   ///< Clerks serve who is still there so long after closing.
    std::chrono::minutes door{60};    ///< Whoever comes before the opening waits so long outside.

    friend bool operator==(const Habits&, const Habits&) = default;
};

class Engine
{
public:
    struct Options
    {
        OfficeSettings settings;
        WindowPlan plan;
        Habits habits;
        WallClock clock;
        bool forecasts = false; ///< Tickets tell a wait, and the last one is given by forecast.
    };

    Engine(Options options, TurnSink sink);

    /// The day must be after those before it; it begins with an empty office.
    void beginDay(Day day, std::vector<Arrival> arrivals);

    /// The next happening of the day; false when it is over.
    bool step();

    void liveDay(Day day, std::vector<Arrival> arrivals);

    const queue::Office& office() const { return m_office; }
    const std::map<WindowId, WindowTime>& windowTimes() const { return m_times.times(); }

    /// Commands that were refused although the simulation thought them right; none is expected.
    const std::map<queue::Refusal, std::int64_t>& surprises() const { return m_surprises; }

private:
    /// What happens at one moment happens in this order, so that who is there at that moment
    /// counts for the call.
    enum class Kind {
        Tick,
        Finish,
        Start,
        GiveUp,
        Return,
        Open,
        Close,
        Arrive,
        Call,
    };

    struct Task
    {
        Instant at;
        Kind kind = Kind::Tick;
        std::uint64_t serial = 0;
        std::int64_t subject = 0; ///< A window, or an arrival's place in the day.
        VisitId visit;            ///< That the task is about; out of date when it has gone on.

        friend auto operator<=>(const Task&, const Task&) = default;
    };

    /// Why a window that is open still serves.
    enum class Shift {
        Off,
        On,
        Ending, ///< Closes after the visit that it has.
        Staying ///< Serves who is still there after closing time.
    };

    void schedule(Instant at, Kind kind, std::int64_t subject = 0, VisitId visit = {});
    void perform(const Task& task);

    bool send(const queue::Command& command);
    queue::Decision decideNow(const queue::Command& command);
    void applyAll(const std::vector<queue::Event>& events);
    void react(const queue::Event& event);

    void planWindows();
    void addBookings();
    void tick();
    void giveLastTickets();
    std::optional<WaitRange> promiseFor(const Arrival& arrival) const;
    void arrive(std::size_t index);
    std::optional<Instant> nextOpening() const;
    void turnAway(const Arrival& arrival, queue::Refusal refusal);
    void announce(ServiceId service);
    void offer(ServiceId service);
    void offerAll();
    void visitorCalled(WindowId window, VisitId visit);
    void giveUp(WindowId window, VisitId visit);
    void finish(WindowId window, VisitId visit);
    void freed(WindowId window);
    void call(WindowId window);
    void open(WindowId window);
    void comeBack(WindowId window);
    void endShift(WindowId window);
    void closeIfDone(WindowId window);
    void endDay();

    /// Each window has its own clerk, every day.
    static StaffId clerkAt(WindowId window) { return {window.value}; }
    bool isStation(WindowId window) const;
    bool isAt(WindowId window, VisitId visit, VisitState state) const;
    std::optional<TopicId> topicFor(ServiceId service) const;
    const Arrival& arrivalOf(VisitId visit) const;
    Instant instantAt(std::chrono::minutes minute) const;

    Options m_options;
    queue::Office m_office;
    forecast::Forecaster m_forecaster;
    Turns m_turns;
    WindowTimes m_times;
    Instant m_now;
    Instant m_nextTick;   ///< Of the minute's own.
    Instant m_lastMoment; ///< Of the day: nothing is later.
    Instant m_closing;    ///< Of the office today; the begin of a day it is closed on.
    std::vector<Arrival> m_arrivals;
    std::size_t m_joining = 0;             ///< The arrival that takes a ticket now.
    std::map<VisitId, std::size_t> m_who;  ///< The arrivals of those who have joined.
    std::map<VisitId, std::size_t> m_done; ///< Errands behind each.
    std::set<VisitId> m_onward;            ///< Who have more errands than the present one.
    std::map<std::size_t, BookingId> m_bookings;
    std::map<WindowId, Shift> m_shifts;
    std::set<WindowId> m_wanted; ///< Free, and about to call somebody in this moment.
    bool m_hasStations = false;
    std::uint64_t m_serial = 0;
    std::priority_queue<Task, std::vector<Task>, std::greater<>> m_tasks;
    std::map<queue::Refusal, std::int64_t> m_surprises;
};

} // namespace talon::simulation
