#include "controller/staff/accounts.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace talon::staff;
using namespace std::chrono_literals;

namespace {

const Instant Noon = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + 12h;

Accounts annaSignedIn()
{
    Accounts accounts;
    apply(accounts, StaffSaved{{.id = {1}, .login = "anna", .role = Role::Manager}});
    apply(accounts, SessionOpened{{.tokenHash = "s", .staff = {1}, .expiresAt = Noon + 12h}});
    return accounts;
}

} // namespace

TEST_CASE("a session stands for its member until it runs out or is closed")
{
    Accounts accounts = annaSignedIn();
    REQUIRE(findBySession(accounts, "s", Noon) != nullptr);
    CHECK(findBySession(accounts, "s", Noon)->login == "anna");
    CHECK(findBySession(accounts, "s", Noon + 12h) == nullptr);
    CHECK(findBySession(accounts, "t", Noon) == nullptr);
    CHECK(findBySession(accounts, "", Noon) == nullptr);
    apply(accounts, SessionClosed{"s"});
    CHECK(findBySession(accounts, "s", Noon) == nullptr);
}

TEST_CASE("a member is saved anew under the same id, and found by login")
{
    Accounts accounts = annaSignedIn();
    apply(accounts, StaffSaved{{.id = {1}, .login = "anya", .role = Role::Clerk}});
    CHECK(accounts.staff.size() == 1);
    CHECK(findByLogin(accounts, "anna") == nullptr);
    REQUIRE(findByLogin(accounts, "anya") != nullptr);
    CHECK(findBySession(accounts, "s", Noon)->role == Role::Clerk);
}

TEST_CASE("a device is found by the hash of its token only")
{
    Accounts accounts;
    apply(accounts, DeviceSaved{{.id = {1}, .kind = DeviceKind::Display, .tokenHash = "h"}});
    REQUIRE(findDeviceByToken(accounts, "h") != nullptr);
    CHECK(findDeviceByToken(accounts, "h")->kind == DeviceKind::Display);
    CHECK(findDeviceByToken(accounts, "H") == nullptr);
    CHECK(findDeviceByToken(accounts, "") == nullptr);
}
