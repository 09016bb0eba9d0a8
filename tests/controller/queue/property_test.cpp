#include "controller/queue/apply.h"
#include "controller/queue/decide.h"
#include "controller/queue/invariants.h"
#include "controller/queue/rule.h"
#include "tests/controller/queue/random_life.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

#include <algorithm>
#include <cstdlib>
#include <set>

using namespace talon;
using namespace talon::queue;
using namespace std::chrono_literals;
using test::Life;
using test::live;
using test::RefusedStep;
using test::Step;

/// What holds whatever people, devices and the clock do: thousands of commands at random, most of
/// them senseless, over several days. A failure names its seed; the same seed plays it again.
namespace {

/// TALON_SEEDS=2000 makes a night's run of it.
std::uint64_t seeds()
{
    const char* const many = std::getenv("TALON_SEEDS");
    return many == nullptr ? 16 : std::strtoull(many, nullptr, 10);
}

template <class Check>
void everyLife(Check check)
{
    for (std::uint64_t seed = 1; seed <= seeds(); ++seed) {
        live(seed, {.accepted = check});
    }
}

/// Every call that a window made by the rule: not out of turn, not to a station.
template <class Check>
void everyCall(Check check)
{
    everyLife([&](const Step& step) {
        for (const Event& event : step.events) {
            const auto* const called = std::get_if<VisitCalled>(&event);
            if (called == nullptr || !called->reason.outOfTurn.empty()) {
                continue;
            }
            const Window& window = *findWindow(step.after.settings, called->window);
            if (!window.selfService) {
                check(step, *called, window);
            }
        }
    });
}

bool among(const std::vector<ServiceId>& services, ServiceId service)
{
    return std::ranges::count(services, service) > 0;
}

/// Whether a waiting visit counts among the window's own.
bool isOwn(const Window& window, const Visit& visit)
{
    return visit.onlyAt ? visit.onlyAt == window.id : among(window.services, visit.service);
}

bool isHelped(const Window& window, const Visit& visit)
{
    return !visit.onlyAt && among(window.helpsWith, visit.service);
}

/// Joined, was not booked, and has had nothing happen to its place since.
bool isPlainWalkIn(const Visit& visit)
{
    return !visit.booking && visit.stages.empty() && visit.notBefore == Instant{};
}

} // namespace

TEST_CASE("whatever happens, the invariants hold and a replay makes the same office")
{
    std::set<std::string_view> kinds;
    std::set<std::string_view> refusals;
    for (std::uint64_t seed = 1; seed <= seeds(); ++seed) {
        const Life life = live(seed, {.refused = [&](const RefusedStep& step) {
                                   refusals.insert(name(step.refusal));
                               }});
        Office replayed = test::newOffice();
        for (const Event& event : life.journal) {
            apply(replayed, event);
            kinds.insert(name(event));
        }
        INFO("seed " << seed);
        REQUIRE(replayed == life.office);
    }
    // Otherwise the lives are too dull to prove anything.
    CHECK(kinds.size() == std::variant_size_v<Event>);
    for (const Refusal refusal : Refusals) {
        // 9999 numbers are too many for a random life, as are the bookings that an office keeps,
        // and its own day has no service hours.
        const bool rare = refusal == Refusal::NumbersUsedUp || refusal == Refusal::ServiceClosed ||
                          refusal == Refusal::BookingsFull;
        INFO(name(refusal));
        CHECK((rare || refusals.contains(name(refusal))));
    }
}

TEST_CASE("the same commands at the same moments make the same events")
{
    CHECK(live(7).journal == live(7).journal);
}

TEST_CASE("a number is given once a day, and a visit's id once for ever")
{
    for (std::uint64_t seed = 1; seed <= seeds(); ++seed) {
        std::set<std::string> numbers;
        std::set<VisitId> ids;
        for (const Event& event : live(seed).journal) {
            if (std::holds_alternative<DayStarted>(event)) {
                numbers.clear();
            }
            if (const auto* issued = std::get_if<TicketIssued>(&event)) {
                INFO("seed " << seed << " " << issued->number);
                REQUIRE(numbers.insert(issued->number).second);
                REQUIRE(ids.insert(issued->visit).second);
            }
        }
    }
}

TEST_CASE("no visit is lost: each leaves memory ended, or goes on at its window")
{
    everyLife([](const Step& step) {
        std::set<VisitId> dropped;
        for (const Event& event : step.events) {
            if (const auto* const drop = std::get_if<VisitDropped>(&event)) {
                dropped.insert(drop->visit);
            }
        }
        for (const auto& [id, visit] : step.before.visits) {
            if (!step.after.visits.contains(id)) {
                REQUIRE((isEnd(visit.state) || dropped.contains(id)));
            }
        }
    });
}

