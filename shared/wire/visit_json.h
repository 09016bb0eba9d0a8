#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/visit.h"
#include "shared/domain/wait_range.h"

#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

namespace talon::wire {

/// Why a visitor was called now and not another, to be read out.
struct CallReason
{
    std::int64_t waitedSeconds = 0;
    std::int64_t targetSeconds = 0;
    bool helping = false;  ///< By a window that helped out.
    bool onlyHere = false; ///< Sent to this very window.
    std::optional<CategoryId> category;
    std::optional<Instant> bookedFor;
    std::string outOfTurn; ///< In the clerk's words; empty when called by the rule.

    friend bool operator==(const CallReason&, const CallReason&) = default;
};

/// A visit as clerks and managers see it. Read by the web pages only (controller/web/src/wire.ts).
struct VisitRow
{
    VisitId visit;
    std::string number;
    ServiceId service;
    std::optional<CategoryId> category;
    VisitState state = VisitState::Waiting;
    PrintOutcome print = PrintOutcome::NotReported;
    int copies = 0; ///< Papers after the first.
    int people = 1;
    std::optional<Instant> bookedFor;
    std::optional<WindowId> onlyAt; ///< Waits for this window only.
    std::vector<ServiceId> then;    ///< Services that come after this one, in turn.
    std::vector<ServiceId> before;  ///< Services behind the visit, oldest first.
    Instant joinedAt;
    Instant due;
    std::optional<WaitRange> promised; ///< The wait told on the ticket.
    std::optional<WaitRange> forecast; ///< From now; only while waiting.
    int timesCalled = 0;
    std::optional<WindowId> window;  ///< That has the visit, or had it last.
    std::optional<Instant> calledAt; ///< First call.
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    std::optional<TopicId> topic;
    std::optional<Instant> heldUntil; ///< On hold until then; null also when until called.
    std::optional<CallReason> reason; ///< Null before the call.
    std::string note;                 ///< From colleagues.
    std::optional<CancelReason> cancelled;
    std::optional<DropReason> dropped;

    friend bool operator==(const VisitRow&, const VisitRow&) = default;
};

QJsonObject toJson(const CallReason& reason);
QJsonObject toJson(const VisitRow& row);

} // namespace talon::wire
