#pragma once

#include "controller/queue/visit.h"
#include "controller/simulation/arrival.h"
#include "controller/simulation/plan.h"
#include "controller/simulation/trace.h"
#include "shared/domain/settings.h"

#include <map>
#include <optional>
#include <vector>

/// Days that were lived once, made ready to be lived again otherwise.
namespace talon::simulation {

/// What a journal has, by business day, each in order of joining.
using PastVisits = std::map<Day, std::vector<queue::Visit>>;

/// Who came when and for what, with the service times that were measured. For whoever was not
/// served, the mean of the service stands in; whoever was absent when called is so again.
Trace arrivalsOf(const PastVisits& past, const OfficeSettings& settings);

/// From the first call to the last visit of each window and day. A quarter of an hour or more
/// without a visitor, while somebody for its own services waited five minutes of it, is time away.
WindowPlan
staffingOf(const PastVisits& past, const OfficeSettings& settings, const WallClock& clock);

/// From a call to the start of the service, as it usually was; none when nobody was served.
std::optional<std::chrono::seconds> walkOf(const PastVisits& past);

} // namespace talon::simulation
