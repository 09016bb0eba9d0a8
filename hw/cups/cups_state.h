#pragma once

#include "hw/escpos/status.h"

#include <chrono>
#include <string>
#include <vector>

namespace talon::hw {

/// What CUPS says of a queue.
struct QueueState
{
    bool isIdle = true;
    bool isStopped = false;
    bool isAccepting = true;
    std::vector<std::string> reasons; ///< printer-state-reasons: "media-empty-error".
    std::chrono::seconds age{0};      ///< Since it said anything new.
};

/// Warnings let a ticket through; whoever prints for a hall hears of paper that runs low. An idle
/// queue does not look after its printer: what it said of the last job is forgotten after a minute,
/// and the next ticket tries, or a queue that once ran out of paper would be shut for ever.
escpos::Condition conditionOf(const QueueState& state);

/// The queue's program still looks for its printer: nothing has gone to it.
bool isConnecting(const QueueState& state);

} // namespace talon::hw
