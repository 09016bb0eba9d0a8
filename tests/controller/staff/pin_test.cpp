#include "controller/staff/pin.h"

#include "controller/staff/token.h"
#include "tests/support/catch.h"

using namespace talon;
using namespace talon::staff;

TEST_CASE("a PIN has four to eight digits")
{
    CHECK(isPin("1234"));
    CHECK(isPin("00000000"));
    for (const char* wrong : {"", "123", "123456789", "12 34", "12a4", "-123", "１２３４"}) {
        INFO(wrong);
        CHECK_FALSE(isPin(wrong));
    }
}

TEST_CASE("whose PIN it is is found among all")
{
    const std::vector<std::string> hashes{hashPin("1234"), hashPin("0000"), "", hashPin("01234")};
    CHECK(hashes.at(0).starts_with("$argon2id$"));
    CHECK(hashPin("1234") != hashes.at(0)); // Salted.
    CHECK(pinAmong("1234", hashes) == 0);
    CHECK(pinAmong("0000", hashes) == 1);
    CHECK(pinAmong("01234", hashes) == 3);
    CHECK_FALSE(pinAmong("4321", hashes));
    CHECK_FALSE(pinAmong("", hashes));
    CHECK_FALSE(pinAmong("1234", {}));
}

TEST_CASE("a badge cannot be guessed, and is found by its hash")
{
    const std::string badge = newBadge();
    CHECK(badge.starts_with("TALON-S1 "));
    CHECK(badge.size() == 9 + 32);
    CHECK(badge.find_first_not_of("0123456789abcdef", 9) == std::string::npos);
    CHECK(newBadge() != badge);

    Accounts accounts;
    apply(accounts, StaffSaved{{.id = {1}, .login = "anna"}});
    apply(accounts, StaffSaved{{.id = {2}, .login = "vera", .badgeHash = tokenHash(badge)}});
    REQUIRE(findByBadge(accounts, tokenHash(badge)) != nullptr);
    CHECK(findByBadge(accounts, tokenHash(badge))->login == "vera");
    CHECK(findByBadge(accounts, tokenHash("TALON-S1 ")) == nullptr);
    CHECK(findByBadge(accounts, "") == nullptr); // Not everybody without a badge.
}
