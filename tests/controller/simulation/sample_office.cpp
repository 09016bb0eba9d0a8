#include "tests/controller/simulation/sample_office.h"

#include "controller/queue/invariants.h"
#include "controller/simulation/csv.h"
#include "controller/simulation/trace.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <sstream>

using namespace std::chrono_literals;

namespace talon::test {

using namespace simulation;

namespace {

/// Seconds for the table, from the minutes of the text.
std::string inSeconds(const std::string& minutes)
{
    return std::to_string(std::stoi(minutes) * 60);
}

/// The table that says the same as the short lines.
std::string traceOf(const std::string& visitors)
{
    std::string csv = "day,arrival,service,service_time,category,booking,patience,then,people\n";
    std::istringstream lines(visitors);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string time;
        std::string service;
        std::string minutes;
        if (!(words >> time >> service >> minutes)) {
            continue;
        }
        std::map<std::string, std::string> more;
        for (std::string word; words >> word;) {
            const auto equals = word.find('=');
            more[word.substr(0, equals)] = word.substr(equals + 1);
        }
        std::string then = more["then"];
        if (!then.empty()) {
            const auto colon = then.find(':');
            then = then.substr(0, colon + 1) + inSeconds(then.substr(colon + 1));
        }
        const std::string patience = more["patience"].empty() ? "" : inSeconds(more["patience"]);
        csv += csvLine({dayText(SampleDay), time, service, inSeconds(minutes), more["category"],
                        more["booking"], patience, then, more["people"]});
    }
    return csv;
}

} // namespace

OfficeSettings sampleSettings()
{
    OfficeSettings settings;
    settings.name = {{"ru", "Образец"}, {"en", "Sample"}};
    settings.timeZone = "Europe/Saratov";
    for (std::size_t weekday = 0; weekday < 5; ++weekday) {
        settings.hours.week.at(weekday) = {{.opens = 8h, .closes = 17h}};
    }
    settings.services = {
        {.id = {1}, .name = {{"ru", "Показания"}}, .prefix = "А", .target = 10min},
        {.id = {2}, .name = {{"ru", "Касса"}}, .prefix = "Б", .target = 20min},
        {.id = {3},
         .segment = Segment::B2b,
         .name = {{"ru", "Договор"}},
         .prefix = "В",
         .target = 30min},
    };
    settings.categories = {{.id = {1}, .name = {{"ru", "Ветеран"}}, .target = 0min}};
    settings.topics = {{.id = {1}, .services = {}, .name = {{"ru", "Консультация"}}}};
    settings.windows = {
        {.id = {1}, .name = "1", .services = {{1}, {2}}, .helpsWith = {}, .breaks = {}}};
    return settings;
}

SampleRun live(const std::string& visitors, OfficeSettings settings, WindowPlan plan, Habits habits)
{
    const auto trace = traceFromCsv(traceOf(visitors), settings, SampleClock);
    INFO((trace ? "" : describe(trace.error())));
    REQUIRE(trace);
    SampleRun run{.turns = {}, .measures = Measures(settings), .surprises = {}};
    Engine engine({.settings = std::move(settings),
                   .plan = std::move(plan),
                   .habits = habits,
                   .clock = SampleClock},
                  [&](const Turn& turn) {
                      run.turns.push_back(turn);
                      run.measures.add(turn);
                  });
    engine.beginDay(SampleDay, trace->at(SampleDay));
    while (engine.step()) {
        const auto broken = queue::brokenInvariant(engine.office());
        INFO(broken.value_or(""));
        REQUIRE_FALSE(broken);
    }
    run.measures.addDay();
    run.measures.setWindows(engine.windowTimes());
    run.surprises = engine.surprises();
    CHECK(run.surprises.empty());
    CHECK(engine.office().lines.empty());
    CHECK(run.measures.windowsTogether().idleWhileWaiting == 0ms);
    return run;
}

std::string SampleRun::order() const
{
    std::vector<Turn> called;
    std::ranges::copy_if(turns, std::back_inserter(called),
                         [](const Turn& turn) { return turn.calledAt.has_value(); });
    std::ranges::stable_sort(called, {}, &Turn::calledAt);
    std::string text;
    for (const Turn& turn : called) {
        text += (text.empty() ? "" : " ") + turn.number;
    }
    return text;
}

int SampleRun::waitOf(const std::string& number) const
{
    return static_cast<int>(
        std::chrono::floor<std::chrono::minutes>(simulation::waitOf(turn(number))).count());
}

const Turn& SampleRun::turn(const std::string& number) const
{
    const auto found = std::ranges::find(turns, number, &Turn::number);
    REQUIRE(found != turns.end());
    return *found;
}

} // namespace talon::test
