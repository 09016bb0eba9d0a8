#include "controller/api/feed_hub.h"
#include "controller/api/handlers.h"
#include "controller/api/query.h"
#include "controller/api/submission.h"
#include "shared/domain/booking.h"
#include "shared/wire/json_values.h"
#include "shared/wire/ticket_json.h"

#include <charconv>
#include <ranges>

using namespace Qt::StringLiterals;

namespace talon::api {

namespace {

constexpr std::size_t TicketsUnlessSaid = 20;
constexpr std::size_t TicketsMax = 100;

/// The ticket as it would be given out now: with who is ahead and how long it takes from here.
wire::Ticket ticketOf(const Scene& scene, const queue::Visit& visit)
{
    return {.visit = visit.id,
            .number = visit.number,
            .service = visit.service,
            .category = visit.category,
            .language = visit.language,
            .joinedAt = visit.joinedAt,
            .peopleAhead = queue::peopleAhead(scene.office, visit.id),
            .promised = visitRow(scene, visit).forecast};
}

/// None when it is no number from 1 to the most.
std::optional<std::size_t> countFrom(const std::string& text)
{
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool isCount = error == std::errc() && end == text.data() + text.size();
    return isCount && count >= 1 && count <= TicketsMax ? std::optional(count) : std::nullopt;
}

} // namespace

void ticketList(const Call& call)
{
    const auto number = valueIn(call.request.query, "number");
    const auto last = valueIn(call.request.query, "last");
    const auto count = last ? countFrom(*last) : TicketsUnlessSaid;
    if (!count) {
        call.reply(fault(400, "last must be from 1 to 100"));
        return;
    }
    const Scene scene = sceneOf(call.desk.access);
    // As people type it: "а-015".
    const std::string wanted = plainCode(number.value_or(""));
    QJsonArray tickets;
    for (const auto& [id, visit] : scene.office.visits | std::views::reverse) {
        if (visit.day != scene.office.day || (number && plainCode(visit.number) != wanted)) {
            continue;
        }
        tickets.append(toJson(ticketOf(scene, visit)));
        if (static_cast<std::size_t>(tickets.size()) == *count) {
            break;
        }
    }
    call.reply({.status = 200, .body = compact({{u"tickets"_s, tickets}})});
}

} // namespace talon::api
