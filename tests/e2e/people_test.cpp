#include "tests/e2e/test_office.h"
#include "tests/support/catch.h"

using namespace talon::test;

/// PINs and badges given out at the prompt, and shown at a terminal of the real controller.
namespace {

Finished setPin(const TestOffice& office, const std::string& login, const std::string& pin)
{
    return office.controller.command("set-pin", {"--login", login, "--pin-stdin"},
                                     {.input = pin + "\n"});
}

int statusOf(const TestOffice& office, const std::string& body)
{
    HttpClient client(office.controller.port());
    const auto reply = client.send(post("/api/terminal/sign-in", body, "unused", office.terminal));
    REQUIRE(reply);
    return reply->status;
}

constexpr Exit Usage{.code = 1, .signal = 0};

} // namespace

TEST_CASE("a PIN and a badge are given out, shown at a terminal, replaced and taken away")
{
    TestOffice office;
    office.controller.addStaff("boss", "manager");
    office.controller.addStaff("hall", "hallAdministrator");
    office.controller.addStaff("clerk", "clerk");

    CHECK(setPin(office, "boss", "4711").exit == Exit{});
    CHECK(setPin(office, "hall", "4711").exit == Usage); // Somebody has it.
    CHECK(setPin(office, "hall", "471").errors ==
          "talon-controller: a PIN has four to eight digits\n");
    CHECK(setPin(office, "hall", "08154711").exit == Exit{});
    CHECK(setPin(office, "boss", "4711").exit == Exit{}); // One's own is no obstacle.
    CHECK(setPin(office, "clerk", "1234").exit == Usage);
    CHECK(setPin(office, "nobody", "1234").errors ==
          "talon-controller: --login names nobody: nobody\n");
    CHECK(office.controller.command("set-pin", {"--login", "boss"}).exit == Usage);
    CHECK(office.controller.command("add-badge", {"--login", "clerk"}).exit == Usage);

    const Finished first = office.controller.command("add-badge", {"--login", "hall"});
    CHECK(first.exit == Exit{});
    CHECK(first.output.starts_with("TALON-S1 "));
    const Finished second = office.controller.command("add-badge", {"--login", "hall"});
    // A new password leaves both.
    office.controller.addStaff("boss", "manager");
    office.controller.addStaff("hall", "hallAdministrator");

    office.controller.start();
    const auto badge = [](const Finished& added) {
        return R"({"badge":")" + added.output.substr(0, added.output.find('\n')) + R"("})";
    };
    CHECK(statusOf(office, R"({"pin":"4711"})") == 200);
    CHECK(statusOf(office, R"({"pin":"08154711"})") == 200);
    CHECK(statusOf(office, badge(first)) == 403);
    CHECK(statusOf(office, badge(second)) == 200);
    CHECK(office.controller.stop() == Exit{});

    CHECK(office.controller.command("set-pin", {"--login", "boss", "--remove"}).exit == Exit{});
    CHECK(office.controller.command("add-badge", {"--login", "hall", "--remove"}).exit == Exit{});
    office.controller.start();
    CHECK(statusOf(office, R"({"pin":"4711"})") == 403);
    CHECK(statusOf(office, badge(second)) == 403);
    CHECK(statusOf(office, R"({"pin":"08154711"})") == 200);
    CHECK(office.controller.stop() == Exit{});
}

TEST_CASE("twenty members have a PIN; whose it is, is told well within a second")
{
    TestOffice office;
    for (int i = 0; i < 21; ++i) {
        const std::string login = "member" + std::to_string(i);
        office.controller.addStaff(login, "manager");
        const Finished set = setPin(office, login, std::to_string(1000 + i));
        CHECK((i < 20 ? set.exit == Exit{} : set.exit == Usage));
    }
    office.controller.start();
    const auto began = std::chrono::steady_clock::now();
    CHECK(statusOf(office, R"({"pin":"1019"})") == 200);
    const auto took = std::chrono::steady_clock::now() - began;
    INFO(std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms");
    CHECK(took < std::chrono::seconds{5}); // 0.3 s on a quiet machine.
    CHECK(office.controller.stop() == Exit{});
}
