#include "shared/wire/settings_json.h"
#include "shared/wire/ticket_template_json.h"
#include "tests/shared/golden_message.h"

using namespace talon;
using namespace talon::test;
using namespace talon::wire;

namespace {

TicketTemplate ownTicket()
{
    return {.parts = {{.part = TicketPart::Logo},
                      {.part = TicketPart::Number, .size = PartSize::Large},
                      {.part = TicketPart::Rule},
                      {.part = TicketPart::OwnText,
                       .size = PartSize::Small,
                       .text = {{"ru", "Спасибо"}, {"en", "Thank you"}}}},
            .logo = "\x89PNG"};
}

std::string errorOf(const TicketTemplate& ticket)
{
    const auto checked = check(ticket);
    return checked ? "" : describe(checked.error());
}

} // namespace

TEST_CASE("a ticket's template is kept and read")
{
    checkBothWays(u"ticket_template.json"_s, ownTicket(), ticketTemplateFromJson);
}

TEST_CASE("a template names the first thing in it that cannot work")
{
    CHECK(errorOf(usualTicket()).empty());
    CHECK(errorOf(ownTicket()).empty());
    CHECK(errorOf({}) == "parts must have the number once");
    TicketTemplate twice = usualTicket();
    twice.parts.push_back({.part = TicketPart::Number});
    CHECK(errorOf(twice) == "parts must have the number once");
    TicketTemplate silent = usualTicket();
    silent.parts.push_back({.part = TicketPart::OwnText, .text = {{"en", "Thanks"}}});
    CHECK(errorOf(silent) == "parts[13].text.ru is missing");
    TicketTemplate odd = usualTicket();
    odd.parts[1].text = {{"ru", "Слова"}};
    CHECK(errorOf(odd) == "parts[1].text stands only with the part \"text\"");
    TicketTemplate heavy = usualTicket();
    heavy.logo.assign(LogoBytesMax + 1, 'x');
    CHECK(errorOf(heavy) == "logo is larger than 8192 bytes");
    TicketTemplate endless = usualTicket();
    endless.parts.resize(TemplatePartsMax + 1);
    CHECK(errorOf(endless) == "parts has more than 40 entries");
}

TEST_CASE("a template that cannot be read names its place")
{
    const auto unknown = ticketTemplateFromJson(
        {{u"parts"_s, QJsonArray{QJsonObject{{u"part"_s, u"horoscope"_s}}}}});
    REQUIRE_FALSE(unknown);
    CHECK(describe(unknown.error()) == "parts[0].part is not a known name");
    QJsonObject broken = toJson(usualTicket());
    broken.insert(u"logo"_s, u"no base64!"_s);
    const auto logo = ticketTemplateFromJson(broken);
    REQUIRE_FALSE(logo);
    CHECK(describe(logo.error()) == "logo is not base64");
}
