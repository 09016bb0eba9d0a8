#include "hw/open.h"

#include "hw/cups/cups_printer.h"
#include "hw/file/file_printer.h"
#include "hw/usb/usb_hotplug.h"
#include "hw/usb/usb_printer.h"
#include "hw/serial/serial_printer.h"
#include "hw/tcp/tcp_printer.h"
#include "hw/virtual/virtual_printer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace talon::hw {
namespace {

using Opened = Expected<std::unique_ptr<Printer>, IoError>;

template <class Kind>
Opened opened(Expected<std::unique_ptr<Kind>, IoError> printer)
{
    if (!printer) {
        return Unexpected(printer.error());
    }
    return std::unique_ptr<Printer>(std::move(*printer));
}

struct Scheme
{
    std::string_view name;
    std::string_view address;
    std::string_view what;
    Opened (*open)(const PrinterUri&);
    std::unique_ptr<Hotplug> (*watch)() = nullptr;
};

constexpr std::array Schemes{
    Scheme{"usb", "[VENDOR:PRODUCT[:SERIAL]]", "a printer on USB, the first unless named",
           [](const PrinterUri& uri) { return opened(openUsbPrinter(uri.address)); }, watchUsb},
    Scheme{"cups", "[HOST:PORT/]QUEUE", "a queue of CUPS, for printers that only have a driver",
           [](const PrinterUri& uri) { return opened(openCupsPrinter(uri.address)); }},
    Scheme{"tcp", "HOST[:9100]", "a network printer",
           [](const PrinterUri& uri) { return opened(openTcpPrinter(uri.address)); }},
    Scheme{
        "serial", "/dev/ttyUSB0", "a serial line; ?baud=115200&parity=none&flow=rtscts",
        [](const PrinterUri& uri) { return opened(openSerialPrinter(uri.address, uri.options)); }},
    Scheme{"virtual", "FOLDER", "prints pictures into a folder and answers as a real one",
           [](const PrinterUri& uri) { return opened(openVirtualPrinter(uri.address)); }},
    Scheme{"file", "PATH", "adds the bytes to a file; never confirms anything",
           [](const PrinterUri& uri) { return opened(openFilePrinter(uri.address)); }},
};

} // namespace

Expected<std::unique_ptr<Printer>, IoError> openPrinter(const PrinterUri& uri)
{
    std::string names;
    for (const Scheme& scheme : Schemes) {
        if (scheme.name == uri.scheme) {
            return scheme.open(uri);
        }
        names += (names.empty() ? "" : ", ") + std::string(scheme.name);
    }
    return Unexpected(
        IoError{describe(uri) + ": unknown scheme \"" + uri.scheme + "\"; known: " + names});
}

std::unique_ptr<Hotplug> watchFor(const PrinterUri& uri)
{
    const auto scheme = std::ranges::find(Schemes, uri.scheme, &Scheme::name);
    const bool canTell = scheme != Schemes.end() && scheme->watch != nullptr;
    return canTell ? scheme->watch() : nullptr;
}

const escpos::Model& modelFor(const PrinterUri& uri, const Printer& printer)
{
    const escpos::Model* const known =
        uri.isModelNamed ? nullptr : escpos::modelOfDevice(printer.deviceId());
    return known != nullptr ? *known : *uri.model;
}

std::string knownSchemes()
{
    std::string lines;
    for (const Scheme& scheme : Schemes) {
        lines += "  " + std::string(scheme.name) + ":" + std::string(scheme.address) + "  " +
                 std::string(scheme.what) + "\n";
    }
    return lines;
}

} // namespace talon::hw
