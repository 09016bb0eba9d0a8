#include "shared/domain/ticket_template.h"

#include "shared/base/ensure.h"

#include <algorithm>

namespace talon {

std::string_view name(TicketPart part)
{
    switch (part) {
    case TicketPart::Logo: return "logo";
    case TicketPart::Office: return "office";
    case TicketPart::Number: return "number";
    case TicketPart::Service: return "service";
    case TicketPart::Queue: return "queue";
    case TicketPart::Documents: return "documents";
    case TicketPart::Advice: return "advice";
    case TicketPart::QualityLine: return "qualityLine";
    case TicketPart::Code: return "code";
    case TicketPart::OwnText: return "text";
    case TicketPart::Rule: return "rule";
    }
    TALON_ENSURE(false);
}

std::string_view name(PartSize size)
{
    switch (size) {
    case PartSize::Small: return "small";
    case PartSize::Normal: return "normal";
    case PartSize::Large: return "large";
    }
    TALON_ENSURE(false);
}

TicketTemplate usualTicket()
{
    using enum TicketPart;
    TicketTemplate usual;
    for (const TicketPart part : {Logo, Office, Rule, Number, Service, Rule, Queue, Rule, Documents,
                                  Rule, Advice, QualityLine, Code}) {
        usual.parts.push_back({.part = part});
    }
    return usual;
}

Expected<Done, ParseError> check(const TicketTemplate& ticket)
{
    const auto wrong = [](std::string field, std::string what) {
        return Unexpected(ParseError{.field = std::move(field), .what = std::move(what)});
    };
    if (ticket.parts.size() > TemplatePartsMax) {
        return wrong("parts", "has more than " + std::to_string(TemplatePartsMax) + " entries");
    }
    if (std::ranges::count(ticket.parts, TicketPart::Number, &TemplatePart::part) != 1) {
        return wrong("parts", "must have the number once");
    }
    for (std::size_t i = 0; i < ticket.parts.size(); ++i) {
        const TemplatePart& each = ticket.parts[i];
        const std::string field = "parts[" + std::to_string(i) + "].text";
        if (each.part == TicketPart::OwnText && !each.text.contains(FirstLanguage)) {
            return wrong(field + "." + FirstLanguage, "is missing");
        }
        if (each.part != TicketPart::OwnText && !each.text.empty()) {
            return wrong(field, "stands only with the part \"text\"");
        }
    }
    if (ticket.logo.size() > LogoBytesMax) {
        return wrong("logo", "is larger than " + std::to_string(LogoBytesMax) + " bytes");
    }
    return Done{};
}

} // namespace talon
