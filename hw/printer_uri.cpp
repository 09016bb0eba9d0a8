#include "hw/printer_uri.h"

#include "hw/serial/serial_line.h"

#include <utility>
#include <vector>

namespace talon::hw {
namespace {

/// Whose address may be empty: the first printer there is.
constexpr std::string_view SchemeOfTheFirst = "usb";

std::string modelNames()
{
    std::string names;
    for (const escpos::Model& model : escpos::models()) {
        names += (names.empty() ? "" : "|") + std::string(model.name);
    }
    return names;
}

} // namespace

Expected<PrinterUri, ParseError> parsePrinterUri(std::string_view text)
{
    const std::string models = modelNames();
    std::vector<UriOption> known{{.scheme = "", .key = "model", .values = models}};
    known.insert(known.end(), SerialOptions.begin(), SerialOptions.end());
    auto device = parseDeviceUri("printer", text, known);
    if (!device) {
        return Unexpected(device.error());
    }
    if (device->address.empty() && device->scheme != SchemeOfTheFirst) {
        return Unexpected(ParseError{"printer", "has nothing after \"" + device->scheme + ":\""});
    }
    PrinterUri uri{
        .scheme = std::move(device->scheme),
        .address = std::move(device->address),
        .model = escpos::findModel(optionOf(device->options, "model", escpos::models()[0].name)),
        .options = std::move(device->options)};
    uri.isModelNamed = uri.options.contains("model");
    uri.options.erase("model");
    return uri;
}

std::string describe(const PrinterUri& uri)
{
    return uri.scheme + ":" + uri.address;
}

} // namespace talon::hw
