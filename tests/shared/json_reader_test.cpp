#include "shared/wire/json_reader.h"

#include "shared/wire/hall_view.h"
#include "shared/wire/json_values.h"
#include "shared/wire/ticket_json.h"
#include "tests/support/catch.h"

#include <QJsonDocument>

using namespace talon;
using namespace talon::wire;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject object(const char* text)
{
    const auto parsed = objectFromText(text);
    REQUIRE(parsed);
    return *parsed;
}

/// What a reading says is wrong with a text; empty when nothing is.
template <class Read>
std::string fault(const char* text, Read read)
{
    JsonReader json(object(text));
    read(json);
    const auto done = json.finish(0);
    return done ? std::string() : describe(done.error());
}

std::string faultOfTicketRequest(const char* text)
{
    const auto request = ticketRequestFromJson(object(text));
    return request ? std::string() : describe(request.error());
}

} // namespace

TEST_CASE("a text that is not one JSON object is refused with the place")
{
    CHECK(objectFromText("{}"));
    REQUIRE_FALSE(objectFromText(""));
    REQUIRE_FALSE(objectFromText("[1]"));
    CHECK(describe(objectFromText("[1]").error()) == "must be a JSON object");
    REQUIRE_FALSE(objectFromText("{\"a\": 1} {\"b\": 2}"));
    const std::string what = describe(objectFromText("{\"a\": }").error());
    CHECK_THAT(what, Catch::StartsWith("not JSON at byte 7"));
}

TEST_CASE("JSON nested without end is refused, not followed")
{
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    CHECK_FALSE(objectFromText("{\"a\":" + deep + "}"));
}

TEST_CASE("each wrong field of a ticket request is named")
{
    CHECK(faultOfTicketRequest(R"({"service": 1})").empty());
    CHECK(faultOfTicketRequest(R"({})") == "service is missing");
    CHECK(faultOfTicketRequest(R"({"service": null})") == "service must be a whole number");
    CHECK(faultOfTicketRequest(R"({"service": "1"})") == "service must be a whole number");
    CHECK(faultOfTicketRequest(R"({"service": 1.5})") == "service must be a whole number");
    CHECK(faultOfTicketRequest(R"({"service": true})") == "service must be a whole number");
    CHECK(faultOfTicketRequest(R"({"service": 0})") == "service is out of range");
    CHECK(faultOfTicketRequest(R"({"service": -1})") == "service is out of range");
    CHECK(faultOfTicketRequest(R"({"service": 1, "category": "4"})") ==
          "category must be a whole number");
    CHECK(faultOfTicketRequest(R"({"service": 1, "category": null})").empty());
    CHECK(faultOfTicketRequest(R"({"service": 1, "language": 7})") == "language must be a text");
    CHECK(faultOfTicketRequest(R"({"service": 1, "language": "ru-RU-Saratov"})") ==
          "language is too long");
}

TEST_CASE("the first wrong field is named, not the last")
{
    CHECK(faultOfTicketRequest(R"({"service": 0, "category": 0, "language": 0})") ==
          "service is out of range");
}

TEST_CASE("a number too large for an integer is out of range, not zero")
{
    const auto read = [](JsonReader& json) { json.integer("n", 0, 100); };
    CHECK(fault(R"({"n": 100})", read).empty());
    CHECK(fault(R"({"n": 101})", read) == "n is out of range");
    CHECK(fault(R"({"n": 1e300})", read) == "n is out of range");
    CHECK(fault(R"({"n": -1e300})", read) == "n is out of range");
    CHECK(fault(R"({"n": 9223372036854775808})", read) == "n is out of range");
    const auto any = [](JsonReader& json) { json.integer("n"); };
    CHECK(fault(R"({"n": 9223372036854775807})", any).empty());
    CHECK(fault(R"({"n": 1e19})", any) == "n is out of range");
    const auto ids = [](JsonReader& json) { json.ids<ServiceId>("n"); };
    CHECK(fault(R"({"n": [1, 2]})", ids).empty());
    CHECK(fault(R"({"n": [1, 1e300]})", ids) == "n must have ids only");
    CHECK(fault(R"({"n": [0]})", ids) == "n must have ids only");
    CHECK(fault(R"({"n": ["1"]})", ids) == "n must have ids only");
}

