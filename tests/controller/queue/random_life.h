#pragma once

#include "controller/queue/commands.h"
#include "controller/queue/events.h"

#include <functional>
#include <vector>

namespace talon::test {

/// One command that was accepted, and what it did.
struct Step
{
    const queue::Office& before;
    const queue::Command& command;
    const std::vector<queue::Event>& events;
    const queue::Office& after;
    const OfficeTime& time;
};

/// A command that was refused.
struct RefusedStep
{
    const queue::Office& office;
    const queue::Command& command;
    queue::Refusal refusal;
    const OfficeTime& time;
};

struct Watch
{
    std::function<void(const Step&)> accepted = [](const Step&) {};
    std::function<void(const RefusedStep&)> refused = [](const RefusedStep&) {};
};

/// A life of some days, at random and mostly senseless, by a clock that sometimes jumps. The same
/// seed makes the same life. After every event the invariants are checked, after every decision
/// that it changed nothing.
struct Life
{
    queue::Office office; ///< As it was lived.
    std::vector<queue::Event> journal;
};

Life live(std::uint64_t seed, const Watch& watch = {});

/// The office before the first event of a life.
queue::Office newOffice();

} // namespace talon::test
