#include "controller/queue/apply.h"
#include "controller/queue/decide.h"

#include <benchmark/benchmark.h>

#include <string>

/// The queue alone: what a decision costs in a full hall, of 500 who wait and 40 windows.
namespace {

using namespace talon;
using namespace std::chrono_literals;

constexpr int Services = 10;
constexpr int Windows = 40;

OfficeSettings settings()
{
    OfficeSettings settings{.name = {{"ru", "Зал"}}, .timeZone = "Europe/Saratov"};
    settings.hours.week.fill({OpeningHours{.opens = 0min, .closes = 1440min}});
    for (int i = 1; i <= Services; ++i) {
        settings.services.push_back({.id = {i},
                                     .name = {{"ru", "Услуга"}},
                                     .prefix = std::string(1, static_cast<char>('A' + i)),
                                     .target = std::chrono::minutes{5 + i}});
    }
    settings.topics.push_back({.id = {1}, .services = {}, .name = {{"ru", "Консультация"}}});
    for (int i = 1; i <= Windows; ++i) {
        Window window{.id = {i}, .name = std::to_string(i), .services = {}, .helpsWith = {}};
        for (int s = 1; s <= Services; ++s) {
            (s % 2 == i % 2 ? window.services : window.helpsWith).push_back({s});
        }
        settings.windows.push_back(std::move(window));
    }
    return settings;
}

OfficeTime timeAt(int second)
{
    const Day day{std::chrono::year{2026} / std::chrono::November / 24};
    const auto since = 4h + std::chrono::seconds{second};
    return {.now = Instant{day} + since,
            .day = day,
            .minuteOfDay = std::chrono::floor<std::chrono::minutes>(since + 4h)};
}

void live(queue::Office& office, const queue::Command& command, const OfficeTime& time)
{
    const auto decision = queue::decide(office, command, time);
    TALON_ENSURE(decision.has_value());
    for (const queue::Event& event : *decision) {
        queue::apply(office, event);
    }
}

queue::IssueTicket ticket(int i)
{
    return {.service = {i % Services + 1}, .category = {}, .language = "ru"};
}

/// Windows open, all of them idle; so many wait.
queue::Office fullHall(int waiting)
{
    queue::Office office;
    for (const queue::Event& event : {queue::Event{queue::SettingsChanged{settings()}}}) {
        queue::apply(office, event);
    }
    for (int i = 1; i <= Windows; ++i) {
        live(office, queue::OpenWindow{.window = {i}, .clerk = {i}}, timeAt(0));
    }
    for (int i = 0; i < waiting; ++i) {
        live(office, ticket(i), timeAt(i));
    }
    return office;
}

void decideCall(benchmark::State& state)
{
    const queue::Office office = fullHall(static_cast<int>(state.range(0)));
    const OfficeTime time = timeAt(3'000);
    int window = 0;
    for (auto _ : state) {
        window = window % Windows + 1;
        benchmark::DoNotOptimize(
            queue::decide(office, queue::CallNext{.window = {window}, .clerk = {window}}, time));
    }
}
BENCHMARK(decideCall)->Arg(50)->Arg(500)->Arg(5000);

void decideTicket(benchmark::State& state)
{
    const queue::Office office = fullHall(static_cast<int>(state.range(0)));
    int i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(queue::decide(office, ticket(++i), timeAt(3'000)));
    }
}
BENCHMARK(decideTicket)->Arg(50)->Arg(500)->Arg(5000);

/// What happens by itself, asked after every command: breaks planned at all windows, 100 bookings
/// to come, ten visits on hold.
void decideTick(benchmark::State& state)
{
    queue::Office office = fullHall(static_cast<int>(state.range(0)));
    for (int i = 1; i <= Windows; ++i) {
        live(office, queue::PlanBreaks{.window = {i}, .breaks = {{.begins = 12h, .length = 30min}}},
             timeAt(600));
    }
    for (int i = 0; i < 100; ++i) {
        live(office,
             queue::AddBooking{.code = std::to_string(i),
                               .service = {1},
                               .day = timeAt(0).day,
                               .at = timeAt(5'000 + i).now},
             timeAt(600));
    }
    for (int i = 1; i <= 10; ++i) {
        live(office, queue::HoldVisit{.visit = {i}, .clerk = {}, .until = timeAt(5'000).now},
             timeAt(600));
    }
    const OfficeTime time = timeAt(3'000);
    for (auto _ : state) {
        benchmark::DoNotOptimize(queue::decide(office, queue::Tick{}, time));
    }
}
BENCHMARK(decideTick)->Arg(50)->Arg(500)->Arg(5000);

/// A visit in the middle of the queue goes to another service.
void decideTransfer(benchmark::State& state)
{
    const queue::Office office = fullHall(static_cast<int>(state.range(0)));
    const OfficeTime time = timeAt(3'000);
    const VisitId visit{state.range(0) / 2};
    TALON_ENSURE(queue::findVisit(office, visit)->state == VisitState::Waiting);
    for (auto _ : state) {
        benchmark::DoNotOptimize(queue::decide(
            office,
            queue::TransferVisit{
                .visit = visit, .clerk = {}, .to = {.service = {3}, .onlyAt = {}}, .note = {}},
            time));
    }
}
BENCHMARK(decideTransfer)->Arg(50)->Arg(500)->Arg(5000);

/// How many are before the last one, as printed on its ticket.
void countAhead(benchmark::State& state)
{
    const queue::Office office = fullHall(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(queue::peopleAhead(office, {office.lastVisit}));
    }
}
BENCHMARK(countAhead)->Arg(50)->Arg(500)->Arg(5000);

/// A whole visit: ticket, call, start, finish, each decided and applied, in a hall that stays full.
void wholeVisit(benchmark::State& state)
{
    constexpr int VisitsADay = 9'000;
    queue::Office office = fullHall(500);
    int i = 0;
    for (auto _ : state) {
        if (++i == VisitsADay) {
            i = 0;
            state.PauseTiming();
            office = fullHall(500);
            state.ResumeTiming();
        }
        const WindowId window{i % Windows + 1};
        const StaffId clerk{window.value};
        const OfficeTime time = timeAt(1'000 + i);
        live(office, ticket(i), time);
        live(office, queue::CallNext{.window = window, .clerk = clerk}, time);
        live(office, queue::StartService{.window = window, .clerk = clerk}, time);
        live(office, queue::FinishVisit{.window = window, .clerk = clerk, .topic = TopicId{1}},
             time);
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(wholeVisit);

/// What keeping the office twice costs when the disk was full: one copy of a full day.
void copyOffice(benchmark::State& state)
{
    const queue::Office office = fullHall(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        queue::Office copy = office;
        benchmark::DoNotOptimize(copy);
    }
}
BENCHMARK(copyOffice)->Arg(500)->Arg(3000);

} // namespace

BENCHMARK_MAIN();
