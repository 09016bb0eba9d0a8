#pragma once

#include "shared/domain/settings.h"
#include "shared/domain/window.h"
#include "shared/wire/office_present.h"
#include "shared/wire/visit_json.h"

#include <vector>

/// What a clerk's console shows: the feed "windows/5". Read by the web pages only.
namespace talon::wire {

/// A short name for something that rows refer to by id.
struct Named
{
    std::int64_t id = 0;
    Text name;

    friend bool operator==(const Named&, const Named&) = default;
};

struct TopicChoice
{
    TopicId id;
    std::vector<ServiceId> services; ///< Offered first for these; empty means for all.
    Text name;

    friend bool operator==(const TopicChoice&, const TopicChoice&) = default;
};

/// The next break that is planned for a window today.
struct BreakPlan
{
    Instant begins;
    int minutes = 0;

    friend bool operator==(const BreakPlan&, const BreakPlan&) = default;
};

/// Where a visit can be sent.
struct WindowChoice
{
    WindowId id;
    std::string name;
    WindowState state = WindowState::Closed;
    std::vector<ServiceId> services; ///< All that it can serve.

    friend bool operator==(const WindowChoice&, const WindowChoice&) = default;
};

struct WindowView
{
    OfficePresent office;
    WindowId window;
    std::string name;
    WindowState state = WindowState::Closed;
    std::optional<StaffId> clerk;
    std::optional<std::string> clerkName;
    std::optional<Instant> backAt; ///< On a break: expected back then.
    std::optional<BreakPlan> nextBreak;
    std::optional<Instant> undoUntil; ///< The latest action can be taken back until then.
    std::optional<int> recallsLeft;   ///< Before the called visitor may be given up; 0: now.
    std::optional<VisitRow> visit;    ///< Called or being served here.
    std::vector<VisitRow> queue; ///< Whom this window can serve, in the order of calling; first 50.
    int waiting = 0;             ///< All of them.
    std::vector<VisitRow> held;  ///< On hold, whom this window can serve; first 50.
    std::vector<VisitRow> absent;      ///< Did not come and may come back; latest first, up to 20.
    std::vector<WindowChoice> windows; ///< All of the office.
    std::vector<Named> services;       ///< All of the office.
    std::vector<Named> categories;
    std::vector<TopicChoice> topics;

    friend bool operator==(const WindowView&, const WindowView&) = default;
};

/// One of the windows a clerk can choose from.
struct WindowRow
{
    WindowId id;
    std::string name;
    WindowState state = WindowState::Closed;
    std::optional<StaffId> clerk;
    std::optional<std::string> clerkName;
    std::vector<ServiceId> services;
    std::optional<std::string> number; ///< Of the visit called or served there.
    std::optional<Instant> since;      ///< When that visit was called.
    std::optional<Instant> backAt;     ///< On a break: expected back then.
    std::optional<BreakPlan> nextBreak;

    friend bool operator==(const WindowRow&, const WindowRow&) = default;
};

QJsonObject toJson(const Named& named);
QJsonObject toJson(const WindowView& view);
QJsonObject toJson(const WindowRow& row);

} // namespace talon::wire