TEST_CASE("whole numbers beyond what a double holds keep every digit")
{
    JsonReader json(object(R"({"n": 9007199254740993})"));
    CHECK(json.integer("n") == 9'007'199'254'740'993);
    CHECK(json.finish(0));
}

TEST_CASE("an enum's name must be a known one")
{
    const auto read = [](JsonReader& json) { json.choice("state", VisitStates); };
    for (const VisitState state : VisitStates) {
        JsonReader json(QJsonObject{{u"state"_s, toJson(name(state))}});
        CHECK(json.choice("state", VisitStates) == state);
        CHECK(json.finish(0));
    }
    CHECK(fault(R"({"state": "lost"})", read) == "state is not a known name");
    CHECK(fault(R"({"state": ""})", read) == "state is not a known name");
    CHECK(fault(R"({"state": 2})", read) == "state must be a text");
    CHECK(fault(R"({})", read) == "state is missing");
}

TEST_CASE("a fault inside a list names the item and the field")
{
    const auto read = [](JsonReader& json) {
        json.list("calls", [](JsonReader& call) { return call.integer("id", 1); });
    };
    CHECK(fault(R"({"calls": [{"id": 1}, {"id": 2}]})", read).empty());
    CHECK(fault(R"({"calls": [{"id": 1}, {"id": 0}]})", read) == "calls[1].id is out of range");
    CHECK(fault(R"({"calls": [{"id": 1}, {}]})", read) == "calls[1].id is missing");
    CHECK(fault(R"({"calls": [1]})", read) == "calls must have objects only");
    CHECK(fault(R"({"calls": {}})", read) == "calls must be a list");
    CHECK(fault(R"({})", read) == "calls is missing");
}

TEST_CASE("a fault inside an object names the path")
{
    const auto read = [](JsonReader& json) { json.object("office").flag("open"); };
    CHECK(fault(R"({"office": {"open": true}})", read).empty());
    CHECK(fault(R"({"office": {"open": 1}})", read) == "office.open must be true or false");
    CHECK(fault(R"({"office": {}})", read) == "office.open is missing");
    CHECK(fault(R"({"office": 1})", read) == "office must be an object");
    CHECK(fault(R"({})", read) == "office is missing");
}

TEST_CASE("a moment is UTC milliseconds of this age")
{
    const auto read = [](JsonReader& json) { json.instant("at"); };
    CHECK(fault(R"({"at": 1795500300000})", read).empty());
    CHECK(fault(R"({"at": -1})", read) == "at is out of range");
    CHECK(fault(R"({"at": 9223372036854775807})", read) == "at is out of range");
    CHECK(fault(R"({"at": "10:05"})", read) == "at must be a whole number");
}

TEST_CASE("a day is written as in ISO 8601")
{
    using namespace std::chrono;
    CHECK(dayText(sys_days{2026y / November / 24}) == "2026-11-24");
    CHECK(dayFromText("2026-11-24") == sys_days{2026y / November / 24});
    CHECK(dayFromText("2028-02-29") == sys_days{2028y / February / 29});
    for (const char* wrong : {"", "2026-11-31", "2027-02-29", "24.11.2026", "2026-11-24T10:05",
                              "2026-1-2", "2026-11-2 "}) {
        INFO(wrong);
        CHECK_FALSE(dayFromText(wrong));
    }
}

TEST_CASE("texts are an object of languages")
{
    const auto read = [](JsonReader& json) { json.texts("name"); };
    CHECK(fault(R"({"name": {"ru": "Касса", "en": "Cash desk"}})", read).empty());
    CHECK(fault(R"({"name": {}})", read).empty());
    CHECK(fault(R"({"name": {"ru": 1}})", read) == "name must have texts only");
    CHECK(fault(R"({"name": "Касса"})", read) == "name must be an object of languages");
}

TEST_CASE("a hall view with a wrong call is refused whole")
{
    QJsonObject json = toJson(HallView{
        .office = {.name = {{"ru", "Офис"}}},
        .calls = {{.id = 1, .visit = {1}, .service = {1}, .number = "А001", .window = "1"}},
    });
    CHECK(hallViewFromJson(json));
    QJsonArray calls = json.value(u"calls"_s).toArray();
    QJsonObject call = calls.at(0).toObject();
    call.insert(u"state"_s, u"vanished"_s);
    calls.replace(0, call);
    json.insert(u"calls"_s, calls);
    const auto view = hallViewFromJson(json);
    REQUIRE_FALSE(view);
    CHECK(describe(view.error()) == "calls[0].state is not a known name");
}

TEST_CASE("a text in a language falls back to the first language, then to nothing")
{
    const Text name{{"ru", "Касса"}, {"en", "Cash desk"}};
    CHECK(inLanguage(name, "en") == "Cash desk");
    CHECK(inLanguage(name, "kk") == "Касса");
    CHECK(inLanguage({{"en", "Cash desk"}}, "kk").empty());
}
