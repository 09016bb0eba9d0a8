#include "controller/devices/registry.h"

#include "shared/base/ensure.h"

namespace talon::devices {

void Registry::openFeed(DeviceId device, Instant now)
{
    Presence& presence = m_devices[device];
    if (!presence.isConnected()) {
        presence.since = now;
    }
    presence.feedsOpen += 1;
}

void Registry::closeFeed(DeviceId device, Instant now)
{
    Presence& presence = m_devices[device];
    TALON_ENSURE(presence.isConnected());
    presence.feedsOpen -= 1;
    if (!presence.isConnected()) {
        presence.since = now;
    }
}

bool Registry::hear(DeviceId device, const DeviceStatus& status, Instant now)
{
    Presence& presence = m_devices[device];
    const bool isNew = presence.status != status;
    presence.status = status;
    presence.heardAt = now;
    return isNew;
}

Presence Registry::presenceOf(DeviceId device) const
{
    const auto found = m_devices.find(device);
    return found == m_devices.end() ? Presence{} : found->second;
}

} // namespace talon::devices
