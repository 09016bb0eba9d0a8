#include "shared/domain/wait_range.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace std::chrono_literals;

TEST_CASE("a wait is told in steps of five minutes, rounded outwards, from an hour on of ten")
{
    const auto told = [](std::chrono::seconds low, std::chrono::seconds high) {
        const WaitMinutes minutes = inMinutes({.low = low, .high = high});
        return std::to_string(minutes.from) + "-" + std::to_string(minutes.to);
    };
    CHECK(told(0s, 0s) == "0-5");
    CHECK(told(0s, 61s) == "0-5");
    CHECK(told(10s, 299s) == "0-5");
    CHECK(told(4min + 59s, 5min + 1s) == "0-10");
    CHECK(told(5min, 10min) == "5-10");
    CHECK(told(10min, 10min) == "10-15"); // A range, not a moment.
    CHECK(told(12min, 18min) == "10-20");
    CHECK(told(58min, 61min) == "55-70");
    CHECK(told(61min, 95min) == "60-100");
}
