#include "hw/open.h"

#include "hw/file/file_printer.h"
#include "hw/virtual/virtual_printer.h"

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
};

constexpr std::array Schemes{
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
