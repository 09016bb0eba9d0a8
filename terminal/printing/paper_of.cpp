#include "terminal/printing/paper_of.h"

#include <algorithm>
#include <chrono>

namespace talon::terminal {

using namespace std::chrono;

TicketPaper paperOf(const wire::Ticket& ticket, const wire::TerminalView& view)
{
    const auto local = ticket.joinedAt + minutes(view.office.utcOffsetMinutes);
    TicketPaper paper{
        .visit = ticket.visit,
        .code = visitCode(ticket.visit, ticket.number),
        .language = ticket.language,
        .officeName = inLanguage(view.office.name, ticket.language),
        .number = ticket.number,
        .priority = ticket.category.has_value(),
        .peopleAhead = ticket.peopleAhead,
        .wait = ticket.promised ? std::optional(inMinutes(*ticket.promised)) : std::nullopt,
        .day = floor<days>(local),
        .minuteOfDay = floor<minutes>(local - floor<days>(local)),
        .qualityLine = view.office.qualityLine,
        .layout = view.ticket ? *view.ticket : usualTicket(),
    };
    const auto service = std::ranges::find(view.services, ticket.service, &wire::ServiceChoice::id);
    if (service != view.services.end()) {
        paper.service = inLanguage(service->name, ticket.language);
        paper.bring = inLanguage(service->bring, ticket.language);
    }
    return paper;
}

} // namespace talon::terminal
