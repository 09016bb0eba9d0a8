#include "shared/domain/booking.h"

#include "shared/base/ensure.h"

#include <algorithm>

namespace talon {

std::string_view name(BookingState state)
{
    switch (state) {
    case BookingState::Expected: return "expected";
    case BookingState::Arrived: return "arrived";
    case BookingState::Missed: return "missed";
    case BookingState::Cancelled: return "cancelled";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

bool isPhoneEnd(std::string_view text)
{
    constexpr std::size_t Digits = 4;
    return text.size() == Digits &&
           std::ranges::all_of(text, [](char digit) { return digit >= '0' && digit <= '9'; });
}

std::string plainCode(std::string_view code)
{
    std::string plain;
    plain.reserve(code.size());
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char letter = code[i];
        const auto next = i + 1 < code.size() ? static_cast<unsigned char>(code[i + 1]) : 0U;
        if (letter == ' ' || letter == '-') {
            continue;
        }
        if (letter >= 'a' && letter <= 'z') {
            plain += static_cast<char>(letter - 'a' + 'A');
        } else if (letter == '\xD0' && next >= 0xB0U && next <= 0xBFU) { // а to п
            plain += {'\xD0', static_cast<char>(next - 0x20U)};
            i += 1;
        } else if (letter == '\xD1' && next >= 0x80U && next <= 0x8FU) { // р to я
            plain += {'\xD0', static_cast<char>(next + 0x20U)};
            i += 1;
        } else {
            plain += letter;
        }
    }
    return plain;
}

} // namespace talon