TEST_CASE("calls and recalls are counted one by one, for ever")
{
    for (std::uint64_t seed = 1; seed <= seeds(); ++seed) {
        const Life life = live(seed);
        std::int64_t last = 0;
        for (const Event& event : life.journal) {
            const auto* called = std::get_if<VisitCalled>(&event);
            const auto* recalled = std::get_if<VisitRecalled>(&event);
            if (called != nullptr || recalled != nullptr) {
                INFO("seed " << seed);
                REQUIRE((called != nullptr ? called->call : recalled->call) == ++last);
            }
        }
        REQUIRE(life.office.lastCall == last);
    }
}

TEST_CASE("the business day only moves forward")
{
    everyLife([](const Step& step) {
        REQUIRE(step.after.day == std::max(step.before.day, step.time.day));
    });
}

TEST_CASE("the bound: who joined by more than the difference of their targets later comes later")
{
    everyCall([](const Step& step, const VisitCalled& called, const Window& window) {
        const Visit& chosen = step.after.visits.at(called.visit);
        if (step.before.settings.rules.order != ServiceOrder::EarliestDue ||
            !isOwn(window, chosen) || chosen.onlyAt || !isPlainWalkIn(chosen)) {
            return;
        }
        for (const auto& [id, other] : step.before.visits) {
            if (other.state != VisitState::Waiting || id == chosen.id || other.onlyAt ||
                !isOwn(window, other) || !isPlainWalkIn(other)) {
                continue;
            }
            const auto targetOfOther = other.due - other.joinedAt;
            const auto targetOfChosen = chosen.due - chosen.joinedAt;
            REQUIRE(chosen.joinedAt - other.joinedAt <= targetOfOther - targetOfChosen);
        }
    });
}

TEST_CASE("the bound: no booking for a time after somebody's due moment is called before them")
{
    everyCall([](const Step& step, const VisitCalled& called, const Window& window) {
        const Visit& chosen = step.after.visits.at(called.visit);
        if (step.before.settings.rules.order != ServiceOrder::EarliestDue || !chosen.bookedFor ||
            !chosen.stages.empty() || chosen.notBefore != Instant{} || !isOwn(window, chosen)) {
            return;
        }
        for (const auto& [id, other] : step.before.visits) {
            if (other.state == VisitState::Waiting && id != chosen.id && isOwn(window, other)) {
                REQUIRE(*chosen.bookedFor <= other.due);
            }
        }
    });
}

TEST_CASE("a window calls the first of its own, and helps only when it may")
{
    everyCall([](const Step& step, const VisitCalled& called, const Window& window) {
        const Visit& chosen = step.before.visits.at(called.visit);
        REQUIRE(called.reason.helping == !isOwn(window, chosen));
        REQUIRE((isOwn(window, chosen) || isHelped(window, chosen)));
        const auto place = [](const Visit& visit) { return std::pair(visit.place, visit.id); };
        for (const auto& [id, other] : step.before.visits) {
            if (other.state != VisitState::Waiting || id == chosen.id) {
                continue;
            }
            if (isOwn(window, other)) {
                REQUIRE(place(chosen) < place(other));
                REQUIRE((!called.reason.helping || chosen.due <= step.time.now));
            } else if (isHelped(window, other) && called.reason.helping) {
                REQUIRE(place(chosen) < place(other));
            }
        }
    });
}

TEST_CASE("nobody waits while a window that could call them finds nobody")
{
    for (std::uint64_t seed = 1; seed <= seeds(); ++seed) {
        live(seed, {.refused = [&](const RefusedStep& step) {
                 const auto* const call = std::get_if<CallNext>(&step.command);
                 if (call == nullptr || step.refusal != Refusal::QueueEmpty ||
                     step.time.day > step.office.day) {
                     return;
                 }
                 const Window& window = *findWindow(step.office.settings, call->window);
                 for (const auto& [id, visit] : step.office.visits) {
                     INFO("seed " << seed << " " << visit.number);
                     REQUIRE_FALSE((visit.state == VisitState::Waiting &&
                                    (isOwn(window, visit) || isHelped(window, visit))));
                 }
             }});
    }
}

TEST_CASE("who is on hold is called only out of turn")
{
    everyLife([](const Step& step) {
        for (const Event& event : step.events) {
            if (const auto* called = std::get_if<VisitCalled>(&event)) {
                const VisitState state = step.before.visits.at(called->visit).state;
                const bool held = state == VisitState::Held && called->reason.outOfTurn.empty();
                REQUIRE_FALSE(held);
            }
        }
    });
}

TEST_CASE("a call brings one who waited to the window that called, and nobody else")
{
    everyLife([](const Step& step) {
        for (const Event& event : step.events) {
            if (const auto* called = std::get_if<VisitCalled>(&event)) {
                const VisitState state = step.before.visits.at(called->visit).state;
                REQUIRE((state == VisitState::Waiting || state == VisitState::Held));
                REQUIRE(step.after.desks.at(called->window).visit == called->visit);
                REQUIRE(step.after.visits.at(called->visit).window == called->window);
            }
        }
    });
}

