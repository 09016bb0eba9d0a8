#pragma once

#include "shared/domain/hall_screen.h"
#include "shared/domain/visit.h"
#include "shared/domain/wait_range.h"
#include "shared/domain/window.h"
#include "shared/wire/office_present.h"

#include <vector>

/// What the hall sees and hears: the feed "hall".
namespace talon::wire {

/// A visitor who was called: now, or as one of the latest.
struct HallCall
{
    std::int64_t id =
        0; ///< Of this call or recall; grows with each. A display announces each once.
    VisitId visit;
    ServiceId service;
    std::string number;
    std::string window;                    ///< Its name, as on the plate.
    VisitState state = VisitState::Called; ///< Called: still awaited at the window.
    std::string language = "ru";           ///< To be called in.
    int times = 1;                         ///< 2 and more: called again.
    Instant at;                            ///< Of this call or recall.

    friend bool operator==(const HallCall&, const HallCall&) = default;
};

/// A window, as its plate shows it.
struct HallWindow
{
    WindowId id;
    std::string name;
    WindowState state = WindowState::Closed;
    std::optional<std::string> number; ///< Whom it calls or serves.
    std::vector<ServiceId> services;   ///< Its first choice.

    friend bool operator==(const HallWindow&, const HallWindow&) = default;
};

inline constexpr std::size_t HallNextMax = 3;

struct HallQueue
{
    ServiceId service;
    Text name;
    int waiting = 0;
    std::optional<WaitRange> forecast; ///< For one who joins now; none when it cannot be told.
    std::vector<std::string> next;     ///< Who is due first, if a screen shows that; HallNextMax.

    friend bool operator==(const HallQueue&, const HallQueue&) = default;
};

struct HallView
{
    OfficePresent office;
    std::vector<HallCall>
        calls; ///< Latest first; all still awaited, then up to 12 others of today.
    std::vector<HallWindow> windows;
    std::vector<HallQueue> queues;
    /// As in the office's settings, with groups of services spelled out as their services.
    std::vector<HallScreen> screens;
    /// Of the pictures and videos to be shown (GET /api/media); none while it is not known.
    std::optional<std::string> mediaRevision;

    friend bool operator==(const HallView&, const HallView&) = default;
};

QJsonObject toJson(const HallView& view);
Expected<HallView, ParseError> hallViewFromJson(const QJsonObject& json);

} // namespace talon::wire
