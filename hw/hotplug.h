#pragma once

#include <vector>

namespace talon::hw {

/// Hears that something was plugged in or pulled out, for whoever waits for a device: no need to
/// look for it over and over.
class Hotplug
{
public:
    Hotplug() = default;
    Hotplug(const Hotplug&) = delete;
    Hotplug& operator=(const Hotplug&) = delete;
    virtual ~Hotplug() = default;

    /// To wait on: when one of them can be read, ask `hasChanged`.
    virtual std::vector<int> descriptors() const = 0;

    /// True when a device has come or gone since the last question. Does not wait.
    virtual bool hasChanged() = 0;
};

} // namespace talon::hw
