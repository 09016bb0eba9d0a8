#include "display/board/zone.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace talon::board;

namespace {

constexpr ServiceId Meters{1};
constexpr ServiceId Contracts{2};
constexpr ServiceId Companies{3};

/// Windows 1 and 2 in one hall, 8 in another; the clerk at 2 helps out with contracts.
Hall hall()
{
    Hall hall;
    hall.windows = {{.id = {1}, .name = "1", .services = {Meters}},
                    {.id = {2}, .name = "2", .services = {Meters}},
                    {.id = {8}, .name = "8А", .services = {Companies}}};
    hall.calls = {{.id = 1, .service = Meters, .number = "А001", .window = "1"},
                  {.id = 2, .service = Contracts, .number = "В001", .window = "2"},
                  {.id = 3, .service = Companies, .number = "Л001", .window = "8А"}};
    hall.queues = {{.service = Meters, .waiting = 4},
                   {.service = Contracts, .waiting = 2},
                   {.service = Companies, .waiting = 1}};
    return hall;
}

std::vector<std::string> numbers(const Hall& hall)
{
    std::vector<std::string> numbers;
    for (const Call& call : hall.calls) {
        numbers.push_back(call.number);
    }
    return numbers;
}

std::vector<ServiceId> queues(const Hall& hall)
{
    std::vector<ServiceId> services;
    for (const Queue& queue : hall.queues) {
        services.push_back(queue.service);
    }
    return services;
}

HallScreen screenFor(std::vector<WindowId> windows, std::vector<ServiceId> services = {})
{
    HallScreen screen = usualScreen("hall");
    screen.windows = std::move(windows);
    screen.services = std::move(services);
    return screen;
}

} // namespace

TEST_CASE("a screen that is for nothing in particular is for the whole hall")
{
    CHECK(hallIn(hall(), usualScreen("hall")) == hall());
}

TEST_CASE("a screen of some windows shows every call to them, and the queues they are there for")
{
    const Hall part = hallIn(hall(), screenFor({{1}, {2}}));
    CHECK(numbers(part) == std::vector<std::string>{"А001", "В001"});
    CHECK(queues(part) == std::vector{Meters});
    CHECK(part.windows.size() == 2);
}

TEST_CASE("a screen of some services shows only what is called for them, at whatever window")
{
    const Hall part = hallIn(hall(), screenFor({}, {Contracts, Companies}));
    CHECK(numbers(part) == std::vector<std::string>{"В001", "Л001"});
    CHECK(queues(part) == std::vector{Contracts, Companies});
    CHECK(part.windows.size() == 3);
    CHECK(numbers(hallIn(hall(), screenFor({{8}}, {Contracts}))).empty());
}

TEST_CASE("a call is spoken where a screen shows it, unless that screen is silent")
{
    const Hall all = hall();
    HallScreen screen = screenFor({{8}});
    CHECK(isSpoken(all.calls[2], all, screen));
    CHECK_FALSE(isSpoken(all.calls[0], all, screen));
    screen.voice = false;
    CHECK_FALSE(isSpoken(all.calls[2], all, screen));
}
