#pragma once

#include "hw/printer.h"
#include "hw/printer_uri.h"

#include <memory>

namespace talon::hw {

/// Opens the road to a printer by its scheme; the schemes are a table in open.cpp. The error of an
/// unknown scheme names the known ones.
Expected<std::unique_ptr<Printer>, IoError> openPrinter(const PrinterUri& uri);

/// "virtual:FOLDER  a printer on paper made of files", a line for each scheme.
std::string knownSchemes();

} // namespace talon::hw
