#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace talon::simulation {

/// One thing that a visitor comes for.
struct Errand
{
    ServiceId service;
    std::chrono::seconds takes{0}; ///< At the window, from its start to its end.

    friend bool operator==(const Errand&, const Errand&) = default;
};

/// Somebody who comes to the office, with everything about them that no queue can change. What
/// becomes of them is the simulation's to find out.
struct Arrival
{
    Instant at; ///< At the terminal; whole seconds.
    std::optional<CategoryId> category;
    std::optional<Instant> bookedFor;
    /// Is gone when called later than this after their wait began; none: waits for ever.
    std::optional<std::chrono::seconds> patience;
    int people = 1;
    std::vector<Errand> errands; ///< In turn, on one ticket; at least one.

    friend bool operator==(const Arrival&, const Arrival&) = default;
};

/// The visitors of a business day, in order of coming.
using Arrivals = std::function<std::vector<Arrival>(Day)>;

} // namespace talon::simulation
