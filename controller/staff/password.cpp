#include "controller/staff/password.h"

#include "controller/staff/token.h"
#include "shared/base/ensure.h"

#include <sodium.h>

#include <array>

namespace talon::staff {

std::string hashPassword(const std::string& password)
{
    TALON_ENSURE(sodium_init() >= 0);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    // Fails only when there is no memory for it.
    TALON_ENSURE(crypto_pwhash_str(hash.data(), password.data(), password.size(),
                                   crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                   crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0);
    return hash.data();
}

bool passwordFits(const std::string& password, const std::string& hash)
{
    TALON_ENSURE(sodium_init() >= 0);
    if (hash.size() >= crypto_pwhash_STRBYTES) {
        return false;
    }
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

const std::string& decoyHash()
{
    static const std::string Decoy = hashPassword(newToken());
    return Decoy;
}

} // namespace talon::staff
