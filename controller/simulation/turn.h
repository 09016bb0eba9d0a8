#pragma once

#include "controller/queue/refusal.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/wait_range.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace talon::simulation {

/// What came of waiting for a service.
enum class Outcome {
    Served,
    Left,       ///< Had lost patience when called, or before being sent home.
    Dropped,    ///< Still waited when the day ended.
    TurnedAway, ///< Got no ticket.
};

inline constexpr std::array Outcomes{Outcome::Served, Outcome::Left, Outcome::Dropped,
                                     Outcome::TurnedAway};

std::string_view name(Outcome outcome);

/// One wait for one service, from the ticket to its end. A visit with several services in turn
/// has several.
struct Turn
{
    Day day{};
    VisitId visit;      ///< 0 for one turned away.
    std::string number; ///< As printed.
    ServiceId service;
    std::optional<CategoryId> category;
    std::optional<Instant> bookedFor;
    int people = 1;
    bool isFirst = true; ///< Of its visit.
    bool isLast = true;
    Instant joinedAt; ///< The office.
    /// Its wait counts from here: joined, or the booked time if later, or passed on.
    Instant since;
    std::optional<Instant> calledAt;
    std::optional<Instant> startedAt;
    Instant endedAt;
    std::optional<WindowId> window;
    bool helping = false;              ///< The window's second choice.
    std::optional<WaitRange> promised; ///< The wait told on the ticket, when forecasts are made.
    Outcome outcome = Outcome::Served;
    std::optional<queue::Refusal> refusal; ///< Why turned away.
    /// How often a window that serves both called somebody whose wait began later.
    int overtaken = 0;
    std::chrono::milliseconds overtakenBy{0}; ///< How much later at most.

    friend bool operator==(const Turn&, const Turn&) = default;
};

/// Until called. Whoever is called before a booked time has not waited.
inline std::chrono::milliseconds waitOf(const Turn& turn)
{
    return std::max(turn.calledAt.value_or(turn.endedAt) - turn.since,
                    std::chrono::milliseconds{0});
}

/// Is told of each turn as it ends.
using TurnSink = std::function<void(const Turn&)>;

} // namespace talon::simulation
