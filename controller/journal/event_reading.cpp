#include "controller/journal/event_json.h"
#include "controller/journal/queue_json.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/offline_json.h"
#include "shared/wire/schedule_json.h"
#include "shared/wire/settings_json.h"
#include "shared/wire/wait_range_json.h"

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace talon::journal {

namespace {

using wire::JsonReader;
using Read = Expected<queue::Event, ParseError>;

constexpr int IntMax = std::numeric_limits<int>::max();

template <class I>
void readId(JsonReader& json, const char* key, I& id)
{
    id = json.id<I>(key);
}

template <class I>
void readId(JsonReader& json, const char* key, std::optional<I>& id)
{
    id = json.idMaybe<I>(key);
}

/// What many events say: which visit, which window, when.
template <class Event>
Event common(JsonReader& json)
{
    Event event;
    if constexpr (requires { event.visit; }) {
        readId(json, "visit", event.visit);
    }
    if constexpr (requires { event.booking; }) {
        readId(json, "booking", event.booking);
    }
    if constexpr (requires { event.window; }) {
        readId(json, "window", event.window);
    }
    if constexpr (requires { event.from; }) {
        readId(json, "from", event.from);
    }
    if constexpr (requires { event.call; }) {
        event.call = json.integer("call", 1);
    }
    if constexpr (requires { event.due; }) {
        event.due = json.instant("due");
    }
    event.at = json.instant("at");
    return event;
}

template <class Event>
Read plain(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<Event>(json);
    return json.finish<queue::Event>(std::move(event));
}

Read dayStarted(JsonReader& json, const QJsonObject& /*object*/)
{
    return json.finish<queue::Event>(queue::DayStarted{json.day("day")});
}

Read settingsChanged(JsonReader& /*json*/, const QJsonObject& object)
{
    auto settings = wire::settingsFromJson(object.value("settings"_L1).toObject());
    if (!settings) {
        return Unexpected(settings.error());
    }
    return queue::Event(queue::SettingsChanged{*std::move(settings)});
}

Read ticketIssued(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::TicketIssued>(json);
    event.serial = static_cast<int>(json.integer("serial", 1, IntMax));
    event.number = json.text("number");
    event.service = json.id<ServiceId>("service");
    event.route = json.listMaybe("route", stopFrom);
    event.category = json.idMaybe<CategoryId>("category");
    event.bookedFor = json.instantMaybe("bookedFor");
    event.people = static_cast<int>(json.integerOr("people", 1, 1, IntMax));
    event.language = json.text("language");
    event.promised = wire::rangeMaybe(json, "promised");
    if (json.has("offline")) {
        JsonReader offline = json.object("offline");
        event.offline = originFrom(offline);
    }
    return json.finish<queue::Event>(std::move(event));
}

Read numbersLeased(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::NumbersLeased>(json);
    event.device = json.id<DeviceId>("device");
    event.holder = json.text("holder");
    event.day = json.day("day");
    event.leases = json.list("leases", wire::numberLeaseFrom);
    return json.finish<queue::Event>(std::move(event));
}

Read lateTicketRecorded(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::LateTicketRecorded>(json);
    event.device = json.id<DeviceId>("device");
    event.service = json.id<ServiceId>("service");
    event.number = json.text("number");
    event.day = json.day("day");
    event.takenAt = json.instant("takenAt");
    event.people = static_cast<int>(json.integer("people", 1, IntMax));
    event.outcome = json.choice("outcome", PrintOutcomes);
    event.why = json.choice("why", LateReasons);
    return json.finish<queue::Event>(std::move(event));
}

Read printReported(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::PrintReported>(json);
    event.outcome = json.choice("outcome", PrintOutcomes);
    event.copy = json.flagMaybe("copy");
    return json.finish<queue::Event>(event);
}

Read bookingAdded(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::BookingAdded>(json);
    event.code = json.text("code");
    event.phoneEnd = json.textMaybe("phoneEnd");
    event.service = json.id<ServiceId>("service");
    event.day = json.day("day");
    event.bookedFor = json.instant("bookedFor");
    return json.finish<queue::Event>(std::move(event));
}

Read bookingMoved(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::BookingMoved>(json);
    event.day = json.day("day");
    event.bookedFor = json.instant("bookedFor");
    return json.finish<queue::Event>(event);
}

Read windowOpened(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::WindowOpened>(json);
    event.clerk = json.idMaybe<StaffId>("clerk").value_or(StaffId{});
    return json.finish<queue::Event>(event);
}

Read breakBegun(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::BreakBegun>(json);
    event.backAt = json.instant("backAt");
    event.breaksBehind = static_cast<int>(json.integer("breaksBehind", 0, IntMax));
    return json.finish<queue::Event>(event);
}

Read breaksPlanned(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::BreaksPlanned>(json);
    event.breaks = json.list("breaks", wire::breakFrom);
    return json.finish<queue::Event>(std::move(event));
}

Read visitCalled(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::VisitCalled>(json);
    event.reason = reasonFrom(json);
    return json.finish<queue::Event>(std::move(event));
}

Read visitFinished(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::VisitFinished>(json);
    event.topic = json.idMaybe<TopicId>("topic");
    return json.finish<queue::Event>(event);
}

Read visitPassedOn(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::VisitPassedOn>(json);
    event.served = json.flag("served");
    event.topic = json.idMaybe<TopicId>("topic");
    JsonReader to = json.object("to");
    event.to = stopFrom(to);
    event.route = json.list("route", stopFrom);
    event.note = json.text("note");
    return json.finish<queue::Event>(std::move(event));
}

Read visitHeld(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::VisitHeld>(json);
    event.until = json.instantMaybe("until");
    return json.finish<queue::Event>(event);
}

Read visitCancelled(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::VisitCancelled>(json);
    event.why = json.choice("why", CancelReasons);
    return json.finish<queue::Event>(event);
}

Read categorySet(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::CategorySet>(json);
    event.category = json.idMaybe<CategoryId>("category");
    return json.finish<queue::Event>(event);
}

/// The first journals did not say why: it was always the end of the day.
Read visitDropped(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::VisitDropped>(json);
    if (json.has("why")) {
        event.why = json.choice("why", DropReasons);
    }
    return json.finish<queue::Event>(event);
}

Read issuingChanged(JsonReader& json, const QJsonObject& /*object*/)
{
    auto event = common<queue::IssuingChanged>(json);
    event.service = json.id<ServiceId>("service");
    event.issuing = issuingFrom(json);
    return json.finish<queue::Event>(event);
}

struct Form
{
    std::string_view kind;
    Read (*read)(JsonReader& json, const QJsonObject& object);
};

/// Most frequent first.
constexpr std::array Forms{
    Form{"ticketIssued", ticketIssued},
    Form{"printReported", printReported},
    Form{"visitCalled", visitCalled},
    Form{"serviceStarted", plain<queue::ServiceStarted>},
    Form{"visitFinished", visitFinished},
    Form{"visitRecalled", plain<queue::VisitRecalled>},
    Form{"visitPassedOn", visitPassedOn},
    Form{"visitorAbsent", plain<queue::VisitorAbsent>},
    Form{"visitHeld", visitHeld},
    Form{"visitReturned", plain<queue::VisitReturned>},
    Form{"visitCancelled", visitCancelled},
    Form{"categorySet", categorySet},
    Form{"actionUndone", plain<queue::ActionUndone>},
    Form{"visitDropped", visitDropped},
    Form{"windowOpened", windowOpened},
    Form{"windowPaused", plain<queue::WindowPaused>},
    Form{"windowClosed", plain<queue::WindowClosed>},
    Form{"breakBegun", breakBegun},
    Form{"breaksPlanned", breaksPlanned},
    Form{"bookingAdded", bookingAdded},
    Form{"bookingMoved", bookingMoved},
    Form{"bookingCancelled", plain<queue::BookingCancelled>},
    Form{"bookingMissed", plain<queue::BookingMissed>},
    Form{"issuingChanged", issuingChanged},
    Form{"numbersLeased", numbersLeased},
    Form{"lateTicketRecorded", lateTicketRecorded},
    Form{"dayStarted", dayStarted},
    Form{"settingsChanged", settingsChanged},
};
static_assert(Forms.size() == std::variant_size_v<queue::Event>);

} // namespace

Expected<queue::Event, ParseError> eventFromJson(std::string_view kind, const QByteArray& body)
{
    const auto object = wire::objectFromText(body);
    if (!object) {
        return Unexpected(object.error());
    }
    for (const Form& form : Forms) {
        if (form.kind == kind) {
            JsonReader reader(*object);
            return form.read(reader, *object);
        }
    }
    return Unexpected(ParseError{.field = "kind", .what = "is not a known name"});
}

} // namespace talon::journal
