#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace talon::api {

/// Counts open connections, in all and of each address. A connection holds its slot as long as it
/// lives, also after it has become a feed.
class ConnectionSlots
{
    struct Counts
    {
        int all = 0;
        std::unordered_map<std::string, int> ofAddress;
    };

public:
    class Slot
    {
    public:
        Slot(Slot&&) noexcept = default;
        Slot& operator=(Slot&&) = delete;
        ~Slot();

        const std::string& address() const { return m_address; }

    private:
        friend class ConnectionSlots;
        Slot(std::shared_ptr<Counts> counts, std::string address);

        std::shared_ptr<Counts> m_counts; ///< Null when moved from.
        std::string m_address;
    };

    ConnectionSlots(int max, int perAddressMax);

    /// None when there are too many already.
    std::optional<Slot> take(const std::string& address);

    int count() const { return m_counts->all; }

private:
    int m_max;
    int m_perAddressMax;
    std::shared_ptr<Counts> m_counts;
};

} // namespace talon::api
