#include "hw/usb/usb_devices.h"

#include "hw/usb/device_id.h"
#include "hw/usb/usb_address.h"

#include <array>
#include <span>
#include <utility>

namespace talon::hw {

using namespace std::chrono_literals;

namespace {

constexpr std::uint8_t OneWay = 1;
constexpr std::uint8_t Bidirectional = 2;

constexpr std::uint8_t GetDeviceId = 0;

constexpr auto AnswerWithin = 500ms;

std::optional<UsbPrinterPart> partOf(const libusb_interface_descriptor& setting)
{
    const bool takesBytes =
        setting.bInterfaceClass == LIBUSB_CLASS_PRINTER &&
        (setting.bInterfaceProtocol == OneWay || setting.bInterfaceProtocol == Bidirectional);
    if (!takesBytes) {
        return std::nullopt;
    }
    UsbPrinterPart part{.interface = setting.bInterfaceNumber,
                        .alternate = setting.bAlternateSetting,
                        .protocol = setting.bInterfaceProtocol};
    bool hasOut = false;
    for (const auto& pipe : std::span(setting.endpoint, setting.bNumEndpoints)) {
        if ((pipe.bmAttributes & LIBUSB_TRANSFER_TYPE_MASK) != LIBUSB_TRANSFER_TYPE_BULK) {
            continue;
        }
        if ((pipe.bEndpointAddress & LIBUSB_ENDPOINT_DIR_MASK) == LIBUSB_ENDPOINT_IN) {
            part.in = part.in.value_or(pipe.bEndpointAddress);
        } else if (!hasOut) {
            hasOut = true;
            part.out = pipe.bEndpointAddress;
        }
    }
    return hasOut ? std::optional(part) : std::nullopt;
}

int worthOf(const UsbPrinterPart& part)
{
    return (part.in ? 2 : 0) + (part.protocol == Bidirectional ? 1 : 0);
}

std::optional<UsbPrinterDevice> printerOf(libusb_device* device)
{
    libusb_device_descriptor descriptor{};
    libusb_config_descriptor* configuration = nullptr;
    if (libusb_get_device_descriptor(device, &descriptor) != 0 ||
        libusb_get_active_config_descriptor(device, &configuration) != 0) {
        return std::nullopt; // it is just leaving
    }
    const auto part = printerPartOf(*configuration);
    libusb_free_config_descriptor(configuration);
    if (!part) {
        return std::nullopt;
    }
    return UsbPrinterDevice{.device = UsbDevice(libusb_ref_device(device)),
                            .vendor = descriptor.idVendor,
                            .product = descriptor.idProduct,
                            .part = *part};
}

} // namespace

std::optional<UsbPrinterPart> printerPartOf(const libusb_config_descriptor& configuration)
{
    std::optional<UsbPrinterPart> best;
    for (const auto& interface : std::span(configuration.interface, configuration.bNumInterfaces)) {
        for (const auto& setting :
             std::span(interface.altsetting, static_cast<std::size_t>(interface.num_altsetting))) {
            auto part = partOf(setting);
            if (part && (!best || worthOf(*part) > worthOf(*best))) {
                part->hasAlternates = interface.num_altsetting > 1;
                best = part;
            }
        }
    }
    return best;
}

Expected<UsbContext, IoError> openUsb()
{
    libusb_context* context = nullptr;
    if (const int error = libusb_init(&context); error != 0) {
        return Unexpected(usbError("usb", "begin", error));
    }
    return UsbContext(context);
}

std::vector<UsbPrinterDevice> usbPrinters(libusb_context* context)
{
    std::vector<UsbPrinterDevice> printers;
    libusb_device** devices = nullptr;
    const auto count = libusb_get_device_list(context, &devices);
    if (count < 0) {
        return printers;
    }
    for (libusb_device* const device : std::span(devices, static_cast<std::size_t>(count))) {
        if (auto printer = printerOf(device)) {
            printers.push_back(*std::move(printer));
        }
    }
    libusb_free_device_list(devices, 1);
    return printers;
}

Expected<UsbHandle, IoError> openDevice(const UsbPrinterDevice& device, const std::string& name)
{
    libusb_device_handle* handle = nullptr;
    if (const int error = libusb_open(device.device.get(), &handle); error != 0) {
        return Unexpected(usbError(name, "open", error));
    }
    return UsbHandle(handle);
}

std::string serialOf(libusb_device_handle* handle)
{
    libusb_device_descriptor descriptor{};
    if (libusb_get_device_descriptor(libusb_get_device(handle), &descriptor) != 0 ||
        descriptor.iSerialNumber == 0) {
        return {};
    }
    std::array<unsigned char, 128> text{};
    const int length = libusb_get_string_descriptor_ascii(
        handle, descriptor.iSerialNumber, text.data(), static_cast<int>(text.size()));
    return length > 0 ? std::string(text.begin(), text.begin() + length) : std::string();
}

std::string deviceIdOf(libusb_device_handle* handle,
                       const UsbPrinterPart& part,
                       std::chrono::milliseconds within)
{
    std::array<unsigned char, 1024> answer{};
    // The system lets everybody ask in this form, claimed or not: interface high, setting low.
    const int length = libusb_control_transfer(
        handle, AskPrinterClass, GetDeviceId, 0,
        static_cast<std::uint16_t>(part.interface << 8 | part.alternate), answer.data(),
        static_cast<std::uint16_t>(answer.size()), static_cast<unsigned>(within.count()));
    if (length <= 0) {
        return {};
    }
    return deviceIdText(std::as_bytes(std::span(answer)).first(static_cast<std::size_t>(length)));
}

IoError usbError(const std::string& name, const std::string& doing, int error)
{
    switch (error) {
    case LIBUSB_ERROR_ACCESS:
        return {name + ": may not be opened by this user: install packaging/udev's rule, put the "
                       "user into the group lp, and plug the printer in again"};
    case LIBUSB_ERROR_BUSY:
        return {name + ": busy: another program has it (a CUPS queue, another terminal?)"};
    case LIBUSB_ERROR_NO_DEVICE:
    case LIBUSB_ERROR_NOT_FOUND: return {name + ": is gone"};
    default: return {name + ": " + doing + ": " + libusb_error_name(error)};
    }
}

Expected<std::vector<UsbListing>, IoError> listUsbPrinters()
{
    const auto context = openUsb();
    if (!context) {
        return Unexpected(context.error());
    }
    std::vector<UsbListing> listings;
    for (const UsbPrinterDevice& printer : usbPrinters(context->get())) {
        UsbListing listing{.uri = "usb:" + usbNumber(printer.vendor) + ":" +
                                  usbNumber(printer.product),
                           .canAnswer = printer.part.in.has_value()};
        const auto handle = openDevice(printer, listing.uri);
        if (handle) {
            const std::string serial = serialOf(handle->get());
            listing.uri += serial.empty() ? "" : ":" + serial;
            listing.deviceId = deviceIdOf(handle->get(), printer.part, AnswerWithin);
        } else {
            listing.trouble = handle.error().what;
        }
        listings.push_back(std::move(listing));
    }
    return listings;
}

} // namespace talon::hw
