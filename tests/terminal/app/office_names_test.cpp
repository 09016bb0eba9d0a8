#include "terminal/app/office_names.h"

#include "shared/ui/fonts.h"
#include "tests/support/catch.h"
#include "tests/terminal/app/app_under_test.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace talon;
using namespace talon::test;

TEST_CASE("a name that the fonts cannot write is noticed, wherever it stands, and when it is gone")
{
    REQUIRE(ui::loadFonts());
    AppUnderTest test;
    const terminal::OfficeNames names(test.app);
    QSignalSpy told(&names, &terminal::OfficeNames::unwritableChanged);
    const auto show = [&test](const wire::TerminalView& view) {
        test.controller.show(view);
        REQUIRE(eventually([&] { return test.app.office().view() == view; }));
    };
    show(engelsView());
    CHECK_FALSE(names.areUnwritable());

    wire::TerminalView service = engelsView();
    service.services.back().name["en"] = "Water 水";
    wire::TerminalView group = engelsView();
    group.groups = {{.id = {1}, .name = {{"ru", "\uE123"}}}};
    wire::TerminalView category = engelsView();
    category.categories.front().name["ru"] += " 水";
    wire::TerminalView office = engelsView();
    office.office.name["ru"] = "水";
    for (const wire::TerminalView& each : {service, group, category, office}) {
        told.clear();
        show(each);
        CHECK(names.areUnwritable());
        show(engelsView());
        CHECK_FALSE(names.areUnwritable());
        CHECK(told == QList<QList<QVariant>>{{true}, {false}});
    }
}

TEST_CASE("a language that this terminal does not speak is nobody's trouble here")
{
    REQUIRE(ui::loadFonts());
    AppUnderTest test;
    const terminal::OfficeNames names(test.app);
    wire::TerminalView view = engelsView();
    view.office.name["zh"] = "水";
    test.controller.show(view);
    REQUIRE(eventually([&] { return test.app.office().view() == view; }));
    CHECK_FALSE(names.areUnwritable());
}
