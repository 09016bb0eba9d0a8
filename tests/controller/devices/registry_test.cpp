#include "controller/devices/registry.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace talon::devices;
using namespace std::chrono_literals;

namespace {

const Instant Noon = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + 12h;

} // namespace

TEST_CASE("a device that has never come is not there, since nobody knows when")
{
    CHECK(Registry().presenceOf({1}) == Presence{});
}

TEST_CASE("a device is connected while it has a feed, and since its first")
{
    Registry registry;
    registry.openFeed({1}, Noon);
    registry.openFeed({1}, Noon + 1min);
    CHECK(registry.presenceOf({1}).isConnected());
    CHECK(registry.presenceOf({1}).since == Noon);
    CHECK_FALSE(registry.presenceOf({2}).isConnected());
    // It comes again before its old line is known to be broken.
    registry.closeFeed({1}, Noon + 2min);
    CHECK(registry.presenceOf({1}).isConnected());
    CHECK(registry.presenceOf({1}).since == Noon);
    registry.closeFeed({1}, Noon + 3min);
    CHECK_FALSE(registry.presenceOf({1}).isConnected());
    CHECK(registry.presenceOf({1}).since == Noon + 3min);
}

TEST_CASE("what a device said last is kept, also when it has gone; the same again is no news")
{
    Registry registry;
    const DeviceStatus good{.version = "0.1.0", .printer = "ready"};
    DeviceStatus bad = good;
    bad.printer = "paperOut";
    bad.problems = {"printer"};
    CHECK(registry.hear({1}, good, Noon));
    CHECK_FALSE(registry.hear({1}, good, Noon + 1min));
    CHECK(registry.presenceOf({1}).heardAt == Noon + 1min);
    CHECK(registry.hear({1}, bad, Noon + 2min));
    registry.openFeed({1}, Noon + 2min);
    registry.closeFeed({1}, Noon + 3min);
    CHECK(registry.presenceOf({1}).status == bad);
    CHECK(registry.presenceOf({1}).heardAt == Noon + 2min);
    CHECK_FALSE(registry.presenceOf({2}).status);
}
