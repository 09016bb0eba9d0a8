#include "shared/wire/ticket_template_json.h"

#include "shared/wire/json_values.h"

#include <QByteArray>

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

QJsonObject partJson(const TemplatePart& part)
{
    QJsonObject json{{u"part"_s, toJson(name(part.part))}, {u"size"_s, toJson(name(part.size))}};
    if (part.part == TicketPart::OwnText) {
        json.insert(u"text"_s, toJson(part.text));
    }
    return json;
}

TemplatePart partFrom(JsonReader& json)
{
    return {.part = json.choice("part", TicketParts),
            .size = json.has("size") ? json.choice("size", PartSizes) : PartSize::Normal,
            .text = json.has("text") ? json.texts("text") : Text{}};
}

} // namespace

QJsonObject toJson(const TicketTemplate& ticket)
{
    const auto logo = QByteArray::fromStdString(ticket.logo).toBase64();
    return {{u"parts"_s, arrayOf(ticket.parts, partJson)}, {u"logo"_s, QString::fromLatin1(logo)}};
}

TicketTemplate ticketTemplateFrom(JsonReader json)
{
    TicketTemplate ticket;
    ticket.parts = json.list("parts", partFrom);
    if (json.has("logo")) {
        const auto logo = QByteArray::fromBase64Encoding(
            QByteArray::fromStdString(json.text("logo", LogoBytesMax * 2)),
            QByteArray::AbortOnBase64DecodingErrors);
        if (!logo) {
            json.fail("logo", "is not base64");
        }
        ticket.logo = logo.decoded.toStdString();
    }
    return ticket;
}

Expected<TicketTemplate, ParseError> ticketTemplateFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    TicketTemplate ticket = ticketTemplateFrom(json);
    auto read = json.finish(std::move(ticket));
    if (!read) {
        return read;
    }
    if (const auto checked = check(*read); !checked) {
        return Unexpected(checked.error());
    }
    return read;
}

} // namespace talon::wire
