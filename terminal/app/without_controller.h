#pragma once

#include "shared/wire/terminal_view.h"

namespace talon::terminal {

/// What the office offers by what was known of it last, when nobody can be asked: by its hours of
/// two days. Who waits and how long is not known any more, nor is it claimed. What the staff or the
/// forecast had stopped stays stopped until the day is over.
wire::TerminalView withoutController(const wire::TerminalView& last, Instant now);

/// The business day at this moment, as far as it is known: today or the next one.
std::optional<Day> dayAt(const wire::TerminalView& last, Instant now);

} // namespace talon::terminal
