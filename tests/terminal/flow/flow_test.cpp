#include "terminal/flow/flow.h"

#include "tests/terminal/flow/flow_table.h"

using namespace talon;
using namespace talon::test;
using namespace std::chrono_literals;

TEST_CASE("a person gets a ticket in three touches")
{
    play(R"(
offer everything -> segments
person -> services
service 3 -> category
category none -> issuing ask:3
issued 17 -> done print:17
paper printed -> done(printed) report:printed
left -> segments
)");
}

TEST_CASE("a company gets a ticket in two touches")
{
    play(R"(
offer everything -> segments
company -> services
service 9 -> issuing ask:9
issued 17 -> done print:17
)");
}

TEST_CASE("an office with one segment or without categories asks less")
{
    play(R"(
offer personsOnly -> services
back -> services
service 3 -> category
back -> services
home -> services
)");
    play(R"(
offer companiesOnly -> services
service 9 -> issuing ask:9
)");
    play(R"(
offer noCategories -> segments
person -> services
service 3 -> issuing ask:3
)");
}

TEST_CASE("the service tree opens branch by branch, and closes likewise")
{
    play(R"(
offer everything -> segments
group 1 -> segments
person -> services
group 1 -> services/1
group 4 -> services/1/4
back -> services/1
group 5 -> services/1/5
service 3 -> category/1/5
back -> services/1/5
home -> segments
person -> services
back -> segments
)");
}

TEST_CASE("an opened branch is a visitor's business, and is left when nobody touches it")
{
    play(R"(
offer personsOnly -> services
group 1 -> services/1
offer personsOnly -> services/1
left -> services
)");
}

TEST_CASE("what a service needs is read before it is chosen")
{
    play(R"(
offer everything -> segments
person -> services
service-to-read 3 -> read
service 4 -> read
back -> services
service-to-read 3 -> read
read-on -> category
read-on -> category
category none -> issuing ask:3
issued 17 -> done print:17
home -> segments
company -> services
service-to-read 9 -> read
read-on -> issuing ask:9
)");
}

TEST_CASE("back and home lead where they say")
{
    play(R"(
offer everything -> segments
person -> services
service 3 -> category
back -> services
back -> segments
company -> services
home -> segments
person -> services
left -> segments
)");
}

TEST_CASE("every refusal is told and ends at the start")
{
    for (const char* const problem :
         {"officeClosed", "numbersUsedUp", "notOffered", "noAnswer", "fault"}) {
        play(std::string(R"(
offer everything -> segments
company -> services
service 9 -> issuing ask:9
denied )") + problem +
             " -> refused(" + problem + R"()
left -> segments
)");
    }
}

TEST_CASE("a service that is closed tells why, asks for no ticket, and leads back to the start")
{
    play(R"(
offer everything -> segments
person -> services
closed-service lastTicket -> refused(lastTicket)
closed-service lastTicket -> refused(lastTicket)
home -> segments
person -> services
closed-service notNow -> refused(notNow)
left -> segments
company -> services
closed-service dayLimit -> refused(dayLimit)
home -> segments
company -> services
closed-service stopped -> refused(stopped)
home -> segments
)");
}

TEST_CASE("a closing office ends what is being chosen, not what is being given")
{
    play(R"(
offer closed -> closed
person -> closed
offer everything -> segments
person -> services
offer closed -> closed
offer everything -> segments
company -> services
service 9 -> issuing ask:9
offer closed -> issuing
issued 17 -> done print:17
home -> closed
)");
}

TEST_CASE("a change of the office does not disturb a visitor")
{
    play(R"(
offer everything -> segments
person -> services
service 3 -> category
offer everything -> category
offer noCategories -> category
category none -> issuing ask:3
)");
}

TEST_CASE("without the controller there is nothing to choose, but a ticket stays")
{
    play(R"(
lost -> away
person -> away
offer everything -> segments
lost -> away
offer everything -> segments
company -> services
lost -> away
offer everything -> segments
company -> services
service 9 -> issuing ask:9
lost -> issuing
denied noAnswer -> refused(noAnswer)
left -> away
offer everything -> segments
company -> services
service 9 -> issuing ask:9
issued 17 -> done print:17
lost -> done
paper onScreen -> done(onScreen) report:onScreen
home -> away
)");
}

TEST_CASE("the journal learns of the paper also when the visitor has gone on")
{
    play(R"(
offer everything -> segments
company -> services
service 9 -> issuing ask:9
issued 17 -> done print:17
home -> segments
company -> services
paper unknown -> services report:unknown
service 9 -> issuing ask:9
issued 18 -> done print:18
paper printed -> done report:printed
)");
}

TEST_CASE("a copy after a stop of the printer is told and reported beside the first paper")
{
    play(R"(
offer everything -> segments
company -> services
service 9 -> issuing ask:9
issued 17 -> done print:17
paper unknown -> done(unknown) report:unknown
copy printed -> done(printed,copy) report:printed(copy)
home -> segments
)");
}

TEST_CASE("no screen that waits for a visitor waits for ever")
{
    for (const Screen screen : Screens) {
        const bool waitsForVisitor =
            screen != Screen::Away && screen != Screen::Closed && screen != Screen::Issuing;
        INFO(name(screen));
        CHECK((patience(State{.screen = screen}) > 0ms) == waitsForVisitor);
    }
    // A number that is on no paper stays longer than one that is.
    CHECK(patience(State{.screen = Screen::Done, .paper = PrintOutcome::OnScreen}) >
          patience(State{.screen = Screen::Done, .paper = PrintOutcome::Printed}));
}

TEST_CASE("a refusal that a visitor cannot cause is a fault of the terminal")
{
    CHECK(problemOf("officeClosed") == Problem::OfficeClosed);
    CHECK(problemOf("numbersUsedUp") == Problem::NumbersUsedUp);
    CHECK(problemOf("unknownCategory") == Problem::NotOffered);
    CHECK(problemOf("staffOnly") == Problem::NotOffered);
    CHECK(problemOf("serviceClosed") == Problem::NotNow);
    CHECK(problemOf("issuingStopped") == Problem::Stopped);
    CHECK(problemOf("dayLimitReached") == Problem::DayLimit);
    CHECK(problemOf("lastTicketGiven") == Problem::LastTicket);
    CHECK(problemOf("windowTaken") == Problem::Fault);
}
