#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The number on a ticket: the letters of its service, then three digits or four.
namespace talon {

struct TicketNumber
{
    std::string prefix; ///< "А".
    int serial = 0;     ///< From 1.

    friend bool operator==(const TicketNumber&, const TicketNumber&) = default;
};

/// "А" and 15 make "А015"; from 1000 on the number grows a digit.
std::string printedNumber(const std::string& prefix, int serial);

/// The parts of a printed number; none when it is not written as printedNumber() writes it.
std::optional<TicketNumber> numberFrom(std::string_view printed);

} // namespace talon
