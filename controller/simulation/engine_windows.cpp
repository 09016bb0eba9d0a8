#include "controller/simulation/engine.h"

#include <algorithm>

/// What the clerks do: when they come and go, and whom they call.
namespace talon::simulation {

void Engine::planWindows()
{
    for (const Window& window : m_options.settings.windows) {
        const auto breaks = breaksOn(m_options.plan, window, m_office.day);
        if (breaks != window.breaks) {
            send(queue::PlanBreaks{.window = window.id, .breaks = breaks});
        }
        for (const OpeningHours& work :
             workOn(m_options.plan, m_options.settings, window, m_office.day)) {
            schedule(instantAt(work.opens), Kind::Open, window.id.value);
            schedule(instantAt(work.closes), Kind::Close, window.id.value);
        }
    }
}

/// Stations look by themselves, clerks at their screens.
void Engine::announce(ServiceId service)
{
    if (m_hasStations) {
        schedule(m_now, Kind::Tick);
    }
    offer(service);
}

/// Somebody waits: of the free windows, the first choice calls, else the one free for longest.
void Engine::offer(ServiceId service)
{
    const Window* best = nullptr;
    const auto isBetter = [&](const Window& window) {
        const bool first = std::ranges::count(window.services, service) > 0;
        const bool bestFirst = std::ranges::count(best->services, service) > 0;
        return first != bestFirst ? first : m_times.readyAt(window.id) < m_times.readyAt(best->id);
    };
    for (const Window& window : m_options.settings.windows) {
        const queue::WindowDesk& desk = m_office.desks.at(window.id);
        if (desk.state == WindowState::Open && !desk.visit && !window.selfService &&
            m_shifts[window.id] != Shift::Ending && m_times.readyAt(window.id) <= m_now &&
            canServe(window, service) && !m_wanted.contains(window.id) &&
            (best == nullptr || isBetter(window))) {
            best = &window;
        }
    }
    if (best != nullptr) {
        m_wanted.insert(best->id);
        schedule(m_now, Kind::Call, best->id.value);
    }
}

void Engine::offerAll()
{
    for (const auto& [line, places] : m_office.lines) {
        offer(line.service);
    }
}

void Engine::freed(WindowId window)
{
    if (isStation(window)) {
        schedule(m_now, Kind::Tick);
    } else {
        const Instant ready = m_now + m_options.habits.handOver;
        m_times.setReady(window, ready);
        schedule(ready, Kind::Call, window.value);
    }
    closeIfDone(window);
}

void Engine::call(WindowId window)
{
    const bool wasWanted = m_wanted.erase(window) > 0;
    const queue::WindowDesk& desk = m_office.desks.at(window);
    if (desk.state != WindowState::Open || desk.visit || isStation(window) ||
        m_times.readyAt(window) > m_now) {
        if (wasWanted) {
            offerAll(); // It went on its break instead.
        }
        return;
    }
    const auto decision = decideNow(queue::CallNext{.window = window, .clerk = clerkAt(window)});
    if (decision) {
        applyAll(*decision);
        // It need not be whom the window was offered: another one may take that one.
        offerAll();
    } else if (decision.error() == queue::Refusal::QueueEmpty) {
        closeIfDone(window);
    } else {
        ++m_surprises[decision.error()];
    }
}

void Engine::open(WindowId window)
{
    m_shifts[window] = Shift::On;
    send(queue::OpenWindow{.window = window, .clerk = clerkAt(window)});
}

/// From a break, unless the window was closed meanwhile.
void Engine::comeBack(WindowId window)
{
    if (m_office.desks.at(window).state == WindowState::OnBreak) {
        send(queue::OpenWindow{.window = window, .clerk = clerkAt(window)});
    }
}

/// Who works until the office closes serves whoever is still there; who ends earlier goes.
void Engine::endShift(WindowId window)
{
    Shift& shift = m_shifts[window];
    if (shift == Shift::Off) {
        return;
    }
    if (m_now < m_closing) {
        shift = Shift::Ending;
    } else if (shift != Shift::Staying) {
        shift = Shift::Staying;
        schedule(m_closing + m_options.habits.stay, Kind::Close, window.value);
    }
    closeIfDone(window);
}

void Engine::closeIfDone(WindowId id)
{
    Shift& shift = m_shifts[id];
    const queue::WindowDesk& desk = m_office.desks.at(id);
    if ((shift != Shift::Ending && shift != Shift::Staying) || desk.visit) {
        return;
    }
    const Window* const window = findWindow(m_options.settings, id);
    const bool isWanted =
        !m_onward.empty() || std::ranges::any_of(m_office.lines, [&](const auto& entry) {
            return canServe(*window, entry.first.service);
        });
    const bool stays = m_now < m_closing + m_options.habits.stay && m_now < m_lastMoment;
    if (shift == Shift::Staying && isWanted && stays) {
        return;
    }
    shift = Shift::Off;
    send(queue::CloseWindow{.window = id, .clerk = clerkAt(id)});
}

void Engine::endDay()
{
    for (const auto& [id, desk] : m_office.desks) {
        if (desk.visit && isAt(id, *desk.visit, VisitState::Called)) {
            // Offered to a station when the clock struck.
            send(queue::PutBack{.window = id, .clerk = clerkAt(id)});
        }
    }
    if (!m_office.lines.empty()) {
        send(queue::SendHome{});
    }
    for (const auto& [id, desk] : m_office.desks) {
        if (desk.state != WindowState::Closed && !desk.visit) {
            send(queue::CloseWindow{.window = id, .clerk = clerkAt(id)});
        }
    }
    m_tasks = {};
}

} // namespace talon::simulation
