#include "hw/cups/cups_address.h"

#include <charconv>

namespace talon::hw {
namespace {

constexpr int PortMax = 65535;

Unexpected<ParseError> wrong()
{
    return Unexpected(ParseError{"cups", "needs the form QUEUE or HOST:PORT/QUEUE"});
}

bool isNumber(std::string_view digits, int& number)
{
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, number);
    return error == std::errc() && rest == end && number > 0 && number <= PortMax;
}

} // namespace

Expected<CupsAddress, ParseError> parseCupsAddress(std::string_view text)
{
    CupsAddress address;
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        std::string_view host = text.substr(0, slash);
        text = text.substr(slash + 1);
        const std::size_t colon = host.rfind(':');
        const std::size_t bracket = host.rfind(']'); // of an IPv6 address
        if (colon != std::string_view::npos &&
            (bracket == std::string_view::npos || colon > bracket)) {
            if (!isNumber(host.substr(colon + 1), address.port)) {
                return wrong();
            }
            host = host.substr(0, colon);
        }
        if (host.starts_with('[') && host.ends_with(']')) {
            host = host.substr(1, host.size() - 2);
        }
        if (host.empty()) {
            return wrong();
        }
        address.host = std::string(host);
    }
    if (text.empty() || text.find_first_of("/?# ") != std::string_view::npos) {
        return wrong();
    }
    address.queue = std::string(text);
    return address;
}

} // namespace talon::hw
