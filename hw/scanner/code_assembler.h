#pragma once

#include "hw/scanner/scan.h"

#include <chrono>
#include <optional>
#include <string>

namespace talon::hw {

/// Makes codes of characters as they come: a code ends with CR, LF or TAB, or when its owner finds
/// that it has been quiet for long enough.
///
///     "A0", "15\r\n" -> "A015"        "A015", pause, end() -> "A015"
class CodeAssembler
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    /// The scan that the character ends. Anything that is not ASCII spoils the code it is in.
    std::optional<Scan> take(char32_t character, Moment at);

    /// The scan that ends without an end; none between codes.
    std::optional<Scan> end();

    /// When the last character of an unfinished code came; none between codes.
    std::optional<Moment> quietSince() const;

private:
    std::string m_code;
    std::size_t m_length = 0; ///< Also of what is not kept.
    std::string m_fault;
    Moment m_lastAt;
};

} // namespace talon::hw
