#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/visit.h"
#include "shared/domain/wait_range.h"

#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

/// A terminal asks for a ticket, gets it, and says what became of its paper.
namespace talon::wire {

struct TicketRequest
{
    ServiceId service;
    std::optional<CategoryId> category;
    std::string language = "ru"; ///< To be called in.
    std::vector<ServiceId> then; ///< Further services in turn on the same ticket; may be missing.
    int people = 1;              ///< Who come together; may be missing.

    friend bool operator==(const TicketRequest&, const TicketRequest&) = default;
};

struct Ticket
{
    VisitId visit;
    std::string number; ///< As printed, e.g. "А015".
    ServiceId service;
    std::optional<CategoryId> category;
    std::string language = "ru";
    Instant joinedAt;
    int peopleAhead = 0; ///< Visitors for the same service who are due before this one.
    std::optional<WaitRange> promised; ///< How long it will take; none when it cannot be told.

    friend bool operator==(const Ticket&, const Ticket&) = default;
};

struct PrintReport
{
    PrintOutcome outcome = PrintOutcome::Printed; ///< Not NotReported.
    bool copy = false; ///< Of one more paper for the same ticket; may be missing.

    friend bool operator==(const PrintReport&, const PrintReport&) = default;
};

QJsonObject toJson(const TicketRequest& request);
QJsonObject toJson(const Ticket& ticket);
QJsonObject toJson(const PrintReport& report);

Expected<TicketRequest, ParseError> ticketRequestFromJson(const QJsonObject& json);
Expected<Ticket, ParseError> ticketFromJson(const QJsonObject& json);
Expected<PrintReport, ParseError> printReportFromJson(const QJsonObject& json);

} // namespace talon::wire
