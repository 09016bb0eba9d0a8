#pragma once

#include "hw/scanner/code_assembler.h"

namespace talon::hw {

struct WedgeLimits
{
    std::chrono::milliseconds gapMax{50}; ///< Between two keys of a scanner; people need longer.
    std::size_t lengthMin = 4;            ///< Shorter ones may be a person drumming.

    friend bool operator==(const WedgeLimits&, const WedgeLimits&) = default;
};

/// Tells a scanner in keyboard mode from a person who types, for a window that gets the keys of
/// both: a scan is a fast burst of characters that ends with Enter.
class Wedge
{
public:
    using Moment = CodeAssembler::Moment;

    explicit Wedge(WedgeLimits limits = {});

    /// One character that a key has typed, Enter as '\r'. The scan that it ends, if it does.
    std::optional<Scan> take(char32_t character, Moment at);

    /// Whether the last characters can only be a scanner's: they are not for the field on screen.
    bool isBurst() const { return m_length >= m_limits.lengthMin; }

private:
    WedgeLimits m_limits;
    CodeAssembler m_assembler;
    std::size_t m_length = 0; ///< Of the burst so far.
};

} // namespace talon::hw
