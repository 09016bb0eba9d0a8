#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/visit.h"

#include <QJsonObject>

#include <optional>
#include <string>

namespace talon::wire {

/// A visit as clerks and managers see it. Read by the web pages only (controller/web/src/wire.ts).
struct VisitRow
{
    VisitId visit;
    std::string number;
    ServiceId service;
    std::optional<CategoryId> category;
    VisitState state = VisitState::Waiting;
    PrintOutcome print = PrintOutcome::NotReported;
    Instant joinedAt;
    Instant due;
    int timesCalled = 0;
    std::optional<WindowId> window;
    std::optional<Instant> calledAt; ///< First call.
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    std::optional<TopicId> topic;
    std::optional<bool> helping; ///< Called by a window that helped out; null before the call.

    friend bool operator==(const VisitRow&, const VisitRow&) = default;
};

QJsonObject toJson(const VisitRow& row);

} // namespace talon::wire
