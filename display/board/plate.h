#pragma once

#include "display/board/board.h"

#include <string>
#include <string_view>

namespace talon::board {

/// What the plate above one window says.
enum class PlateState {
    Closed, ///< Nobody works here.
    Away,   ///< Paused or on a break: somebody will be back.
    Free,   ///< Open, nobody is called.
    Called, ///< This visitor is to come.
    Serving,
};

std::string_view name(PlateState state);

struct Plate
{
    PlateState state = PlateState::Closed;
    std::string number;   ///< Of the ticket; empty unless called or serving.
    bool isFresh = false; ///< Called a moment ago: to stand out.

    friend bool operator==(const Plate&, const Plate&) = default;
};

/// A window that the office does not have is closed.
Plate plateOf(const Board& board, const std::string& window);

} // namespace talon::board
