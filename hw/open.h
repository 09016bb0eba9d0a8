#pragma once

#include "hw/hotplug.h"
#include "hw/printer.h"
#include "hw/printer_uri.h"

#include <memory>

namespace talon::hw {

/// Opens the road to a printer by its scheme; the schemes are a table in open.cpp. The error of an
/// unknown scheme names the known ones.
Expected<std::unique_ptr<Printer>, IoError> openPrinter(const PrinterUri& uri);

/// Tells when it is worth opening again; null where the scheme or the system cannot tell.
std::unique_ptr<Hotplug> watchFor(const PrinterUri& uri);

/// The model that was named, else the one that fits what the device calls itself, else the first.
const escpos::Model& modelFor(const PrinterUri& uri, const Printer& printer);

/// "virtual:FOLDER  a printer on paper made of files", a line for each scheme.
std::string knownSchemes();

} // namespace talon::hw
