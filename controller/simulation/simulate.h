#pragma once

#include "controller/simulation/engine.h"
#include "controller/simulation/measures.h"
#include "controller/simulation/variant.h"

#include <map>
#include <vector>

namespace talon::simulation {

/// What all variants have in common.
struct Setting
{
    std::vector<Day> days; ///< In order.
    Habits habits;
    WallClock clock;
    OfficeSettings yardstick; ///< Whose targets count.
    bool forecasts = false;   ///< See Engine::Options.
};

struct Lived
{
    Measures measures;
    std::map<queue::Refusal, std::int64_t> surprises; ///< See Engine.
};

/// Lives all the days under one variant. The sink, which may be none, is told of each turn.
Lived simulate(const Setting& setting,
               const Variant& variant,
               const Arrivals& arrivals,
               const TurnSink& sink = {});

/// So many days from this one on, on which the office is open; fewer when it hardly ever is.
std::vector<Day> workingDays(const OfficeSettings& settings, Day from, int count);

} // namespace talon::simulation
