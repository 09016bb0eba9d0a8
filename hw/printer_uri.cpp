#include "hw/printer_uri.h"

namespace talon::hw {
namespace {

std::string knownModels()
{
    std::string names;
    for (const escpos::Model& model : escpos::models()) {
        names += (names.empty() ? "" : ", ") + std::string(model.name);
    }
    return names;
}

} // namespace

Expected<PrinterUri, ParseError> parsePrinterUri(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) {
        return Unexpected(ParseError{"printer", "needs the form scheme:address"});
    }
    PrinterUri uri{.scheme = std::string(text.substr(0, colon)), .model = &escpos::models()[0]};
    std::string_view rest = text.substr(colon + 1);
    if (const std::size_t mark = rest.find('?'); mark != std::string_view::npos) {
        constexpr std::string_view Key = "model=";
        const std::string_view option = rest.substr(mark + 1);
        if (!option.starts_with(Key)) {
            return Unexpected(ParseError{"printer", "has an unknown option \"" +
                                                        std::string(option) +
                                                        "\"; known: model=NAME"});
        }
        const std::string_view model = option.substr(Key.size());
        uri.model = escpos::findModel(model);
        if (uri.model == nullptr) {
            return Unexpected(ParseError{"printer", "has an unknown model \"" + std::string(model) +
                                                        "\"; known: " + knownModels()});
        }
        rest = rest.substr(0, mark);
    }
    if (rest.empty()) {
        return Unexpected(ParseError{"printer", "has nothing after \"" + uri.scheme + ":\""});
    }
    uri.address = std::string(rest);
    return uri;
}

std::string describe(const PrinterUri& uri)
{
    return uri.scheme + ":" + uri.address;
}

} // namespace talon::hw
