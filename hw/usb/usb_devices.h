#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <libusb.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace talon::hw {

/// libusb's things, given back when they are no longer held.
struct UsbRelease
{
    void operator()(libusb_context* context) const { libusb_exit(context); }
    void operator()(libusb_device* device) const { libusb_unref_device(device); }
    void operator()(libusb_device_handle* handle) const { libusb_close(handle); }
};

using UsbContext = std::unique_ptr<libusb_context, UsbRelease>;
using UsbDevice = std::unique_ptr<libusb_device, UsbRelease>;
using UsbHandle = std::unique_ptr<libusb_device_handle, UsbRelease>;

/// How the requests of the printer class begin: from an interface to us.
inline constexpr std::uint8_t AskPrinterClass = 0xA1;

/// The part of a device that is a printer (class 7), and its pipes.
struct UsbPrinterPart
{
    std::uint8_t interface = 0;
    std::uint8_t alternate = 0;
    bool hasAlternates = false; ///< Only then one must be chosen: some clones stumble over it.
    std::uint8_t protocol = 0;
    std::uint8_t out = 0;
    std::optional<std::uint8_t> in; ///< None: it cannot answer.

    friend bool operator==(const UsbPrinterPart&, const UsbPrinterPart&) = default;
};

/// The best of all interfaces and alternate settings: bidirectional before one-way. None where
/// there is no printer, or one that takes no plain bytes (IPP over USB, IEEE 1284.4).
std::optional<UsbPrinterPart> printerPartOf(const libusb_config_descriptor& configuration);

struct UsbPrinterDevice
{
    UsbDevice device;
    std::uint16_t vendor = 0;
    std::uint16_t product = 0;
    UsbPrinterPart part;
};

Expected<UsbContext, IoError> openUsb();

/// All printers that are plugged in, in the order of the system.
std::vector<UsbPrinterDevice> usbPrinters(libusb_context* context);

/// Opened, not claimed. The error says what to do: the rule of packaging/udev, or the other
/// program.
Expected<UsbHandle, IoError> openDevice(const UsbPrinterDevice& device, const std::string& name);

/// Empty where it has none.
std::string serialOf(libusb_device_handle* handle);

/// The IEEE 1284 id; asked of a part that need not be claimed. Empty where it says nothing.
std::string deviceIdOf(libusb_device_handle* handle,
                       const UsbPrinterPart& part,
                       std::chrono::milliseconds within);

/// What a failure of libusb means for whoever stands before the device.
IoError usbError(const std::string& name, const std::string& doing, int error);

/// A line of `talon-hw list`.
struct UsbListing
{
    std::string uri; ///< To name it by: "usb:04b8:0202:J3XF012345".
    std::string deviceId;
    bool canAnswer = false;
    std::string trouble; ///< Why we cannot use it; empty where we can.

    friend bool operator==(const UsbListing&, const UsbListing&) = default;
};

Expected<std::vector<UsbListing>, IoError> listUsbPrinters();

} // namespace talon::hw
