#include "display/voice/volume_plan.h"

#include "tests/support/catch.h"

using namespace talon::display;
using namespace std::chrono_literals;

TEST_CASE("the volume follows the hours, past midnight too, and the last named holds")
{
    const VolumePlan plan{.percent = 80,
                          .stretches = {{.from = 13h, .to = 14h, .percent = 40},
                                        {.from = 13h + 30min, .to = 13h + 45min, .percent = 20},
                                        {.from = 22h, .to = 6h, .percent = 10}}};
    CHECK(plan.at(12h + 59min) == 80);
    CHECK(plan.at(13h) == 40);
    CHECK(plan.at(13h + 30min) == 20);
    CHECK(plan.at(13h + 45min) == 40);
    CHECK(plan.at(14h) == 80);
    CHECK(plan.at(21h + 59min) == 80);
    CHECK(plan.at(22h) == 10);
    CHECK(plan.at(0h) == 10);
    CHECK(plan.at(5h + 59min) == 10);
    CHECK(plan.at(6h) == 80);
    CHECK(VolumePlan().at(12h) == 100);
}

TEST_CASE("a stretch until midnight, and one of the whole day")
{
    const VolumePlan plan{.percent = 80, .stretches = {*stretchFrom("20:00-24:00=30")}};
    CHECK(plan.at(19h + 59min) == 80);
    CHECK(plan.at(23h + 59min) == 30);
    CHECK(plan.at(0h) == 80);
    const VolumePlan always{.percent = 80, .stretches = {*stretchFrom("00:00-00:00=30")}};
    CHECK(always.at(0h) == 30);
    CHECK(always.at(12h) == 30);
}

TEST_CASE("stretches and shares are read from the command line, and nothing else is")
{
    const auto stretch = stretchFrom("13:00-14:05=40");
    REQUIRE(stretch);
    CHECK(*stretch == VolumePlan::Stretch{.from = 13h, .to = 14h + 5min, .percent = 40});
    CHECK(stretchFrom("9:00-10:00=0"));
    for (const char* const wrong :
         {"", "13:00", "13:00-14:00", "13:00=40-14:00", "13-14=40", "13:0-14:00=40",
          "25:00-26:00=40", "24:01-24:00=40", "13:60-14:00=40", "-1:00-14:00=40", "13:00-14:00=101",
          "13:00-14:00=-1", "13:00-14:00=40%", "13:00-14:00="}) {
        INFO(wrong);
        CHECK_FALSE(stretchFrom(wrong));
    }
    CHECK(*percentFrom("0") == 0);
    CHECK(*percentFrom("100") == 100);
    for (const char* const wrong : {"", "101", "-1", "40%", "4 0", "loud", "99999999999"}) {
        INFO(wrong);
        CHECK_FALSE(percentFrom(wrong));
    }
}
