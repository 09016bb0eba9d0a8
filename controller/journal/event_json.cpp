#include "controller/journal/event_json.h"

#include "shared/base/ensure.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"
#include "shared/wire/settings_json.h"

#include <QJsonDocument>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace talon::journal {

namespace {

using wire::JsonReader;
using Read = Expected<queue::Event, ParseError>;

QJsonObject json(const queue::DayStarted& event)
{
    return {{u"day"_s, wire::toJson(wire::dayText(event.day))}};
}

QJsonObject json(const queue::SettingsChanged& event)
{
    return {{u"settings"_s, wire::toJson(event.settings)}};
}

QJsonObject json(const queue::TicketIssued& event)
{
    return {
        {u"visit"_s, wire::toJson(event.visit)},
        {u"serial"_s, event.serial},
        {u"number"_s, wire::toJson(event.number)},
        {u"service"_s, wire::toJson(event.service)},
        {u"category"_s, wire::toJson(event.category)},
        {u"language"_s, wire::toJson(event.language)},
        {u"at"_s, wire::toJson(event.at)},
        {u"due"_s, wire::toJson(event.due)},
    };
}

QJsonObject json(const queue::PrintReported& event)
{
    return {
        {u"visit"_s, wire::toJson(event.visit)},
        {u"outcome"_s, wire::toJson(name(event.outcome))},
        {u"at"_s, wire::toJson(event.at)},
    };
}

QJsonObject json(const queue::WindowOpened& event)
{
    return {
        {u"window"_s, wire::toJson(event.window)},
        {u"clerk"_s, wire::toJson(event.clerk)},
        {u"at"_s, wire::toJson(event.at)},
    };
}

QJsonObject windowAt(WindowId window, Instant at)
{
    return {{u"window"_s, wire::toJson(window)}, {u"at"_s, wire::toJson(at)}};
}

QJsonObject json(const queue::WindowPaused& event)
{
    return windowAt(event.window, event.at);
}

QJsonObject json(const queue::WindowClosed& event)
{
    return windowAt(event.window, event.at);
}

QJsonObject visitAt(VisitId visit, WindowId window, Instant at)
{
    return {
        {u"visit"_s, wire::toJson(visit)},
        {u"window"_s, wire::toJson(window)},
        {u"at"_s, wire::toJson(at)},
    };
}

QJsonObject json(const queue::VisitCalled& event)
{
    QJsonObject object = visitAt(event.visit, event.window, event.at);
    object.insert(u"call"_s, qint64{event.call});
    object.insert(u"waitedMs"_s, qint64{event.reason.waited.count()});
    object.insert(u"targetMs"_s, qint64{event.reason.target.count()});
    object.insert(u"helping"_s, event.reason.helping);
    return object;
}

QJsonObject json(const queue::VisitRecalled& event)
{
    QJsonObject object = visitAt(event.visit, event.window, event.at);
    object.insert(u"call"_s, qint64{event.call});
    return object;
}

QJsonObject json(const queue::ServiceStarted& event)
{
    return visitAt(event.visit, event.window, event.at);
}

QJsonObject json(const queue::VisitFinished& event)
{
    QJsonObject object = visitAt(event.visit, event.window, event.at);
    object.insert(u"topic"_s, wire::toJson(event.topic));
    return object;
}

QJsonObject json(const queue::VisitorAbsent& event)
{
    return visitAt(event.visit, event.window, event.at);
}

QJsonObject json(const queue::VisitDropped& event)
{
    return {{u"visit"_s, wire::toJson(event.visit)}, {u"at"_s, wire::toJson(event.at)}};
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
    queue::TicketIssued event;
    event.visit = json.id<VisitId>("visit");
    event.serial = static_cast<int>(json.integer("serial", 1, std::numeric_limits<int>::max()));
    event.number = json.text("number");
    event.service = json.id<ServiceId>("service");
    event.category = json.idMaybe<CategoryId>("category");
    event.language = json.text("language");
    event.at = json.instant("at");
    event.due = json.instant("due");
    return json.finish<queue::Event>(std::move(event));
}

Read printReported(JsonReader& json, const QJsonObject& /*object*/)
{
    queue::PrintReported event;
    event.visit = json.id<VisitId>("visit");
    event.outcome = json.choice("outcome", PrintOutcomes);
    event.at = json.instant("at");
    return json.finish<queue::Event>(event);
}

Read windowOpened(JsonReader& json, const QJsonObject& /*object*/)
{
    queue::WindowOpened event;
    event.window = json.id<WindowId>("window");
    event.clerk = json.id<StaffId>("clerk");
    event.at = json.instant("at");
    return json.finish<queue::Event>(event);
}

/// Events that say no more than which window, which visit and when.
template <class Event>
Read plain(JsonReader& json, const QJsonObject& /*object*/)
{
    Event event;
    if constexpr (requires { event.visit; }) {
        event.visit = json.id<VisitId>("visit");
    }
    if constexpr (requires { event.window; }) {
        event.window = json.id<WindowId>("window");
    }
    event.at = json.instant("at");
    return json.finish<queue::Event>(event);
}

Read visitCalled(JsonReader& json, const QJsonObject& /*object*/)
{
    queue::VisitCalled event;
    event.visit = json.id<VisitId>("visit");
    event.window = json.id<WindowId>("window");
    event.call = json.integer("call", 1);
    event.reason = {.waited = std::chrono::milliseconds{json.integer("waitedMs")},
                    .target = std::chrono::milliseconds{json.integer("targetMs")},
                    .helping = json.flag("helping")};
    event.at = json.instant("at");
    return json.finish<queue::Event>(event);
}

Read visitRecalled(JsonReader& json, const QJsonObject& /*object*/)
{
    queue::VisitRecalled event;
    event.visit = json.id<VisitId>("visit");
    event.window = json.id<WindowId>("window");
    event.call = json.integer("call", 1);
    event.at = json.instant("at");
    return json.finish<queue::Event>(event);
}

Read visitFinished(JsonReader& json, const QJsonObject& /*object*/)
{
    queue::VisitFinished event;
    event.visit = json.id<VisitId>("visit");
    event.window = json.id<WindowId>("window");
    event.topic = json.id<TopicId>("topic");
    event.at = json.instant("at");
    return json.finish<queue::Event>(event);
}

struct Form
{
    std::string_view kind;
    Read (*read)(JsonReader& json, const QJsonObject& object);
};

constexpr std::array Forms{
    Form{"ticketIssued", ticketIssued},
    Form{"printReported", printReported},
    Form{"visitCalled", visitCalled},
    Form{"serviceStarted", plain<queue::ServiceStarted>},
    Form{"visitFinished", visitFinished},
    Form{"visitRecalled", visitRecalled},
    Form{"visitorAbsent", plain<queue::VisitorAbsent>},
    Form{"visitDropped", plain<queue::VisitDropped>},
    Form{"windowOpened", windowOpened},
    Form{"windowPaused", plain<queue::WindowPaused>},
    Form{"windowClosed", plain<queue::WindowClosed>},
    Form{"dayStarted", dayStarted},
    Form{"settingsChanged", settingsChanged},
};
static_assert(Forms.size() == std::variant_size_v<queue::Event>);

} // namespace

QJsonObject toJson(const queue::Event& event)
{
    return std::visit([](const auto& e) { return json(e); }, event);
}

QByteArray bodyText(const queue::Event& event)
{
    return QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact);
}

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
