#include "terminal/printing/paper_of.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace talon::terminal;
using namespace std::chrono;

namespace {

wire::TerminalView view()
{
    return {.office = {.name = {{"ru", "Энгельсский ЦОК"}, {"en", "Engels Service Centre"}},
                       .qualityLine = "8 800 000-00-00",
                       .utcOffsetMinutes = 240},
            .services = {{.id = {1},
                          .name = {{"ru", "Показания"}, {"en", "Readings"}},
                          .bring = {{"ru", "Паспорт"}}}}};
}

wire::Ticket ticket()
{
    return {.visit = {4711},
            .number = "А015",
            .service = {1},
            .joinedAt = Instant(sys_days(2026y / November / 24) + 6h + 5min + 59s),
            .peopleAhead = 3,
            .promised = WaitRange{.low = 61s, .high = 601s}};
}

} // namespace

TEST_CASE("a ticket is told in the language of its visitor and the time of its office")
{
    CHECK(paperOf(ticket(), view()) == TicketPaper{.visit = {4711},
                                                   .code = visitCode({4711}, "А015"),
                                                   .officeName = "Энгельсский ЦОК",
                                                   .number = "А015",
                                                   .service = "Показания",
                                                   .bring = "Паспорт",
                                                   .peopleAhead = 3,
                                                   .wait = WaitMinutes{.from = 0, .to = 15},
                                                   .day = sys_days(2026y / November / 24),
                                                   .minuteOfDay = 10h + 5min,
                                                   .qualityLine = "8 800 000-00-00"});
    wire::Ticket english = ticket();
    english.language = "en";
    english.category = CategoryId{1};
    const TicketPaper paper = paperOf(english, view());
    CHECK(paper.officeName == "Engels Service Centre");
    CHECK(paper.service == "Readings");
    CHECK(paper.bring == "Паспорт"); // better than nothing
    CHECK(paper.priority);
}

TEST_CASE("the day on a ticket is the office's, not Greenwich's")
{
    wire::Ticket late = ticket();
    late.joinedAt = Instant(sys_days(2026y / November / 24) + 21h + 30min);
    CHECK(paperOf(late, view()).day == sys_days(2026y / November / 25));
    CHECK(paperOf(late, view()).minuteOfDay == 1h + 30min);

    wire::TerminalView west = view();
    west.office.utcOffsetMinutes = -300;
    late.joinedAt = Instant(sys_days(2026y / November / 24) + 2h);
    CHECK(paperOf(late, west).day == sys_days(2026y / November / 23));
    CHECK(paperOf(late, west).minuteOfDay == 21h);
}

TEST_CASE("a ticket of a service that the view no longer has keeps its number")
{
    wire::Ticket strange = ticket();
    strange.service = {99};
    CHECK(paperOf(strange, view()).number == "А015");
    CHECK(paperOf(strange, view()).service.empty());
}
