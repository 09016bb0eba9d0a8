#include "hw/usb/usb_hotplug.h"

#include <sys/time.h>

#include <utility>

namespace talon::hw {

UsbHotplug::UsbHotplug(UsbContext context)
    : m_context(std::move(context))
{}

bool UsbHotplug::begin()
{
    const auto onChange = [](libusb_context*, libusb_device*, libusb_hotplug_event, void* self) {
        static_cast<UsbHotplug*>(self)->m_hasChanged = true;
        return 0; // tell us of the next one too
    };
    const int events = LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT;
    // Of every device: the class stands in the interfaces, which are not asked here.
    return libusb_has_capability(LIBUSB_CAP_HAS_HOTPLUG) != 0 &&
           libusb_hotplug_register_callback(m_context.get(), events, 0, LIBUSB_HOTPLUG_MATCH_ANY,
                                            LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY,
                                            onChange, this, nullptr) == 0;
}

std::vector<int> UsbHotplug::descriptors() const
{
    std::vector<int> descriptors;
    const libusb_pollfd** const all = libusb_get_pollfds(m_context.get());
    for (const libusb_pollfd** one = all; one != nullptr && *one != nullptr; ++one) {
        descriptors.push_back((*one)->fd);
    }
    libusb_free_pollfds(all);
    return descriptors;
}

bool UsbHotplug::hasChanged()
{
    timeval now{};
    libusb_handle_events_timeout_completed(m_context.get(), &now, nullptr);
    return std::exchange(m_hasChanged, false);
}

std::unique_ptr<Hotplug> watchUsb()
{
    auto context = openUsb();
    if (!context) {
        return nullptr;
    }
    auto hotplug = std::make_unique<UsbHotplug>(*std::move(context));
    return hotplug->begin() ? std::move(hotplug) : nullptr;
}

} // namespace talon::hw
