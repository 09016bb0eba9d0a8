#pragma once

#include "shared/wire/terminal_view.h"
#include "shared/wire/ticket_json.h"
#include "terminal/ticket/ticket_paper.h"

namespace talon::terminal {

/// The ticket as the office's present names things. A service that the view does not know leaves
/// its name empty: the number is what counts.
TicketPaper paperOf(const wire::Ticket& ticket, const wire::TerminalView& view);

} // namespace talon::terminal
