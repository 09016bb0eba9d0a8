#pragma once

#include "controller/api/call.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/ticket_json.h"

#include <QJsonObject>

/// What the handlers of commands share: from a request to a submission, from events to an answer.
namespace talon::api {

using MakeReply = std::function<QByteArray(const queue::Office&, const std::vector<queue::Event>&)>;

QByteArray compact(const QJsonObject& json);

/// The body as one JSON object; a missing body is an empty one. Answers the fault itself: then
/// there is none.
std::optional<QJsonObject> bodyOf(const Call& call);

/// The value that was read; answers the fault itself: then there is none.
template <class T>
std::optional<T> accepted(const Call& call, Expected<T, ParseError> read)
{
    if (!read) {
        call.reply(fault(400, describe(read.error())));
        return std::nullopt;
    }
    return *std::move(read);
}

/// Hands a command to the office, with the key under which its answer is kept.
/// `abandons` is the key of a request that the sender gave up.
void submit(const Call& call, queue::Command command, MakeReply reply, std::string abandons = {});

/// The member of the staff who asks; 0 for a device.
StaffId clerkOf(const Call& call);

/// An answer that says no more than that it was done.
QByteArray emptyReply(const queue::Office& office, const std::vector<queue::Event>& events);

/// The ticket of a visit that has just joined.
wire::Ticket ticketOf(const queue::Office& office, const queue::TicketIssued& event);

/// The ticket that was issued.
QByteArray ticketReply(const queue::Office& office, const std::vector<queue::Event>& events);

} // namespace talon::api
