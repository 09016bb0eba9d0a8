#include "controller/staff/password.h"

#include "controller/staff/token.h"
#include "tests/support/catch.h"

#include <sodium.h>

using namespace talon::staff;

TEST_CASE("a password fits its own hash only")
{
    const std::string hash = hashPassword("верный пароль");
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(passwordFits("верный пароль", hash));
    CHECK_FALSE(passwordFits("верный пароль ", hash));
    CHECK_FALSE(passwordFits("", hash));
    CHECK(hashPassword("верный пароль") != hash); // Salted.
}

TEST_CASE("what is not a hash fits nothing")
{
    CHECK_FALSE(passwordFits("", ""));
    CHECK_FALSE(passwordFits("x", "x"));
    CHECK_FALSE(passwordFits("x", "$argon2id$v=19$m=65536,t=2,p=1$"));
    CHECK_FALSE(passwordFits("x", std::string(10'000, 'x')));
}

TEST_CASE("a decoy costs as much to try as a real hash")
{
    CHECK(crypto_pwhash_str_needs_rehash(decoyHash().c_str(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                         crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0);
    CHECK_FALSE(passwordFits("", decoyHash()));
    CHECK(&decoyHash() == &decoyHash());
}

TEST_CASE("a token has 256 bits, and its hash is SHA-256")
{
    const std::string token = newToken();
    CHECK(token.size() == 64);
    CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(newToken() != token);
    CHECK(tokenHash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(tokenHash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
