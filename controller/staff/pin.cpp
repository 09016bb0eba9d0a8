#include "controller/staff/pin.h"

#include "controller/staff/password.h"
#include "controller/staff/token.h"
#include "shared/base/ensure.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace talon::staff {

namespace {

constexpr unsigned long long PinRounds = 2;
constexpr std::size_t PinMemoryBytes = 16UL * 1024 * 1024;
constexpr std::size_t BadgeDigits = 32;

} // namespace

bool isPin(std::string_view text)
{
    return text.size() >= 4 && text.size() <= 8 &&
           std::ranges::all_of(text, [](char digit) { return digit >= '0' && digit <= '9'; });
}

std::string hashPin(const std::string& pin)
{
    TALON_ENSURE(sodium_init() >= 0);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    // Fails only when there is no memory for it.
    TALON_ENSURE(crypto_pwhash_str_alg(hash.data(), pin.data(), pin.size(), PinRounds,
                                       PinMemoryBytes, crypto_pwhash_ALG_ARGON2ID13) == 0);
    return hash.data();
}

std::optional<std::size_t> pinAmong(const std::string& pin, std::span<const std::string> hashes)
{
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (passwordFits(pin, hashes[i])) {
            return i;
        }
    }
    return std::nullopt;
}

std::string newBadge()
{
    return "TALON-S1 " + newToken().substr(0, BadgeDigits);
}

bool mayUseTerminal(Role role)
{
    return role != Role::Clerk;
}

} // namespace talon::staff
