#pragma once

#include "hw/device_uri.h"
#include "hw/escpos/models.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <string>
#include <string_view>

namespace talon::hw {

/// Names a printer: "virtual:/tmp/tickets", "serial:/dev/ttyUSB0?baud=19200&model=58mm".
struct PrinterUri
{
    std::string scheme;
    std::string address;
    const escpos::Model* model = nullptr; ///< A row of escpos::models(), never null.
    bool isModelNamed = false;            ///< Otherwise the device may know better: modelFor().
    UriOptions options;                   ///< What is left for the road.

    friend bool operator==(const PrinterUri&, const PrinterUri&) = default;
};

/// The error names what is known where something is not.
Expected<PrinterUri, ParseError> parsePrinterUri(std::string_view text);

/// "scheme:address", for logs.
std::string describe(const PrinterUri& uri);

} // namespace talon::hw
