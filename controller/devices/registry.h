#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/device_status.h"

#include <map>
#include <optional>

/// How the terminals and displays of an office are now. In memory only: after a start of the
/// controller nothing is known until they come and say. Pure.
namespace talon::devices {

/// One device.
struct Presence
{
    int feedsOpen = 0;            ///< It is connected while it has one.
    std::optional<Instant> since; ///< It is connected, or is not, since then; none before it came.
    std::optional<DeviceStatus> status; ///< What it said last.
    std::optional<Instant> heardAt;     ///< And when.

    bool isConnected() const { return feedsOpen > 0; }

    friend bool operator==(const Presence&, const Presence&) = default;
};

class Registry
{
public:
    void openFeed(DeviceId device, Instant now);
    void closeFeed(DeviceId device, Instant now);

    /// Whether it is another status than before.
    bool hear(DeviceId device, const DeviceStatus& status, Instant now);

    /// Of one that has never come it is an empty one.
    Presence presenceOf(DeviceId device) const;

private:
    std::map<DeviceId, Presence> m_devices;
};

} // namespace talon::devices
