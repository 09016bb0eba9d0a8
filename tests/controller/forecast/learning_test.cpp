#include "controller/queue/apply.h"
#include "tests/controller/forecast/hall.h"
#include "tests/support/catch.h"

using namespace talon;
using namespace talon::queue;
using namespace std::chrono_literals;
using talon::forecast::Experience;
using talon::forecast::Forecaster;
using talon::forecast::Margins;
using talon::forecast::Span;
using talon::test::Hall;
using talon::test::HallDay;
using talon::test::teach;

/// How a forecaster comes to know its office.
namespace {

/// Somebody who was told this and called after so long.
Visit kept(WaitRange promised, std::chrono::seconds waited, Day day = HallDay)
{
    const Instant joined = Instant{day} + 9h;
    return {.id = {1},
            .day = day,
            .service = {1},
            .state = VisitState::Finished,
            .joinedAt = joined,
            .queuedAt = joined,
            .promised = promised,
            .window = WindowId{1},
            .calledAt = joined + waited,
            .latestCallAt = joined + waited,
            .startedAt = joined + waited,
            .endedAt = joined + waited + 300s};
}

/// One at window 1, and so many wait.
Hall queueOf(int waiting)
{
    Hall hall;
    hall.open(1);
    hall.join(1);
    hall.callAndStart(1);
    for (int i = 0; i < waiting; ++i) {
        hall.join(1);
    }
    return hall;
}

} // namespace

TEST_CASE("a service that takes longer than expected makes the queue wait longer")
{
    Hall hall = queueOf(5);
    const auto before = *hall.promise(1);
    teach(hall.forecaster, 1, 900s);
    CHECK(hall.promise(1)->low > before.low * 2);
    CHECK(hall.promise(1)->high > before.high * 2);
}

TEST_CASE("a few visits move little, many move all")
{
    const Service service = test::hallSettings().services.front();
    Experience few;
    Experience many;
    few.served({1}, 900s);
    for (int i = 0; i < 400; ++i) {
        many.served({1}, 900s);
    }
    CHECK(few.lengthOf(service, 1) < Span{400});
    CHECK(few.lengthOf(service, 1) > Span{300});
    CHECK(many.lengthOf(service, 1) > Span{880});
}

TEST_CASE("a service without a past goes by the pace of the others")
{
    const OfficeSettings settings = test::hallSettings();
    Experience slow;
    for (int i = 0; i < 400; ++i) {
        slow.served({1}, 600s);
    }
    const double pace = slow.paceOfOffice(settings);
    CHECK(pace == Approx(2).epsilon(0.1));
    CHECK(slow.lengthOf(settings.services.at(1), pace) > Span{1100});
    CHECK(Experience{}.paceOfOffice(settings) == Approx(1));
}

TEST_CASE("an office that changes is followed")
{
    const Service service = test::hallSettings().services.front();
    Experience experience;
    for (int i = 0; i < 2000; ++i) {
        experience.served({1}, i < 1000 ? 100s : 500s);
    }
    CHECK(experience.lengthOf(service, 1) > Span{450});
}

TEST_CASE("a visit that nobody finished for hours is no service time")
{
    const Service service = test::hallSettings().services.front();
    Experience experience;
    for (int i = 0; i < 100; ++i) {
        experience.served({1}, 300s);
    }
    experience.served({1}, 10h);
    CHECK(experience.lengthOf(service, 1) < Span{340});
}

TEST_CASE("what has lasted for long is expected to last by what the past shows")
{
    Experience even;
    Experience uneven;
    for (int i = 0; i < 300; ++i) {
        even.served({1}, 300s);
        uneven.served({1}, i % 2 == 0 ? 10s : 590s);
    }
    CHECK(even.restOf({1}, 100s, 300s).count() == Approx(200).epsilon(0.05));
    CHECK(uneven.restOf({1}, 100s, 300s).count() == Approx(490).epsilon(0.1));
    CHECK(even.restOf({1}, 1000s, 300s) > Span{30});
    CHECK(even.variationOf({1}) < 0.1);
    CHECK(uneven.variationOf({1}) > 0.8);
}

TEST_CASE("those who do not come cost less time")
{
    Hall hall = queueOf(10);
    teach(hall.forecaster, 1, 300s);
    const auto before = *hall.promise(1);
    for (int i = 0; i < 200; ++i) {
        Visit absent = kept({}, 60s, HallDay - std::chrono::days{1});
        absent.promised.reset();
        absent.state = VisitState::NoShow;
        absent.startedAt.reset();
        absent.endedAt = *absent.calledAt + 30s;
        hall.forecaster.learn(absent);
    }
    CHECK(hall.promise(1)->high < before.high);
}

TEST_CASE("late promises widen the range upwards, kept ones narrow it")
{
    const forecast::WaitClass who{.service = {1}};
    const forecast::Turn turn{.wait = 600s, .step = 100s};
    Margins late;
    Margins inside;
    for (int i = 0; i < 30; ++i) {
        late.judge(who, {.low = 300s, .high = 900s}, 1000s);
        inside.judge(who, {.low = 300s, .high = 900s}, 600s);
    }
    const WaitRange usual = Margins{}.around(who, turn);
    CHECK(late.around(who, turn).high > usual.high);
    CHECK(late.around(who, turn).low > usual.low);
    CHECK(inside.around(who, turn).high < usual.high);
    CHECK(inside.around(who, turn).low > usual.low);
}

