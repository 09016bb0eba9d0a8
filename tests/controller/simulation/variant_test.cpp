#include "controller/simulation/variant.h"

#include "tests/controller/simulation/sample_office.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;
using namespace talon;
using namespace talon::test;
using namespace talon::simulation;

namespace {

Expected<std::string, ParseError> readNothing(const std::string& path)
{
    if (path == "plan.csv") {
        return std::string("window,day,opens,closes\n1,,09:00,10:00\n");
    }
    if (path == "breaks.csv") {
        return std::string("window,break,length\n1,13:00,20\n");
    }
    return Unexpected(ParseError{.field = {}, .what = "cannot be read: no such file"});
}

Expected<Variant, ParseError> read(const std::string& text)
{
    OfficeSettings settings = sampleSettings();
    settings.windows[0].breaks = {{.begins = 12h, .length = 30min}};
    return variantFrom(text, {.name = "base", .settings = settings, .plan = {}}, readNothing);
}

Variant variant(const std::string& text)
{
    auto made = read(text);
    INFO((made ? "" : describe(made.error())));
    REQUIRE(made);
    return *std::move(made);
}

std::string fault(const std::string& text)
{
    const auto made = read(text);
    return made ? "" : describe(made.error());
}

DayHours workOf(const Variant& made)
{
    return workOn(made.plan, made.settings, made.settings.windows[0], SampleDay);
}

std::vector<PlannedBreak> breaksOf(const Variant& made)
{
    return breaksOn(made.plan, made.settings.windows[0], SampleDay);
}

} // namespace

TEST_CASE("a variant changes what its keys say and nothing else")
{
    CHECK(variant("same").settings.rules == sampleSettings().rules);
    CHECK(variant("a:order=firstCome").settings.rules.order == ServiceOrder::FirstCome);
    CHECK(variant("a:target.2=5,category.1=3").settings.services[1].target == 5min);
    CHECK(variant("a:target.2=5,category.1=3").settings.categories[0].target == 3min);
    CHECK(variant("a:recalls=2").settings.rules.recallsBeforeNoShow == 2);
    CHECK(variant("a:load=120").load == 1.2);
    CHECK(workOf(variant("a:window.1=11:00-15:00")) == DayHours{{.opens = 11h, .closes = 15h}});
    CHECK(workOf(variant("a:window.1=closed")).empty());
    CHECK(workOf(variant("a:without-window=1")).empty());
    CHECK(workOf(variant("a:plan=plan.csv")) == DayHours{{.opens = 9h, .closes = 10h}});
    CHECK(breaksOf(variant("a")).size() == 1);
    CHECK(breaksOf(variant("a:breaks=none")).empty());
    CHECK(breaksOf(variant("a:break.1=none")).empty());
    CHECK(breaksOf(variant("a:break.1=13:00+45")) ==
          std::vector<PlannedBreak>{{.begins = 13h, .length = 45min}});
    CHECK(breaksOf(variant("a:breaks=breaks.csv")) ==
          std::vector<PlannedBreak>{{.begins = 13h, .length = 20min}});
    CHECK(variant("late, but cheap:order=firstCome").name == "late, but cheap");
}

TEST_CASE("a fault in a variant names its key")
{
    CHECK(fault(":order=firstCome") == "must begin with a name: NAME:key=value");
    CHECK(fault("a:order=best") ==
          "order must be earliestDue, firstCome, strictPriority or longestWait");
    CHECK(fault("a:colour=red").starts_with("colour is no key; known are order, plan, "));
    CHECK(fault("a:order") == "order must be like order=...");
    CHECK(fault("a:target=5") == "target must name what it changes: target.1=...");
    CHECK(fault("a:target.9=5") == "target.9 names no service of the office");
    CHECK(fault("a:target.1=0") == "target.1 must be minutes from 1 to 240");
    CHECK(fault("a:category.9=5") == "category.9 names no category of the office");
    CHECK(fault("a:window.1=noon") == "window.1 must be hours like 11:00-17:00, or closed");
    CHECK(fault("a:break.1=noon") == "break.1 must be a time and minutes like 13:00+45, or none");
    CHECK(fault("a:without-window=7") == "without-window names no window of the office");
    CHECK(fault("a:load=0").starts_with("load must be percent from 1 to 1000"));
    CHECK(fault("a:plan=none.csv") == "plan none.csv: cannot be read: no such file");
}

TEST_CASE("every order of service is a variant of its own name")
{
    const auto variants = everyOrder({.name = "base", .settings = sampleSettings(), .plan = {}});
    REQUIRE(variants.size() == 4);
    CHECK(variants[0].name == "earliestDue");
    CHECK(variants[3].settings.rules.order == ServiceOrder::LongestWait);
}
