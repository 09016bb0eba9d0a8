#pragma once

#include "hw/escpos/status.h"

#include <string>
#include <vector>

namespace talon::hw {

/// What CUPS says of a queue.
struct QueueState
{
    bool isStopped = false;
    bool isAccepting = true;
    std::vector<std::string> reasons; ///< printer-state-reasons: "media-empty-error".
};

/// Warnings let a ticket through; whoever prints for a hall hears of paper that runs low.
escpos::Condition conditionOf(const QueueState& state);

/// The queue's program still looks for its printer: nothing has gone to it.
bool isConnecting(const QueueState& state);

} // namespace talon::hw
