#include "terminal/app/check_devices.h"

#include "hw/open.h"
#include "hw/scanner/open_scanner.h"
#include "hw/session/session.h"

#include <cstdio>

namespace talon::terminal {

namespace {

bool checkPrinter(const hw::PrinterUri& uri)
{
    const std::string name = describe(uri);
    auto road = hw::openPrinter(uri);
    if (!road) {
        std::printf("printer %s: %s\n", name.c_str(), road.error().what.c_str());
        return false;
    }
    hw::Session session(**road, hw::modelFor(uri, **road));
    const hw::escpos::Condition condition = session.condition();
    std::printf("printer %s: %s\n", name.c_str(), std::string(hw::escpos::name(condition)).c_str());
    return hw::escpos::canPrint(condition);
}

bool checkScanner(const hw::DeviceUri& uri)
{
    const auto scanner = hw::openScanner(uri);
    std::printf("scanner %s:%s: %s\n", uri.scheme.c_str(), uri.address.c_str(),
                scanner ? "ready" : scanner.error().what.c_str());
    return scanner.has_value();
}

} // namespace

bool checkDevices(const hw::PrinterUri& printer, const std::optional<hw::DeviceUri>& scanner)
{
    const bool prints = checkPrinter(printer);
    if (!scanner) {
        std::printf("scanner: none is set\n");
        return prints;
    }
    return checkScanner(*scanner) && prints;
}

} // namespace talon::terminal
