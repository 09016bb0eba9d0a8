#pragma once

#include "display/board/hall.h"

namespace talon::board {

/// What the middle of the board is about.
enum class Scene {
    Calls,   ///< Somebody is called.
    Welcome, ///< Open, and nobody is called at the moment.
    Closed,  ///< The office is closed and all its visitors have gone.
};

struct ShownCall
{
    Call call;
    bool isFresh = false; ///< Called a moment ago: to stand out.

    friend bool operator==(const ShownCall&, const ShownCall&) = default;
};

/// What is shown. The screen decides only how large.
struct Board
{
    Scene scene = Scene::Closed;
    std::vector<ShownCall> present; ///< Latest first, all of them.
    std::vector<ShownCall> recent;  ///< Latest first, up to RecentMax, none that is present.
    std::vector<Queue> queues;      ///< Those in which somebody waits, the longest first.
    int waiting = 0;                ///< In all queues.
    std::vector<WindowPlate> windows;

    friend bool operator==(const Board&, const Board&) = default;
};

/// The board of a hall at a moment of the controller's clock.
Board boardOf(const Hall& hall, Instant now);

} // namespace talon::board
