#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/text.h"
#include "shared/domain/visit.h"
#include "shared/domain/wait_range.h"
#include "shared/domain/window.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a hall shows and says: pure, so that every rule of it can be tested without a screen.
namespace talon::board {

/// A visitor who was called, now or lately.
struct Call
{
    std::int64_t id = 0; ///< Of this call or recall; grows with each.
    VisitId visit;
    ServiceId service;
    std::string number;                    ///< As on the ticket: "А015".
    std::string window;                    ///< As on its plate: "5".
    VisitState state = VisitState::Called; ///< Called: still awaited at the window.
    std::string language = FirstLanguage;  ///< To be called in.
    int times = 1;                         ///< 2 and more: called again.
    Instant at;

    friend bool operator==(const Call&, const Call&) = default;
};

struct WindowPlate
{
    WindowId id;
    std::string name;
    WindowState state = WindowState::Closed;
    std::optional<std::string> number; ///< Whom it calls or serves.
    std::vector<ServiceId> services;   ///< Its first choice.

    friend bool operator==(const WindowPlate&, const WindowPlate&) = default;
};

struct Queue
{
    ServiceId service;
    Text name;
    int waiting = 0;
    std::optional<WaitRange> forecast = {}; ///< For one who joins now; none when not known.
    std::vector<std::string> next = {};     ///< Numbers of those due first.

    friend bool operator==(const Queue&, const Queue&) = default;
};

/// The hall as the controller knows it: what the board is made from.
struct Hall
{
    bool open = false;
    std::vector<Call> calls; ///< In any order.
    std::vector<WindowPlate> windows;
    std::vector<Queue> queues;

    friend bool operator==(const Hall&, const Hall&) = default;
};

} // namespace talon::board
