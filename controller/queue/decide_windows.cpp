#include "controller/queue/breaks.h"
#include "controller/queue/decisions.h"
#include "controller/queue/wall_time.h"

#include <algorithm>

namespace talon::queue {

namespace {

/// A break that nobody planned.
constexpr std::chrono::minutes UnplannedBreak{15};

bool isStation(const Office& office, WindowId id)
{
    const Window* const window = findWindow(office.settings, id);
    return window != nullptr && window->selfService;
}

/// The desk of a clerk who wants to leave it, which takes that nobody is there.
Expected<const WindowDesk*, Refusal>
emptyDeskOf(const Office& office, WindowId window, StaffId clerk)
{
    const auto desk = deskOf(office, window, clerk);
    if (desk && (*desk)->visit) {
        return Unexpected(Refusal::WindowHasVisit);
    }
    return desk;
}

} // namespace

Expected<const WindowDesk*, Refusal> deskOf(const Office& office, WindowId window, StaffId clerk)
{
    const WindowDesk* const desk = findDesk(office, window);
    if (desk == nullptr) {
        return Unexpected(Refusal::UnknownWindow);
    }
    if (desk->state == WindowState::Closed) {
        return Unexpected(Refusal::WindowClosed);
    }
    if (desk->clerk != clerk && !isStation(office, window)) {
        return Unexpected(Refusal::WindowTaken);
    }
    return desk;
}

Decision on(const Office& office, const OpenWindow& command, const OfficeTime& time)
{
    const WindowDesk* const desk = findDesk(office, command.window);
    if (desk == nullptr) {
        return Unexpected(Refusal::UnknownWindow);
    }
    const bool station = isStation(office, command.window);
    if (!station) {
        if (desk->state != WindowState::Closed && desk->clerk != command.clerk) {
            return Unexpected(Refusal::WindowTaken);
        }
        const bool elsewhere = std::ranges::any_of(office.desks, [&](const auto& entry) {
            return entry.first != command.window && entry.second.clerk == command.clerk;
        });
        if (elsewhere) {
            return Unexpected(Refusal::ClerkElsewhere);
        }
    }
    if (desk->state == WindowState::Open) {
        return nothing();
    }
    return one(WindowOpened{
        .window = command.window, .clerk = station ? StaffId{} : command.clerk, .at = time.now});
}

Decision on(const Office& office, const PauseWindow& command, const OfficeTime& time)
{
    const auto desk = emptyDeskOf(office, command.window, command.clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    if ((*desk)->state == WindowState::Paused) {
        return nothing();
    }
    return one(WindowPaused{.window = command.window, .at = time.now});
}

Decision on(const Office& office, const CloseWindow& command, const OfficeTime& time)
{
    const auto desk = emptyDeskOf(office, command.window, command.clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    return one(WindowClosed{.window = command.window, .at = time.now});
}

/// Within the tolerance around a planned break it is that one.
Decision on(const Office& office, const TakeBreak& command, const OfficeTime& time)
{
    const auto desk = emptyDeskOf(office, command.window, command.clerk);
    if (!desk) {
        return Unexpected(desk.error());
    }
    if ((*desk)->state == WindowState::OnBreak) {
        return nothing();
    }
    const auto next = nextBreak(office, command.window, time);
    const bool planned = next && time.now >= next->begins - office.settings.rules.breakTolerance;
    const bool alone = command.evenAlone || (planned && next->planned.evenAlone);
    if (!alone && !isCovered(office, *findWindow(office.settings, command.window))) {
        return Unexpected(Refusal::BreakNotCovered);
    }
    return one(BreakBegun{.window = command.window,
                          .backAt = time.now + (planned ? next->planned.length : UnplannedBreak),
                          .breaksBehind = planned ? next->breaksBehind : 0,
                          .at = time.now});
}

Decision on(const Office& office, const PlanBreaks& command, const OfficeTime& time)
{
    if (findDesk(office, command.window) == nullptr) {
        return Unexpected(Refusal::UnknownWindow);
    }
    const auto lastMinute = std::chrono::minutes{1440} + office.settings.dayBegins;
    if (!checkBreaks(command.breaks, lastMinute)) {
        return Unexpected(Refusal::OutOfRange);
    }
    return one(BreaksPlanned{.window = command.window, .breaks = command.breaks, .at = time.now});
}

} // namespace talon::queue
