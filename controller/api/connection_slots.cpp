#include "controller/api/connection_slots.h"

namespace talon::api {

ConnectionSlots::Slot::Slot(std::shared_ptr<Counts> counts, std::string address)
    : m_counts(std::move(counts))
    , m_address(std::move(address))
{
    m_counts->all += 1;
    m_counts->ofAddress[m_address] += 1;
}

ConnectionSlots::Slot::~Slot()
{
    if (!m_counts) {
        return;
    }
    m_counts->all -= 1;
    const auto own = m_counts->ofAddress.find(m_address);
    own->second -= 1;
    if (own->second == 0) {
        m_counts->ofAddress.erase(own);
    }
}

ConnectionSlots::ConnectionSlots(int max, int perAddressMax)
    : m_max(max)
    , m_perAddressMax(perAddressMax)
    , m_counts(std::make_shared<Counts>())
{}

std::optional<ConnectionSlots::Slot> ConnectionSlots::take(const std::string& address)
{
    if (m_counts->all >= m_max) {
        return std::nullopt;
    }
    const auto own = m_counts->ofAddress.find(address);
    if (own != m_counts->ofAddress.end() && own->second >= m_perAddressMax) {
        return std::nullopt;
    }
    return Slot(m_counts, address);
}

} // namespace talon::api
