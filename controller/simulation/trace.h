#pragma once

#include "controller/simulation/arrival.h"
#include "controller/simulation/wall_clock.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/domain/settings.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Visitors of days past or imagined, as a table that any program can write:
///
///     arrival,service,segment,category,booking,patience,service_time,people,then
///     2026-11-24T10:05:30,1,b2c,,,600,180,1,
///
/// docs/simulate.md tells each column.
namespace talon::simulation {

/// By business day, each in order of coming.
using Trace = std::map<Day, std::vector<Arrival>>;

/// Services and categories are found by id or by name in any language; a service also by the
/// letters on its tickets. A fault names its line and column.
Expected<Trace, ParseError>
traceFromCsv(std::string_view text, const OfficeSettings& settings, const WallClock& clock);

std::string traceHeader();
std::string
traceLine(const Arrival& arrival, const OfficeSettings& settings, const WallClock& clock);

} // namespace talon::simulation