TEST_CASE("a class that was never called goes by the office")
{
    const forecast::Turn turn{.wait = 600s, .step = 100s};
    Margins margins;
    for (int i = 0; i < 30; ++i) {
        margins.judge({.service = {1}}, {.low = 300s, .high = 900s}, 1000s);
    }
    CHECK(margins.around({.service = {2}}, turn).high >
          Margins{}.around({.service = {2}}, turn).high);
}

TEST_CASE("no run of misses makes a range senseless")
{
    const forecast::WaitClass who{.service = {1}};
    Margins margins;
    for (int i = 0; i < 1000; ++i) {
        margins.judge(who, {.low = i % 3 == 0 ? 0s : 500s, .high = 900s}, i % 2 == 0 ? 0s : 5000s);
        for (const auto wait : {0s, 60s, 6000s}) {
            for (const bool atOnce : {false, true}) {
                const auto range =
                    margins.around(who, {.wait = wait, .step = 60s, .atOnce = atOnce});
                CHECK(range.low >= 0s);
                CHECK(range.low <= range.high);
            }
        }
    }
}

TEST_CASE("a past that is learned teaches what living it taught")
{
    Hall hall;
    hall.open(1);
    Forecaster taught;
    for (int i = 0; i < 30; ++i) {
        hall.at(9h + 10min * i);
        hall.join(1);
        hall.join(1);
        for (const auto minute : {3min, 6min}) {
            hall.at(9h + 10min * i + minute);
            hall.callAndStart(1);
            hall.at(9h + 10min * i + minute + 2min);
            hall.finish(1);
        }
    }
    for (const auto& [id, visit] : hall.office.visits) {
        taught.learn(visit);
    }
    hall.at(16h);
    for (int i = 0; i < 5; ++i) {
        hall.join(1);
    }
    CHECK(taught.accuracy() == hall.forecaster.accuracy());
    const auto lived = hall.promise(1);
    const auto learned = taught.forNewcomer(hall.office, hall.time(), {1}, {}, {});
    CHECK(learned->low.count() == Approx(lived->low.count()).margin(2));
    CHECK(learned->high.count() == Approx(lived->high.count()).margin(2));
}

TEST_CASE("the accuracy of the day counts promises kept")
{
    Forecaster forecaster;
    forecaster.learn(kept({.low = 100s, .high = 300s}, 250s));
    forecaster.learn(kept({.low = 100s, .high = 300s}, 300s));
    forecaster.learn(kept({.low = 100s, .high = 200s}, 250s));
    const auto accuracy = forecaster.accuracy();
    CHECK(accuracy.office.calls == 3);
    CHECK(accuracy.office.within == 2);
    CHECK(accuracy.office.meanError == 83s);
    CHECK(accuracy.office.meanWidth == 167s);
    CHECK(accuracy.services.at({1}) == accuracy.office);
}

TEST_CASE("accuracy begins anew each day, what was learned stays")
{
    Hall hall = queueOf(3);
    hall.at(9h + 5min);
    hall.finish(1);
    hall.callAndStart(1);
    CHECK(hall.forecaster.accuracy().office.calls == 2);
    hall.finish(1);
    hall.at(HallDay + std::chrono::days{1}, 9h);
    REQUIRE(hall.does(Tick{}));
    CHECK(hall.forecaster.accuracy() == forecast::Accuracy{});
}

TEST_CASE("calls without a promise are not counted")
{
    Forecaster forecaster;
    Visit untold = kept({}, 100s);
    untold.promised.reset();
    forecaster.learn(untold);
    CHECK(forecaster.accuracy().office.calls == 0);
}

TEST_CASE("who was held is not judged: they asked for another wait")
{
    Hall hall = queueOf(1);
    const VisitId held{hall.office.lastVisit};
    REQUIRE(hall.does(HoldVisit{.visit = held, .clerk = {1}, .until = {}}));
    REQUIRE(hall.does(ReturnVisit{.visit = held}));
    hall.at(11h);
    hall.finish(1);
    hall.callAndStart(1);
    CHECK(hall.forecaster.accuracy().office.calls == 1);
}

TEST_CASE("a pause is learned, and grows longer the longer it lasts")
{
    Hall hall;
    hall.open(1);
    REQUIRE(hall.does(PauseWindow{.window = {1}, .clerk = {1}}));
    const auto atFirst = *hall.promise(1);
    hall.at(9h + 8min);
    const auto soonBack = *hall.promise(1);
    hall.at(12h);
    const auto longGone = *hall.promise(1);
    CHECK(soonBack.high < atFirst.high);
    CHECK(longGone.low > atFirst.high);

    for (int i = 0; i < 50; ++i) {
        hall.open(1);
        REQUIRE(hall.does(PauseWindow{.window = {1}, .clerk = {1}}));
        hall.at(12h + 1min * (i + 1));
    }
    hall.open(1);
    REQUIRE(hall.does(PauseWindow{.window = {1}, .clerk = {1}}));
    CHECK(hall.promise(1)->high < soonBack.high + 3min);
}
