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

struct WindowView
{
    OfficePresent office;
    WindowId window;
    std::string name;
    WindowState state = WindowState::Closed;
    std::optional<StaffId> clerk;
    std::optional<std::string> clerkName;
    std::optional<VisitRow> visit; ///< Called or being served here.
    std::vector<VisitRow> queue; ///< Whom this window can serve, in the order of calling; first 50.
    int waiting = 0;             ///< All of them.
    std::vector<Named> services; ///< All of the office.
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

    friend bool operator==(const WindowRow&, const WindowRow&) = default;
};

QJsonObject toJson(const Named& named);
QJsonObject toJson(const WindowView& view);
QJsonObject toJson(const WindowRow& row);

} // namespace talon::wire
