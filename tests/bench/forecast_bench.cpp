#include "controller/forecast/forecast.h"
#include "controller/queue/apply.h"
#include "controller/queue/decide.h"

#include <benchmark/benchmark.h>

#include <string>

/// The forecast alone: what it costs to tell everybody in a full hall their range. Refreshed at
/// each event, it may take 10 ms for 200 who wait.
namespace {

using namespace talon;
using namespace std::chrono_literals;

constexpr int Services = 10;
constexpr int Windows = 40;
constexpr Day BenchDay{std::chrono::sys_days{std::chrono::year{2026} / std::chrono::November / 24}};

OfficeSettings settings()
{
    OfficeSettings settings{.name = {{"ru", "Зал"}}, .timeZone = "UTC"};
    settings.hours.week.fill({{.opens = 0min, .closes = 1440min}});
    for (int i = 1; i <= Services; ++i) {
        settings.services.push_back({.id = {i},
                                     .name = {{"ru", "Услуга"}},
                                     .prefix = std::string(1, static_cast<char>('A' + i)),
                                     .target = std::chrono::minutes{5 + i}});
    }
    for (int i = 1; i <= Windows; ++i) {
        Window window{.id = {i}, .name = std::to_string(i), .services = {}, .helpsWith = {}};
        for (int s = 1; s <= Services; ++s) {
            (s % 2 == i % 2 ? window.services : window.helpsWith).push_back({s});
        }
        window.breaks = {{.begins = 12h + std::chrono::minutes{i}, .length = 15min}};
        settings.windows.push_back(std::move(window));
    }
    return settings;
}

OfficeTime timeAt(int second)
{
    const auto since = 9h + std::chrono::seconds{second};
    return {.now = Instant{BenchDay} + since,
            .day = BenchDay,
            .minuteOfDay = std::chrono::floor<std::chrono::minutes>(since)};
}

struct Hall
{
    queue::Office office;
    forecast::Forecaster forecaster;

    void does(const queue::Command& command, const OfficeTime& time)
    {
        const auto decision = queue::decide(office, command, time);
        TALON_ENSURE(decision.has_value());
        for (const queue::Event& event : *decision) {
            queue::apply(office, event);
            forecaster.observe(office, event);
        }
    }
};

/// Every window serves somebody, so many wait and 50 are booked; the past is known.
Hall fullHall(int waiting)
{
    Hall hall;
    queue::apply(hall.office, queue::DayStarted{BenchDay});
    queue::apply(hall.office, queue::SettingsChanged{settings()});
    for (int i = 0; i < 4000; ++i) {
        const Instant called = timeAt(i).now - 24h;
        hall.forecaster.learn({.id = {i + 1},
                               .day = BenchDay - std::chrono::days{1},
                               .service = {i % Services + 1},
                               .state = VisitState::Finished,
                               .joinedAt = called - 600s,
                               .queuedAt = called - 600s,
                               .promised = WaitRange{.low = 300s, .high = 900s},
                               .window = WindowId{i % Windows + 1},
                               .calledAt = called,
                               .latestCallAt = called,
                               .startedAt = called + 20s,
                               .endedAt = called + std::chrono::seconds{200 + i % 300}});
    }
    for (int i = 0; i < waiting + Windows; ++i) {
        hall.does(queue::IssueTicket{.service = {i % Services + 1}, .language = "ru"}, timeAt(i));
    }
    for (int i = 1; i <= Windows; ++i) {
        const OfficeTime time = timeAt(600 + i);
        hall.does(queue::OpenWindow{.window = {i}, .clerk = {i}}, time);
        hall.does(queue::CallNext{.window = {i}, .clerk = {i}}, time);
        hall.does(queue::StartService{.window = {i}, .clerk = {i}}, time);
    }
    for (int i = 1; i <= 50; ++i) {
        hall.does(queue::AddBooking{.code = std::to_string(i),
                                    .service = {i % Services + 1},
                                    .day = BenchDay,
                                    .at = timeAt(700 + 60 * i).now},
                  timeAt(700));
    }
    return hall;
}

/// Everybody who waits, and a newcomer for each service.
void forecastAll(benchmark::State& state)
{
    const Hall hall = fullHall(static_cast<int>(state.range(0)));
    const OfficeTime time = timeAt(900);
    TALON_ENSURE(hall.forecaster.forecast(hall.office, time).visits.size() ==
                 static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(hall.forecaster.forecast(hall.office, time));
    }
}
BENCHMARK(forecastAll)->Arg(20)->Arg(200)->Arg(1000);

/// What a ticket promises.
void forecastOne(benchmark::State& state)
{
    const Hall hall = fullHall(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            hall.forecaster.forNewcomer(hall.office, timeAt(900), {1}, std::nullopt, std::nullopt));
    }
}
BENCHMARK(forecastOne)->Arg(200);

/// What it costs to learn a year of a large office after a restart.
void learnVisit(benchmark::State& state)
{
    Hall hall = fullHall(1);
    queue::Visit visit = hall.office.visits.begin()->second;
    visit.state = VisitState::Finished;
    visit.promised = WaitRange{.low = 300s, .high = 900s};
    visit.endedAt = timeAt(900).now;
    for (auto _ : state) {
        hall.forecaster.learn(visit);
    }
}
BENCHMARK(learnVisit);

} // namespace

BENCHMARK_MAIN();
