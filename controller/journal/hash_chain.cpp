#include "controller/journal/hash_chain.h"

#include "shared/base/ensure.h"

#include <sodium.h>

namespace talon::journal {

namespace {

class Hasher
{
public:
    Hasher() { TALON_ENSURE(crypto_generichash_init(&m_state, nullptr, 0, Hash().size()) == 0); }

    void add(const unsigned char* bytes, std::size_t count)
    {
        TALON_ENSURE(crypto_generichash_update(&m_state, bytes, count) == 0);
    }

    void add(const Hash& hash) { add(hash.data(), hash.size()); }

    void add(std::int64_t number)
    {
        auto rest = static_cast<std::uint64_t>(number);
        std::array<unsigned char, 8> bytes{};
        for (unsigned char& byte : bytes) {
            byte = static_cast<unsigned char>(rest & 0xFFU);
            rest >>= 8U;
        }
        add(bytes.data(), bytes.size());
    }

    void add(std::string_view text)
    {
        add(static_cast<std::int64_t>(text.size()));
        add(reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }

    Hash finish()
    {
        Hash hash{};
        TALON_ENSURE(crypto_generichash_final(&m_state, hash.data(), hash.size()) == 0);
        return hash;
    }

private:
    crypto_generichash_state m_state{};
};

} // namespace

Hash chained(const Hash& previous, const EventRow& row)
{
    Hasher hasher;
    hasher.add(previous);
    hasher.add(row.seq);
    hasher.add(row.at);
    hasher.add(row.day);
    hasher.add(row.by);
    hasher.add(row.kind);
    hasher.add(row.body);
    return hasher.finish();
}

Hash snapshotHash(const Hash& last, std::int64_t seq, std::string_view office)
{
    Hasher hasher;
    hasher.add(last);
    hasher.add(seq);
    hasher.add(office);
    return hasher.finish();
}

} // namespace talon::journal
