#pragma once

#include "controller/queue/events.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <QByteArray>
#include <QJsonObject>

#include <string_view>

/// Events as the journal keeps them. Once released, a form is read for ever: fields may be added,
/// with a meaning for their absence, and never change or go.
namespace talon::journal {

/// The body of an event; its kind is queue::name(event).
QJsonObject toJson(const queue::Event& event);

/// Compact text of the body.
QByteArray bodyText(const queue::Event& event);

Expected<queue::Event, ParseError> eventFromJson(std::string_view kind, const QByteArray& body);

} // namespace talon::journal
