#include "display/app/screen.h"

#include "display/app/hall_of.h"
#include "tests/display/app/fake_feed.h"
#include "tests/support/catch.h"

using namespace talon;
using namespace talon::display;
using namespace talon::test;
using namespace Qt::StringLiterals;

namespace {

QString cell(const RowsModel& model, int row, const char* role)
{
    return model.data(model.index(row), model.roleNames().key(role)).toString();
}

/// The screen as it is with these settings while a visitor is called to window 5.
void show(Screen& screen, const std::vector<HallScreen>& screens)
{
    wire::HallView view = engelsHall();
    view.calls = {callIn(view, 12, "А015")};
    view.queues[1].next = {"Б002", "Б003"};
    screen.set(hallOf(view), screens);
    screen.refresh(view.office.now);
}

} // namespace

TEST_CASE("a screen is laid out as the office wants it, and follows when that changes")
{
    Screen screen({.screen = "cash"}, "ru");
    CHECK(screen.scene() == u"connecting"_s);
    HallScreen cash = usualScreen("cash");
    show(screen, {cash});
    CHECK(screen.layout() == u"hall"_s);
    CHECK(screen.scene() == u"calls"_s);
    CHECK(screen.ticker().isEmpty());

    cash.layout = ScreenLayout::List;
    cash.highContrast = true;
    cash.next = true;
    cash.ticker = {{{"ru", "Касса до 16:30"}}};
    show(screen, {usualScreen("hall"), cash});
    CHECK(screen.layout() == u"list"_s);
    CHECK(screen.isHighContrast());
    CHECK(screen.showsNext());
    CHECK(screen.ticker() == QStringList{u"Касса до 16:30"_s});
    CHECK(cell(*screen.queues(), 0, "next") == u"Б002, Б003"_s);
}

TEST_CASE("a screen that the office does not know shows the whole hall")
{
    Screen screen({.screen = "nobody"}, "ru");
    HallScreen other = usualScreen("hall");
    other.windows = {{1}};
    show(screen, {other});
    CHECK(screen.layout() == u"hall"_s);
    CHECK(cell(*screen.present(), 0, "number") == u"А015"_s);
}

TEST_CASE("a call says the way to its window, in the language of the screen")
{
    HallScreen hall = usualScreen("hall");
    hall.ways = {{.windows = {{1}, {2}}, .arrow = Arrow::Right},
                 {.windows = {{5}},
                  .arrow = Arrow::AheadLeft,
                  .place = {{"ru", "Зал 2"}, {"en", "Hall 2"}}}};
    Screen russian({.screen = "hall"}, "ru");
    show(russian, {hall});
    CHECK(cell(*russian.present(), 0, "arrow") == u"aheadLeft"_s);
    CHECK(cell(*russian.present(), 0, "place") == u"Зал 2"_s);
    Screen english({.screen = "hall"}, "en");
    show(english, {hall});
    CHECK(cell(*english.present(), 0, "place") == u"Hall 2"_s);

    hall.ways.clear();
    show(english, {hall});
    CHECK(cell(*english.present(), 0, "arrow").isEmpty());
    CHECK(cell(*english.present(), 0, "place").isEmpty());
}

TEST_CASE("a plate is for its window only, and silent")
{
    Screen plate({.window = "5"}, "ru");
    show(plate, {usualScreen("hall")});
    CHECK(plate.layout() == u"plate"_s);
    CHECK_FALSE(plate.settings().voice);
    CHECK(plate.present()->count() == 1);
    Screen other({.window = "6"}, "ru");
    show(other, {usualScreen("hall")});
    CHECK(other.present()->count() == 0);
    Screen unknown({.window = "77"}, "ru");
    show(unknown, {});
    CHECK(unknown.plateState() == u"closed"_s);
}
