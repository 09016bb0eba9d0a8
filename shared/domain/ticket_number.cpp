#include "shared/domain/ticket_number.h"

#include <charconv>

namespace talon {

std::string printedNumber(const std::string& prefix, int serial)
{
    std::string digits = std::to_string(serial);
    while (digits.size() < 3) {
        digits.insert(digits.begin(), '0');
    }
    return prefix + digits;
}

std::optional<TicketNumber> numberFrom(std::string_view printed)
{
    std::size_t letters = printed.size();
    while (letters > 0 && printed[letters - 1] >= '0' && printed[letters - 1] <= '9') {
        --letters;
    }
    TicketNumber number{.prefix = std::string(printed.substr(0, letters))};
    const char* const end = printed.data() + printed.size();
    const auto read = std::from_chars(printed.data() + letters, end, number.serial);
    if (read.ec != std::errc() || read.ptr != end || number.serial < 1 ||
        printedNumber(number.prefix, number.serial) != printed) {
        return std::nullopt;
    }
    return number;
}

} // namespace talon
