#pragma once

#include "hw/hotplug.h"
#include "hw/usb/usb_devices.h"

namespace talon::hw {

class UsbHotplug : public Hotplug
{
public:
    explicit UsbHotplug(UsbContext context);

    /// False where this system cannot tell.
    bool begin();

    std::vector<int> descriptors() const override;
    bool hasChanged() override;

private:
    UsbContext m_context;
    bool m_hasChanged = false;
};

/// Null where this system cannot tell: then one has to look.
std::unique_ptr<Hotplug> watchUsb();

} // namespace talon::hw
