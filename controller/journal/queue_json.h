#pragma once

#include "controller/queue/office.h"
#include "shared/wire/json_reader.h"

#include <QJsonObject>

/// The parts that events, snapshots and tables share.
namespace talon::journal {

QJsonObject toJson(const queue::CallReason& reason);
QJsonObject toJson(const queue::Stop& stop);
QJsonObject toJson(const queue::Stage& stage);
QJsonObject toJson(const queue::Issuing& issuing);
QJsonObject toJson(const queue::OfflineOrigin& origin);

queue::CallReason reasonFrom(wire::JsonReader& json);
queue::Stop stopFrom(wire::JsonReader& json);
queue::Stage stageFrom(wire::JsonReader& json);
queue::Issuing issuingFrom(wire::JsonReader& json);
queue::OfflineOrigin originFrom(wire::JsonReader& json);

QJsonObject toJson(const queue::Visit& visit);
queue::Visit visitFrom(wire::JsonReader& json);

} // namespace talon::journal
