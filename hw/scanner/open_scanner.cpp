#include "hw/scanner/open_scanner.h"

#include "hw/scanner/evdev_scanner.h"
#include "hw/scanner/serial_scanner.h"

#include <algorithm>
#include <array>
#include <utility>

namespace talon::hw {
namespace {

using Opened = Expected<std::unique_ptr<Scanner>, IoError>;

template <class Kind>
Opened opened(Expected<std::unique_ptr<Kind>, IoError> scanner)
{
    if (!scanner) {
        return Unexpected(scanner.error());
    }
    return std::unique_ptr<Scanner>(std::move(*scanner));
}

struct Scheme
{
    std::string_view name;
    std::string_view address;
    std::string_view what;
    Opened (*open)(const DeviceUri&);
};

constexpr std::array Schemes{
    Scheme{
        "serial", "/dev/ttyACM0", "codes as lines; ?baud=9600&parity=none&flow=none",
        [](const DeviceUri& uri) { return opened(openSerialScanner(uri.address, uri.options)); }},
    Scheme{"evdev", "PATH or NAME", "a scanner that plays a keyboard, taken for us alone",
           [](const DeviceUri& uri) { return opened(openEvdevScanner(uri.address)); }},
};

} // namespace

Expected<DeviceUri, ParseError> parseScannerUri(std::string_view text)
{
    auto uri = parseDeviceUri("scanner", text, SerialOptions);
    if (!uri) {
        return uri;
    }
    if (uri->address.empty()) {
        return Unexpected(ParseError{"scanner", "has nothing after \"" + uri->scheme + ":\""});
    }
    std::string names;
    for (const Scheme& scheme : Schemes) {
        if (scheme.name == uri->scheme) {
            return uri;
        }
        names += (names.empty() ? "" : ", ") + std::string(scheme.name);
    }
    return Unexpected(
        ParseError{"scanner", "has an unknown scheme \"" + uri->scheme + "\"; known: " + names});
}

Expected<std::unique_ptr<Scanner>, IoError> openScanner(const DeviceUri& uri)
{
    const auto* const scheme = std::ranges::find(Schemes, uri.scheme, &Scheme::name);
    if (scheme == Schemes.end()) {
        return Unexpected(IoError{uri.scheme + ":" + uri.address + ": unknown scheme"});
    }
    return scheme->open(uri);
}

std::string knownScannerSchemes()
{
    std::string lines;
    for (const Scheme& scheme : Schemes) {
        lines += "  " + std::string(scheme.name) + ":" + std::string(scheme.address) + "  " +
                 std::string(scheme.what) + "\n";
    }
    return lines;
}

} // namespace talon::hw
