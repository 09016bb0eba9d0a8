#include "controller/queue/apply.h"
#include "controller/queue/decide.h"
#include "controller/queue/invariants.h"
#include "controller/queue/rule.h"
#include "tests/support/catch.h"
#include "tests/support/random.h"
#include "tests/support/small_office.h"

#include <algorithm>
#include <set>

using namespace talon;
using namespace talon::queue;
using namespace std::chrono_literals;
using talon::test::Random;

/// What holds whatever people, devices and the clock do: thousands of commands at random, most of
/// them senseless, over several days. A failure names its seed; the same seed plays it again.
namespace {

constexpr std::uint64_t Seeds = 40;
constexpr int CommandsPerSeed = 1500;

Command randomCommand(Random& random)
{
    // One more of each than there is, so that unknown ones come up as well.
    const WindowId window{random.from(1, 4)};
    const StaffId clerk{random.oneIn(8) ? random.from(1, 4) : window.value};
    switch (random.from(0, 19)) {
    case 0: return OpenWindow{window, clerk};
    case 1: return PauseWindow{window, clerk};
    case 2: return CloseWindow{window, clerk};
    case 3: return Recall{window, clerk};
    case 4: return MarkNoShow{window, clerk};
    case 5:
    case 6:
    case 7: return StartService{window, clerk};
    case 8:
    case 9:
    case 10: return FinishVisit{window, clerk, {random.from(1, 3)}};
    case 11:
    case 12:
    case 13: return CallNext{window, clerk};
    case 14:
        return ReportPrint{.visit = {random.from(1, 400)},
                           .outcome =
                               PrintOutcomes.at(static_cast<std::size_t>(random.from(1, 3)))};
    case 15: return Tick{};
    case 16: {
        OfficeSettings settings = test::smallSettings();
        if (random.oneIn(2)) {
            settings.windows.pop_back();
        }
        if (random.oneIn(2)) {
            std::swap(settings.services.at(0).prefix, settings.services.at(1).prefix);
        }
        settings.services.at(2).target = std::chrono::minutes{random.from(1, 240)};
        return ChangeSettings{settings};
    }
    default:
        IssueTicket issue{.service = {random.from(1, 4)}, .category = {}};
        if (random.oneIn(4)) {
            issue.category = CategoryId{random.from(1, 4)};
        }
        return issue;
    }
}

/// A wall clock that mostly goes on, sometimes jumps to the next days and sometimes back.
class UnsteadyClock
{
public:
    OfficeTime next(Random& random)
    {
        if (random.oneIn(300)) {
            m_day += std::chrono::days{random.from(1, 3)};
            m_minute = 7h + 50min;
        } else if (random.oneIn(150)) {
            m_day -= std::chrono::days{1};
        } else if (random.oneIn(100)) {
            m_minute = std::chrono::minutes{random.from(0, 1439)};
        } else {
            m_minute += std::chrono::minutes{random.from(0, 2)};
        }
        m_minute = std::min(m_minute, std::chrono::minutes{1439});
        return test::officeTime(m_day, m_minute);
    }

private:
    Day m_day = test::SmallOfficeDay;
    std::chrono::minutes m_minute = 8h;
};

/// A whole life at random. `check(before, events, after, time)` sees every command that was
/// accepted.
template <class Check>
Office live(std::uint64_t seed, std::vector<Event>& journal, Check check)
{
    Random random(seed);
    UnsteadyClock clock;
    Office office = test::smallOffice();
    for (int i = 0; i < CommandsPerSeed; ++i) {
        const OfficeTime time = clock.next(random);
        const Command command = randomCommand(random);
        const Office before = office;
        const Decision decision = decide(office, command, time);
        INFO("seed " << seed << " command " << i);
        REQUIRE(office == before);
        if (!decision) {
            continue;
        }
        for (const Event& event : *decision) {
            apply(office, event);
            journal.push_back(event);
            const auto broken = brokenInvariant(office);
            INFO(name(event) << ": " << broken.value_or(""));
            REQUIRE_FALSE(broken);
        }
        check(before, *decision, office, time);
    }
    return office;
}

template <class Check>
void everyLife(Check check)
{
    for (std::uint64_t seed = 1; seed <= Seeds; ++seed) {
        std::vector<Event> journal;
        live(seed, journal, check);
    }
}

const auto Nothing =
    [](const Office&, const std::vector<Event>&, const Office&, const OfficeTime&) {};

} // namespace

TEST_CASE("whatever happens, the invariants hold and a replay makes the same office")
{
    std::set<std::string_view> kinds;
    for (std::uint64_t seed = 1; seed <= Seeds; ++seed) {
        std::vector<Event> journal;
        const Office lived = live(seed, journal, Nothing);
        Office replayed = test::smallOffice();
        for (const Event& event : journal) {
            apply(replayed, event);
            kinds.insert(name(event));
        }
        INFO("seed " << seed);
        REQUIRE(replayed == lived);
    }
    // Otherwise the lives are too dull to prove anything.
    CHECK(kinds.size() == std::variant_size_v<Event>);
}

TEST_CASE("the same commands at the same moments make the same events")
{
    std::vector<Event> once;
    std::vector<Event> again;
    live(7, once, Nothing);
    live(7, again, Nothing);
    CHECK(once == again);
}

