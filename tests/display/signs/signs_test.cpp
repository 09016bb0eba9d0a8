#include "display/signs/signs.h"

#include "tests/hw/emulated_signs.h"
#include "tests/support/catch.h"

#include <QCoreApplication>

#include <optional>

using namespace talon;
using namespace talon::display;
using namespace talon::test;
using namespace std::chrono_literals;

namespace {

const Instant Now{1'000'000s};

/// Runs the event loop until it holds; false when that was not long enough.
bool eventuallyWithin(std::chrono::milliseconds within, const std::function<bool()>& holds)
{
    const hw::Deadline deadline(within);
    while (!holds()) {
        if (deadline.isOver()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        hw::waitFor(-1, 0, 2ms);
    }
    return true;
}

bool eventually(const std::function<bool()>& holds)
{
    return eventuallyWithin(10s, holds);
}

SignBus busOn(const PtyLine& pty, const char* window)
{
    SignBus bus;
    bus.line = {.path = pty.path(), .protocol = hw::signProtocol("ascii")};
    bus.line.serial.baud = 115200;
    bus.signs = {{.sign = {.address = 1}, .window = window, .noConnection = "----"}};
    return bus;
}

} // namespace

TEST_CASE("each line has its own thread: one that answers nothing holds up no other and nobody")
{
    const PtyLine silentLine;
    const PtyLine goodLine;
    EmulatedSigns silent(EmulatedSigns::Kind::Ascii, silentLine);
    silent.set(1, SignMood::Silent);
    EmulatedSigns good(EmulatedSigns::Kind::Ascii, goodLine);
    good.set(1, SignMood::Answers);

    std::optional<board::Hall> hall;
    bool isOld = false;
    SignSettings settings;
    settings.noConnectionAfter = 1s;
    settings.buses = {busOn(silentLine, "5"), busOn(goodLine, "6")};
    std::optional<Signs> signs;
    signs.emplace(settings, Signs::Source{.hall = [&] { return hall ? &*hall : nullptr; },
                                          .now = [] { return Now; },
                                          .isOld = [&] { return isOld; }});
    REQUIRE(eventually([&] { return good.cells(1) == "----"; })); // nothing is known yet

    hall.emplace();
    hall->windows = {
        {.id = WindowId{6}, .name = "6", .state = WindowState::Open, .number = "А015"}};
    const auto begin = std::chrono::steady_clock::now();
    signs->update();
    CHECK(std::chrono::steady_clock::now() - begin < 100ms);
    REQUIRE(eventually([&] { return good.cells(1) == "A015"; }));

    isOld = true;
    signs->update();
    CHECK(good.cells(1) == "A015");
    REQUIRE(eventually([&] { return good.cells(1) == "----"; }));
    isOld = false;
    REQUIRE(eventually([&] { return good.cells(1) == "A015"; }));

    // The next outage has a while of its own.
    isOld = true;
    signs->update();
    CHECK_FALSE(eventuallyWithin(600ms, [&] { return good.cells(1) == "----"; }));
    REQUIRE(eventually([&] { return good.cells(1) == "----"; }));
    isOld = false;
    REQUIRE(eventually([&] { return good.cells(1) == "A015"; }));

    // Whoever looks after the hall can be told, once for each change.
    int changes = 0;
    QObject::connect(&*signs, &Signs::troubleChanged, &*signs, [&] { ++changes; });
    CHECK(signs->hasTrouble());
    silent.set(1, SignMood::Answers);
    REQUIRE(eventually([&] { return !signs->hasTrouble(); }));
    CHECK(silent.cells(1).empty()); // made dark: window 5 is not in this hall
    silent.set(1, SignMood::Silent);
    REQUIRE(eventually([&] { return signs->hasTrouble(); }));
    CHECK(changes == 2);

    // Who goes says so, and does not wait long for those who do not answer.
    const auto end = std::chrono::steady_clock::now();
    signs.reset();
    CHECK(std::chrono::steady_clock::now() - end < 4s);
    CHECK(good.cells(1) == "----");
    CHECK(silent.requests(1) >= 3);
}
