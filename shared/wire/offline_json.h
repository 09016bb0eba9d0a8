#pragma once

#include "shared/domain/offline.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/ticket_json.h"

#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

/// A terminal gets numbers to give by itself, and hands over what it gave: docs/offline.md.
namespace talon::wire {

struct LeaseRequest
{
    /// Made with the terminal's store: one that was lost may have given what it held, so another
    /// gets other numbers.
    std::string store;

    friend bool operator==(const LeaseRequest&, const LeaseRequest&) = default;
};

/// All that the terminal holds now; what it held before and is not here it gives no more.
struct NumberLeases
{
    std::vector<LeasedDay> days;

    friend bool operator==(const NumberLeases&, const NumberLeases&) = default;
};

/// What became of a ticket that was handed over: a visit, or a record of why not.
struct HandedOver
{
    std::optional<Ticket> ticket;
    std::optional<LateReason> late;

    friend bool operator==(const HandedOver&, const HandedOver&) = default;
};

QJsonObject toJson(const NumberLease& lease);
QJsonObject toJson(const LeaseRequest& request);
QJsonObject toJson(const NumberLeases& leases);
QJsonObject toJson(const OfflineTicket& ticket);
QJsonObject toJson(const HandedOver& handedOver);

NumberLease numberLeaseFrom(JsonReader& json);
Expected<LeaseRequest, ParseError> leaseRequestFromJson(const QJsonObject& json);
Expected<NumberLeases, ParseError> numberLeasesFromJson(const QJsonObject& json);
Expected<OfflineTicket, ParseError> offlineTicketFromJson(const QJsonObject& json);
Expected<HandedOver, ParseError> handedOverFromJson(const QJsonObject& json);

} // namespace talon::wire