TEST_CASE("an undo leaves the visit as it was before the action")
{
    // By window: the visit before the latest action there, as an onlooker noted it.
    for (std::uint64_t seed = 1; seed <= seeds(); ++seed) {
        std::map<WindowId, Visit> noted;
        live(seed, {.accepted = [&](const Step& step) {
                 for (const Event& event : step.events) {
                     if (const auto* undone = std::get_if<ActionUndone>(&event)) {
                         const Visit& before = noted.at(undone->window);
                         Visit after = step.after.visits.at(undone->visit);
                         after.revision = before.revision;
                         after.print = before.print;
                         after.call = before.call;
                         after.latestCallAt = before.latestCallAt;
                         after.place = before.place;   // The order may have changed meanwhile,
                         after.onlyAt = before.onlyAt; // and the window been closed.
                         INFO("seed " << seed << " " << before.number);
                         REQUIRE(after == before);
                     }
                 }
                 for (const auto& [id, desk] : step.after.desks) {
                     if (desk.last) {
                         noted[id] = desk.last->before;
                         const auto known = step.before.visits.find(desk.last->before.id);
                         const bool now = known != step.before.visits.end() &&
                                          desk.last->revision == known->second.revision + 1 &&
                                          step.events.size() == 1;
                         REQUIRE((!now || desk.last->before == known->second));
                     }
                 }
             }});
    }
}

TEST_CASE("no break leaves a service without a window unless it was decided so")
{
    everyLife([](const Step& step) {
        if (!std::holds_alternative<Tick>(step.command)) {
            return;
        }
        for (const Event& event : step.events) {
            const auto* const begun = std::get_if<BreakBegun>(&event);
            if (begun == nullptr) {
                continue;
            }
            const Window& window = *findWindow(step.after.settings, begun->window);
            const auto planned =
                breaksOf(step.before, window).at(static_cast<std::size_t>(begun->breaksBehind) - 1);
            for (const ServiceId service : window.services) {
                const bool covered =
                    std::ranges::any_of(step.after.settings.windows, [&](const Window& other) {
                        return canServe(other, service) && !other.selfService &&
                               step.after.desks.at(other.id).state == WindowState::Open;
                    });
                REQUIRE((covered || planned.evenAlone));
            }
        }
    });
}

TEST_CASE("a service gives out 9999 numbers in a day and no more")
{
    Office office = test::smallOffice();
    office.lastNumber[{1}] = 9998;
    const OfficeTime time = test::officeTime(test::SmallOfficeDay, 9h);
    const IssueTicket issue{.service = {1}, .category = {}};
    const Decision last = decide(office, issue, time);
    REQUIRE(last);
    CHECK(std::get<TicketIssued>(last->front()).number == "А9999");
    apply(office, last->front());
    const Decision none = decide(office, issue, time);
    REQUIRE_FALSE(none);
    CHECK(none.error() == Refusal::NumbersUsedUp);
    CHECK(decide(office, IssueTicket{.service = {2}, .category = {}}, time));
}

TEST_CASE("a broken office is noticed")
{
    const OfficeTime time = test::officeTime(test::SmallOfficeDay, 9h);
    Office office = test::smallOffice();
    for (int i = 0; i < 2; ++i) {
        const Decision decision = decide(office, IssueTicket{.service = {1}, .category = {}}, time);
        REQUIRE(decision);
        apply(office, decision->front());
    }
    REQUIRE_FALSE(brokenInvariant(office));
    const auto broken = [&](auto change) {
        Office changed = office;
        change(changed);
        return brokenInvariant(changed).value_or("");
    };
    CHECK(broken([](Office& o) { o.visits.at({2}).number = "А001"; }) ==
          "А001: a number is given once a day");
    CHECK(broken([](Office& o) { o.visits.at({1}).state = VisitState::Called; }) ==
          "А001: who waits has a place in the queue, and nobody else has");
    CHECK(broken([](Office& o) { o.held.insert({1}); }) ==
          "А001: who is on hold is among the held, and nobody else is");
    CHECK(broken([](Office& o) { o.settings.rules.order = ServiceOrder::FirstCome; }) ==
          "А001: a place is what the office's order makes of the visit");
    CHECK(broken([&](Office& o) { o.visits.at({1}).endedAt = time.now; }) ==
          "А001: an ended visit has an end, and no other has");
    CHECK(broken([&](Office& o) {
              o.lines.begin()->second.insert({.place = time.now, .visit = {1}, .due = time.now});
          }) == "each who waits has one place");
    CHECK(broken([](Office& o) {
              o.desks.at({1}) = {.state = WindowState::Open, .clerk = StaffId{1}, .visit = {}};
              o.desks.at({2}) = {.state = WindowState::Open, .clerk = StaffId{1}, .visit = {}};
          }) == "a clerk works at one window only");
    CHECK(broken([](Office& o) { o.desks.at({1}).state = WindowState::Open; }) ==
          "window 1: a window that is not closed has a clerk, or is a station");
    CHECK(broken([](Office& o) {
              o.desks.at({1}) = {
                  .state = WindowState::Open, .clerk = StaffId{1}, .visit = VisitId{77}};
          }) == "window 1: a window's visit is one of today's");
}
