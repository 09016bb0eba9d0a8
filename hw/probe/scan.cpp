#include "hw/probe/scan.h"

#include "hw/probe/until_told.h"

#include <iostream>

namespace talon::hw {

using namespace std::chrono_literals;

Expected<Done, IoError> printCodes(const DeviceUri& scanner)
{
    watchForTheEnd();
    const auto opened = openScanner(scanner);
    if (!opened) {
        return Unexpected(opened.error());
    }
    std::cerr << (*opened)->id() << ": ready" << std::endl;
    while (!isToldToEnd()) {
        const auto scan = (*opened)->read(200ms);
        if (!scan) {
            return Unexpected(scan.error());
        }
        if (*scan && **scan) {
            std::cout << ***scan << std::endl;
        } else if (*scan) {
            std::cerr << (*opened)->id() << ": " << describe((*scan)->error()) << std::endl;
        }
    }
    return Done{};
}

} // namespace talon::hw
