#pragma once

#include "controller/queue/office.h"

#include <chrono>
#include <map>

namespace talon::simulation {

/// How a window spent its time.
struct WindowTime
{
    std::chrono::milliseconds open{0}; ///< A clerk was there, breaks not counted.
    std::chrono::milliseconds busy{0}; ///< Of that: with a visitor, called or served.
    std::chrono::milliseconds onBreak{0};
    /// Open and free while somebody waited whom it can serve, beyond the clerk's own moment
    /// between two visitors. The rule allows none.
    std::chrono::milliseconds idleWhileWaiting{0};

    friend bool operator==(const WindowTime&, const WindowTime&) = default;
};

/// Watches the windows of an office while time passes between two events.
class WindowTimes
{
public:
    /// Nothing has changed between these moments.
    void pass(const queue::Office& office, Instant from, Instant to);

    /// The clerk is free for the next visitor from this moment on.
    void setReady(WindowId window, Instant at) { m_ready[window] = at; }
    Instant readyAt(WindowId window) const;

    const std::map<WindowId, WindowTime>& times() const { return m_times; }

private:
    std::map<WindowId, WindowTime> m_times;
    std::map<WindowId, Instant> m_ready;
};

} // namespace talon::simulation
