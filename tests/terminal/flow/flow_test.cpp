#include "terminal/flow/flow.h"

#include "tests/support/catch.h"

#include <map>
#include <sstream>

using namespace talon;
using namespace talon::terminal;
using namespace std::chrono_literals;

namespace {

constexpr Offer Everything{.open = true, .b2c = true, .b2b = true, .categories = true};

Offer offerFrom(const std::string& word)
{
    Offer offer = Everything;
    if (word == "closed") {
        offer.open = false;
    } else if (word == "personsOnly") {
        offer.b2b = false;
    } else if (word == "companiesOnly") {
        offer.b2c = false;
    } else if (word == "noCategories") {
        offer.categories = false;
    } else {
        REQUIRE(word == "everything");
    }
    return offer;
}

Problem problemFrom(const std::string& word)
{
    for (const Problem each : {Problem::OfficeClosed, Problem::NumbersUsedUp, Problem::NotOffered,
                               Problem::NotNow, Problem::Stopped, Problem::DayLimit,
                               Problem::LastTicket, Problem::NoAnswer, Problem::Fault}) {
        if (word == name(each)) {
            return each;
        }
    }
    FAIL("no such problem: " << word);
    return Problem::None;
}

ClosedReason closedFrom(const std::string& word)
{
    for (const ClosedReason each : ClosedReasons) {
        if (word == name(each)) {
            return each;
        }
    }
    FAIL("no such reason: " << word);
    return ClosedReason::OfficeClosed;
}

PrintOutcome outcomeFrom(const std::string& word)
{
    for (const PrintOutcome each : PrintOutcomes) {
        if (word == name(each)) {
            return each;
        }
    }
    FAIL("no such outcome: " << word);
    return PrintOutcome::NotReported;
}

Happening happeningFrom(const std::string& what, const std::string& detail)
{
    static const std::map<std::string, Happening> plain{
        {"lost", ControllerLost{}},
        {"back", BackTouched{}},
        {"home", HomeTouched{}},
        {"left", VisitorLeft{}},
    };
    if (const auto found = plain.find(what); found != plain.end()) {
        return found->second;
    }
    if (what == "offer") {
        return OfferArrived{offerFrom(detail)};
    }
    if (what == "person") {
        return SegmentChosen{Segment::B2c};
    }
    if (what == "company") {
        return SegmentChosen{Segment::B2b};
    }
    if (what == "service") {
        return ServiceChosen{.service = ServiceId{std::stoi(detail)}, .closed = std::nullopt};
    }
    if (what == "closed-service") {
        return ServiceChosen{.service = {1}, .closed = closedFrom(detail)};
    }
    if (what == "category") {
        return CategoryAnswered{detail == "none" ? std::nullopt
                                                 : std::optional(CategoryId{std::stoi(detail)})};
    }
    if (what == "issued") {
        return TicketIssued{VisitId{std::stoi(detail)}};
    }
    if (what == "denied") {
        return TicketDenied{problemFrom(detail)};
    }
    REQUIRE(what == "paper");
    return PaperSettled{.visit = VisitId{17}, .outcome = outcomeFrom(detail)};
}

std::string describe(const Step& step)
{
    std::string text(name(step.state.screen));
    if (step.state.screen == Screen::Refused) {
        text += "(" + std::string(name(step.state.problem)) + ")";
    }
    if (step.state.screen == Screen::Done && step.state.paper != PrintOutcome::NotReported) {
        text += "(" + std::string(name(step.state.paper)) + ")";
    }
    if (const auto* ask = std::get_if<AskForTicket>(&step.task)) {
        text += " ask:" + std::to_string(ask->service.value);
        text += ask->category ? "," + std::to_string(ask->category->value) : "";
    } else if (const auto* print = std::get_if<PrintTicket>(&step.task)) {
        text += " print:" + std::to_string(print->visit.value);
    } else if (const auto* report = std::get_if<ReportPaper>(&step.task)) {
        text += " report:" + std::string(name(report->outcome));
    }
    return text;
}

/// Each line is "what happens -> screen, and what is to be done".
void play(const std::string& table)
{
    State state;
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        const auto arrow = line.find(" -> ");
        if (arrow == std::string::npos) {
            continue;
        }
        std::istringstream words(line.substr(0, arrow));
        std::string what;
        std::string detail;
        words >> what >> detail;
        const Step step = next(state, happeningFrom(what, detail));
        INFO("after: " << line);
        CHECK(describe(step) == line.substr(arrow + 4));
        state = step.state;
    }
}

} // namespace

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

TEST_CASE("a priority category goes with the ticket, and with no later one")
{
    play(R"(
offer everything -> segments
person -> services
service 3 -> category
category 4 -> issuing ask:3,4
issued 17 -> done print:17
home -> segments
person -> services
service 5 -> category
category none -> issuing ask:5
)");
}

TEST_CASE("a touch that came too late or twice changes nothing")
{
    play(R"(
offer everything -> segments
service 3 -> segments
category none -> segments
back -> segments
person -> services
company -> services
service 3 -> category
service 4 -> category
category none -> issuing ask:3
category 4 -> issuing
home -> issuing
back -> issuing
left -> issuing
issued 17 -> done print:17
issued 17 -> done
person -> done
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
