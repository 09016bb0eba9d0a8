#include "controller/simulation/window_times.h"

#include <algorithm>

namespace talon::simulation {

namespace {

bool couldServeSomebody(const queue::Office& office, WindowId id)
{
    const Window* const window = findWindow(office.settings, id);
    return window != nullptr && !window->selfService &&
           std::ranges::any_of(office.lines, [&](const auto& entry) {
               const queue::Line& line = entry.first;
               return line.onlyAt == id ||
                      (line.onlyAt == WindowId{} && canServe(*window, line.service));
           });
}

} // namespace

void WindowTimes::pass(const queue::Office& office, Instant from, Instant to)
{
    const auto span = to - from;
    if (span <= std::chrono::milliseconds{0}) {
        return;
    }
    for (const auto& [id, desk] : office.desks) {
        if (desk.state == WindowState::OnBreak) {
            m_times[id].onBreak += span;
        }
        if (desk.state != WindowState::Open) {
            continue;
        }
        WindowTime& time = m_times[id];
        time.open += span;
        if (desk.visit) {
            time.busy += span;
        } else if (!office.lines.empty() && readyAt(id) <= from && couldServeSomebody(office, id)) {
            time.idleWhileWaiting += span;
        }
    }
}

Instant WindowTimes::readyAt(WindowId window) const
{
    const auto found = m_ready.find(window);
    return found == m_ready.end() ? Instant::min() : found->second;
}

} // namespace talon::simulation
