#include "hw/scanner/assembled_scanner.h"

#include <algorithm>
#include <utility>

namespace talon::hw {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

Expected<std::optional<Scan>, IoError> AssembledScanner::read(milliseconds within)
{
    const Deadline deadline(within);
    while (true) {
        milliseconds patience = deadline.left();
        if (const auto since = m_assembler.quietSince()) {
            const auto rest =
                std::chrono::ceil<milliseconds>(*since + m_pause - steady_clock::now());
            patience = std::clamp(rest, 0ms, patience);
        }
        if (m_scans.empty()) {
            if (const auto heard = hear(patience); !heard) {
                return Unexpected(heard.error());
            }
        }
        const auto since = m_assembler.quietSince();
        if (m_scans.empty() && since && steady_clock::now() - *since >= m_pause) {
            if (auto scan = m_assembler.end()) {
                m_scans.push_back(*std::move(scan));
            }
        }
        if (!m_scans.empty()) {
            Scan scan = std::move(m_scans.front());
            m_scans.pop_front();
            return std::optional(std::move(scan));
        }
        if (deadline.isOver()) {
            return std::optional<Scan>();
        }
    }
}

void AssembledScanner::take(char32_t character)
{
    if (auto scan = m_assembler.take(character, steady_clock::now())) {
        m_scans.push_back(*std::move(scan));
    }
}

void AssembledScanner::spoil(const std::string& why)
{
    m_assembler = {};
    m_scans.emplace_back(Unexpected(ParseError{"code", why}));
}

} // namespace talon::hw
