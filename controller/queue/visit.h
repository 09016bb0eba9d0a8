#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/visit.h"
#include "shared/domain/wait_range.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace talon::queue {

/// Why a visitor was called now and not another; stored with every call.
struct CallReason
{
    std::chrono::milliseconds waited{0};
    std::chrono::milliseconds target{0};
    bool helping = false;  ///< The window helped out with a service that is not its first choice.
    bool onlyHere = false; ///< Sent to this very window.
    std::optional<CategoryId> category;
    std::optional<Instant> bookedFor;
    std::string
        outOfTurn; ///< Why the rule was set aside, in the clerk's words; empty: by the rule.

    friend bool operator==(const CallReason&, const CallReason&) = default;
};

/// Where a ticket comes from that a terminal gave by itself.
struct OfflineOrigin
{
    DeviceId device;
    Instant takenAt; ///< By the terminal's clock.
    Instant handedOverAt;

    friend bool operator==(const OfflineOrigin&, const OfflineOrigin&) = default;
};

/// A service that a visit goes on to.
struct Stop
{
    ServiceId service;
    std::optional<WindowId> onlyAt; ///< None for any window that gives it.

    friend bool operator==(const Stop&, const Stop&) = default;
};

/// A service that a visit has behind it.
struct Stage
{
    ServiceId service;
    Instant queuedAt;
    std::optional<Instant> calledAt;
    std::optional<Instant> startedAt;
    Instant endedAt;
    std::optional<WindowId> window;
    std::optional<TopicId> topic; ///< None when it was passed on unfinished.

    friend bool operator==(const Stage&, const Stage&) = default;
};

/// One person's stay in the office, or that of a group, with the ticket that stands for it.
struct Visit
{
    VisitId id;                     ///< Never repeats in the life of an office.
    Day day{};                      ///< The business day on which it joined.
    std::string number;             ///< As printed, e.g. "А015". Never repeats within a day.
    ServiceId service;              ///< The one it waits for or is served with now.
    std::vector<Stop> route;        ///< What comes after it, in turn.
    std::optional<WindowId> onlyAt; ///< Waits for this window only.
    std::optional<CategoryId> category;
    std::optional<BookingId> booking;
    std::optional<Instant> bookedFor;
    int people = 1;              ///< Who come together, accompanying persons counted.
    std::string language = "ru"; ///< To be called in.
    VisitState state = VisitState::Waiting;
    Instant joinedAt;  ///< The office; whatever happens later, this wait counts.
    Instant queuedAt;  ///< For the present service.
    Instant due;       ///< The moment the office promised.
    Instant notBefore; ///< Came back after an absence: no place is earned before this.
    Instant place;     ///< Its place in the order of calling: see rule.h.
    std::optional<WaitRange> promised;              ///< The wait told on the ticket.
    int timesCalled = 0;                            ///< For the present service.
    PrintOutcome print = PrintOutcome::NotReported; ///< The best of all its papers.
    int copies = 0; ///< Papers after the first, except those known not to have come out.
    std::optional<WindowId> window;  ///< That has it, or had it last.
    std::int64_t call = 0;           ///< Of the latest call or recall; see Office::lastCall.
    std::optional<Instant> calledAt; ///< First call for the present service.
    std::optional<Instant> latestCallAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    std::optional<Instant> heldUntil; ///< None when held until called.
    std::optional<TopicId> topic;
    std::optional<CallReason> reason; ///< Of the first call for the present service.
    std::vector<Stage> stages;        ///< Behind it, oldest first.
    bool passedStation = false;       ///< Was offered a self-service station and did not come.
    std::string note;                 ///< From colleagues, for whoever serves next.
    std::optional<CancelReason> cancelled;
    std::optional<DropReason> dropped;
    std::optional<OfflineOrigin> offline; ///< None when the office itself gave the ticket.
    int revision = 0;                     ///< Counts what happened to it, the paper not counted.

    friend bool operator==(const Visit&, const Visit&) = default;
};

} // namespace talon::queue
