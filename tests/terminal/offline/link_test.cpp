#include "shared/link/controller_link.h"
#include "tests/support/catch.h"
#include "tests/terminal/app/fake_controller.h"

using namespace talon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using talon::test::eventually;
using talon::test::FakeController;

TEST_CASE("a request has the key that its sender chose, or tells the one it was given")
{
    FakeController controller;
    controller.answer = [](const auto&) { return FakeController::Reply{}; };
    link::ControllerLink link({.controller = controller.url(), .token = "t", .feed = u"x"_s});
    int answers = 0;
    const auto count = [&](const auto&) { ++answers; };
    CHECK(link.post(u"/api/a"_s, {}, 5s, count, {.key = "my-own-key"}) == "my-own-key");
    const QByteArray made = link.post(u"/api/a"_s, {}, 5s, count);
    REQUIRE(eventually([&] { return answers == 2; }));
    CHECK(controller.requests().at(0).key == "my-own-key");
    CHECK(controller.requests().at(1).key == made);
    link.cancel(made); // Long answered.
    link.cancel("nobody's");
}

TEST_CASE("a request that is given up is neither answered nor sent again")
{
    FakeController controller;
    bool isLost = true;
    controller.answer = [&](const auto&) {
        return isLost ? std::nullopt : std::optional(FakeController::Reply{});
    };
    link::ControllerLink link({.controller = controller.url(), .token = "t", .feed = u"x"_s});
    int answers = 0;
    const QByteArray key = link.post(u"/api/a"_s, {}, 30s, [&](const auto&) { ++answers; });
    REQUIRE(eventually([&] { return !controller.requests().empty(); }));
    link.cancel(key);
    isLost = false;
    int others = 0;
    const auto sent = controller.requests().size();
    for (int i = 1; i <= 3; ++i) {
        link.post(u"/api/b"_s, {}, 5s, [&](const auto&) { ++others; });
        REQUIRE(eventually([&] { return others == i; }));
    }
    REQUIRE(eventually([&] { return others == 3; }));
    CHECK(answers == 0);
    CHECK(controller.requestsTo(u"/api/a"_s).size() == sent);
}

TEST_CASE("an error tells its status")
{
    FakeController controller;
    controller.answer = [](const auto&) {
        return FakeController::Reply{.status = 403, .body = {{u"error"_s, u"not for you"_s}}};
    };
    link::ControllerLink link({.controller = controller.url(), .token = "t", .feed = u"x"_s});
    std::optional<link::LinkError> error;
    link.post(u"/api/a"_s, {}, 5s, [&](const auto& answer) { error = answer.error(); });
    REQUIRE(eventually([&] { return error.has_value(); }));
    CHECK(error->kind == link::LinkError::Kind::Rejected);
    CHECK(error->status == 403);
    CHECK(error->what == u"not for you"_s);
}
