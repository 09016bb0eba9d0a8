#include "display/app/wanted_screen.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace talon::display;
using namespace Qt::StringLiterals;

TEST_CASE("the command line names a screen or a window, and the output to show it on")
{
    CHECK(*wantedScreenFrom(u"hall"_s) == WantedScreen{.screen = "hall"});
    CHECK(*wantedScreenFrom(u"hall-2@HDMI-1"_s) ==
          WantedScreen{.screen = "hall-2", .output = u"HDMI-1"_s});
    CHECK(*wantedScreenFrom(u"window:5"_s) == WantedScreen{.window = "5"});
    CHECK(*wantedScreenFrom(u"window:Касса 2@DP-3"_s) ==
          WantedScreen{.window = "Касса 2", .output = u"DP-3"_s});
    for (const QString& wrong : {u""_s, u"Зал"_s, u"hall@"_s, u"window:"_s, u"@HDMI-1"_s,
                                 u"window:"_s + QString(33, u'1')}) {
        INFO(wrong.toStdString());
        CHECK_FALSE(wantedScreenFrom(wrong));
    }
}

TEST_CASE("each screen has its output, and loses it to nobody else")
{
    const std::vector<WantedScreen> two{{.screen = "hall", .output = u"HDMI-1"_s},
                                        {.screen = "cash", .output = u"HDMI-2"_s}};
    CHECK(outputsFor(two, {u"HDMI-2"_s, u"HDMI-1"_s}) == std::vector{1, 0});
    CHECK(outputsFor(two, {u"HDMI-1"_s}) == std::vector{0, -1});
    CHECK(outputsFor(two, {u"HDMI-2"_s}) == std::vector{-1, 0});
    CHECK(outputsFor(two, {}) == std::vector{-1, -1});

    const std::vector<WantedScreen> mixed{
        {.screen = "hall"}, {.screen = "cash", .output = u"HDMI-1"_s}, {.screen = "list"}};
    CHECK(outputsFor(mixed, {u"HDMI-1"_s, u"DP-1"_s, u"DP-2"_s}) == std::vector{1, 0, 2});
    CHECK(outputsFor(mixed, {u"HDMI-1"_s, u"DP-1"_s}) == std::vector{1, 0, -1});
}
