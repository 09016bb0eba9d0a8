#include "hw/scanner/wedge.h"

#include <utility>

namespace talon::hw {

Wedge::Wedge(WedgeLimits limits)
    : m_limits(limits)
{}

std::optional<Scan> Wedge::take(char32_t character, Moment at)
{
    const auto last = m_assembler.quietSince();
    if (last && at - *last > m_limits.gapMax) {
        m_assembler = {};
        m_length = 0;
    }
    const bool wasBurst = isBurst();
    auto scan = m_assembler.take(character, at);
    m_length = m_assembler.quietSince() ? m_length + 1 : 0;
    return wasBurst ? std::move(scan) : std::nullopt;
}

} // namespace talon::hw
