#include "hw/usb/device_id.h"
#include "hw/usb/usb_address.h"
#include "hw/usb/usb_devices.h"
#include "tests/support/catch.h"

#include <span>

using namespace talon::hw;

namespace {

Bytes answer(const std::string& text, unsigned high, unsigned low)
{
    Bytes bytes = bytesOf(high, low);
    append(bytes, std::as_bytes(std::span(text)));
    return bytes;
}

libusb_endpoint_descriptor pipe(std::uint8_t address, std::uint8_t kind = 2)
{
    libusb_endpoint_descriptor descriptor{};
    descriptor.bEndpointAddress = address;
    descriptor.bmAttributes = kind;
    return descriptor;
}

libusb_interface_descriptor setting(std::uint8_t number,
                                    std::uint8_t alternate,
                                    std::uint8_t kind,
                                    std::uint8_t protocol,
                                    std::span<const libusb_endpoint_descriptor> pipes)
{
    libusb_interface_descriptor descriptor{};
    descriptor.bInterfaceNumber = number;
    descriptor.bAlternateSetting = alternate;
    descriptor.bInterfaceClass = kind;
    descriptor.bInterfaceProtocol = protocol;
    descriptor.bNumEndpoints = static_cast<std::uint8_t>(pipes.size());
    descriptor.endpoint = pipes.data();
    return descriptor;
}

libusb_interface interface(std::span<const libusb_interface_descriptor> settings)
{
    return {.altsetting = settings.data(), .num_altsetting = static_cast<int>(settings.size())};
}

std::optional<UsbPrinterPart> partOf(std::span<const libusb_interface> interfaces)
{
    libusb_config_descriptor configuration{};
    configuration.bNumInterfaces = static_cast<std::uint8_t>(interfaces.size());
    configuration.interface = interfaces.data();
    return printerPartOf(configuration);
}

} // namespace

TEST_CASE("a USB printer is named by nothing, by its kind, or by its serial number")
{
    CHECK(*parseUsbAddress("") == UsbAddress{});
    CHECK(*parseUsbAddress("04b8:0202") == UsbAddress{.vendor = 0x04B8, .product = 0x0202});
    CHECK(*parseUsbAddress("4B8:202:J3:1") ==
          UsbAddress{.vendor = 0x04B8, .product = 0x0202, .serial = "J3:1"});
    for (const char* wrong :
         {"04b8", "04b8:", ":0202", "04b8:0202:", "04b8:02020", "x4b8:0202", "04b8:0202 ", "::"}) {
        INFO(wrong);
        const auto address = parseUsbAddress(wrong);
        REQUIRE_FALSE(address);
        CHECK(describe(address.error()).starts_with("usb needs the form VENDOR:PRODUCT"));
    }
    CHECK(usbNumber(0x4B8) == "04b8");
}

TEST_CASE("a device id is read however its length is written")
{
    const std::string text = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;";
    const auto length = static_cast<unsigned>(text.size());
    CHECK(deviceIdText(answer(text, 0, length + 2)) == text);
    CHECK(deviceIdText(answer(text, length + 2, 0)) == text); // the wrong way round
    CHECK(deviceIdText(answer(text, 0xFF, 0xFF)) == text);    // nonsense
    CHECK(deviceIdText(answer(text, 0, 11)) == "MFG:EPSON");
    CHECK(deviceIdText(answer(std::string("MFG:X;\0\0\0", 9), 0, 11)) == "MFG:X;");
    CHECK(deviceIdText({}).empty());
    CHECK(deviceIdText(bytesOf(0, 2)).empty());

    const DeviceId id = parseDeviceId(text);
    CHECK(id == DeviceId{.maker = "EPSON", .model = "TM-T20II", .commands = "ESC/POS"});
    CHECK(parseDeviceId("MANUFACTURER: Star ;MODEL:TSP143;SN:12;;broken;:x;") ==
          DeviceId{.maker = "Star", .model = "TSP143", .serial = "12"});
    CHECK(parseDeviceId("") == DeviceId{});
}

TEST_CASE("the printer is found among the interfaces, both ways before one way")
{
    const std::array keyboard{pipe(0x81, 3)};
    const std::array oneWay{pipe(0x81, 3), pipe(0x02)};
    const std::array bothWays{pipe(0x84), pipe(0x03), pipe(0x05)};
    const std::array keys{setting(0, 0, 3, 1, keyboard)};
    const std::array printer{setting(1, 0, 7, 1, oneWay), setting(1, 1, 7, 2, bothWays),
                             setting(1, 2, 7, 4, bothWays)};
    CHECK(partOf(std::array{interface(keys), interface(printer)}) ==
          UsbPrinterPart{.interface = 1,
                         .alternate = 1,
                         .hasAlternates = true,
                         .protocol = 2,
                         .out = 0x03,
                         .in = 0x84});
    CHECK(partOf(std::array{interface(std::span(printer).first(1))}) ==
          UsbPrinterPart{.interface = 1, .protocol = 1, .out = 0x02});
    CHECK_FALSE(partOf(std::array{interface(keys)}));
    CHECK_FALSE(partOf(std::array{interface(std::span(printer).last(1))})); // IPP over USB
    CHECK_FALSE(partOf({}));
}
