#include "controller/simulation/simulate.h"

namespace talon::simulation {

Lived simulate(const Setting& setting,
               const Variant& variant,
               const Arrivals& arrivals,
               const TurnSink& sink)
{
    Measures measures(setting.yardstick);
    Engine engine({.settings = variant.settings,
                   .plan = variant.plan,
                   .habits = setting.habits,
                   .clock = setting.clock,
                   .forecasts = setting.forecasts},
                  [&](const Turn& turn) {
                      measures.add(turn);
                      if (sink) {
                          sink(turn);
                      }
                  });
    for (const Day day : setting.days) {
        engine.liveDay(day, arrivals(day));
        measures.addDay();
    }
    measures.setWindows(engine.windowTimes());
    return {.measures = std::move(measures), .surprises = engine.surprises()};
}

std::vector<Day> workingDays(const OfficeSettings& settings, Day from, int count)
{
    constexpr int DaysAtMost = 20;
    std::vector<Day> days;
    const Day last = from + std::chrono::days{count * DaysAtMost};
    for (Day day = from; day < last && static_cast<int>(days.size()) < count;
         day += std::chrono::days{1}) {
        if (!hoursOn(settings, day).empty()) {
            days.push_back(day);
        }
    }
    return days;
}

} // namespace talon::simulation
