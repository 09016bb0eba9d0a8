#pragma once

#include "controller/queue/office.h"

#include <optional>

/// Sliding breaks: each window goes on its break on time, one after the other, and nobody is
/// stranded meanwhile.
namespace talon::queue {

struct NextBreak
{
    PlannedBreak planned;
    Instant begins;       ///< As planned.
    int breaksBehind = 0; ///< Once it is taken: see WindowDesk.
};

/// The next break of a window today that is not over and not had; none for a closed window.
std::optional<NextBreak> nextBreak(const Office& office, WindowId window, const OfficeTime& time);

/// Whether every service of this window is given by another open one meanwhile.
bool isCovered(const Office& office, const Window& window);

/// The break that the window should begin now instead of a service of this length; with 0, of an
/// idle window. It may begin early or late by the office's tolerance, later only if it must: as
/// long as it is not covered.
std::optional<NextBreak> dueBreak(const Office& office,
                                  const Window& window,
                                  std::chrono::milliseconds service,
                                  const OfficeTime& time);

} // namespace talon::queue