TEST_CASE("a number is given once a day, and a visit's id once for ever")
{
    for (std::uint64_t seed = 1; seed <= Seeds; ++seed) {
        std::vector<Event> journal;
        live(seed, journal, Nothing);
        std::set<std::string> numbers;
        std::set<VisitId> ids;
        for (const Event& event : journal) {
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

TEST_CASE("calls and recalls are counted one by one, for ever")
{
    for (std::uint64_t seed = 1; seed <= Seeds; ++seed) {
        std::vector<Event> journal;
        const Office lived = live(seed, journal, Nothing);
        std::int64_t last = 0;
        for (const Event& event : journal) {
            const auto* called = std::get_if<VisitCalled>(&event);
            const auto* recalled = std::get_if<VisitRecalled>(&event);
            if (called != nullptr || recalled != nullptr) {
                INFO("seed " << seed);
                REQUIRE((called != nullptr ? called->call : recalled->call) == ++last);
            }
        }
        REQUIRE(lived.lastCall == last);
    }
}

TEST_CASE("the business day only moves forward")
{
    everyLife([](const Office& before, const std::vector<Event>&, const Office& after,
                 const OfficeTime& time) { REQUIRE(after.day == std::max(before.day, time.day)); });
}

TEST_CASE("nobody who joins after your time has come is called before you by a window of yours")
{
    everyLife([](const Office& before, const std::vector<Event>& events, const Office& after,
                 const OfficeTime&) {
        for (const Event& event : events) {
            const auto* called = std::get_if<VisitCalled>(&event);
            if (called == nullptr) {
                continue;
            }
            const Visit& chosen = after.visits.at(called->visit);
            const Window& window = *findWindow(after.settings, called->window);
            for (const auto& [id, other] : before.visits) {
                const bool passedOver = other.state == VisitState::Waiting && id != chosen.id &&
                                        std::ranges::count(window.services, other.service) > 0;
                if (passedOver) {
                    REQUIRE_FALSE(other.due < chosen.joinedAt);
                }
            }
        }
    });
}

TEST_CASE("a window calls the earliest due of its own, and helps only when it may")
{
    everyLife([](const Office& before, const std::vector<Event>& events, const Office& after,
                 const OfficeTime& time) {
        for (const Event& event : events) {
            const auto* called = std::get_if<VisitCalled>(&event);
            if (called == nullptr) {
                continue;
            }
            const Visit& chosen = after.visits.at(called->visit);
            const Window& window = *findWindow(after.settings, called->window);
            const auto serves = [&](const std::vector<ServiceId>& services) {
                return std::ranges::count(services, chosen.service) > 0;
            };
            REQUIRE(called->reason.helping == !serves(window.services));
            REQUIRE((serves(window.services) || serves(window.helpsWith)));
            const auto place = [](const Visit& visit) { return std::pair(visit.due, visit.id); };
            for (const auto& [id, other] : before.visits) {
                if (other.state != VisitState::Waiting || id == chosen.id) {
                    continue;
                }
                const bool own = std::ranges::count(window.services, other.service) > 0;
                const bool help = std::ranges::count(window.helpsWith, other.service) > 0;
                if (own && called->reason.helping) {
                    REQUIRE(chosen.due <= time.now);
                    REQUIRE(place(chosen) < place(other));
                } else if (own) {
                    REQUIRE(place(chosen) < place(other));
                } else if (help && (called->reason.helping || other.due <= time.now)) {
                    REQUIRE(place(chosen) < place(other));
                }
            }
        }
    });
}

TEST_CASE("a call brings one who waited to the window that called, and nobody else")
{
    everyLife([](const Office& before, const std::vector<Event>& events, const Office& after,
                 const OfficeTime&) {
        for (const Event& event : events) {
            if (const auto* called = std::get_if<VisitCalled>(&event)) {
                REQUIRE(before.visits.at(called->visit).state == VisitState::Waiting);
                REQUIRE(after.desks.at(called->window).visit == called->visit);
                REQUIRE(after.visits.at(called->visit).window == called->window);
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
    CHECK(broken([](Office& o) { o.visits.at({1}).window = WindowId{1}; }) ==
          "А001: who waits has no window");
    CHECK(broken([&](Office& o) { o.visits.at({1}).endedAt = time.now; }) ==
          "А001: an ended visit has an end, and no other has");
    CHECK(broken([&](Office& o) { o.waiting.at({1}).insert({.due = time.now, .visit = {1}}); }) ==
          "each who waits has one place");
    CHECK(broken([](Office& o) {
              o.desks.at({1}) = {.state = WindowState::Open, .clerk = StaffId{1}, .visit = {}};
              o.desks.at({2}) = {.state = WindowState::Open, .clerk = StaffId{1}, .visit = {}};
          }) == "a clerk works at one window only");
    CHECK(broken([](Office& o) { o.desks.at({1}).state = WindowState::Open; }) ==
          "a window has a clerk just when it is not closed");
    CHECK(broken([](Office& o) {
              o.desks.at({1}) = {
                  .state = WindowState::Open, .clerk = StaffId{1}, .visit = VisitId{77}};
          }) == "a window's visit is one of today's");
}
