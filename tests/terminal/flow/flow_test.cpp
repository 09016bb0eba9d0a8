#include "terminal/flow/flow.h"

#include "tests/support/catch.h"

#include <map>
#include <sstream>

using namespace talon;
using namespace talon::terminal;
using namespace std::chrono_literals;

namespace {

constexpr Offer Everything{
    .open = true, .b2c = true, .b2b = true, .categories = true, .bookings = true};

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
    } else if (word == "noBookings") {
        offer.bookings = false;
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

Appointment appointmentFrom(const std::string& word)
{
    for (const Appointment each : Appointments) {
        if (word == name(each)) {
            return each;
        }
    }
    FAIL("no such appointment: " << word);
    return Appointment::Unknown;
}

/// As in Engels: the services of companies come last.
ServiceChosen serviceFrom(const std::string& word, bool readFirst)
{
    const int id = std::stoi(word);
    return {.service = ServiceId{id},
            .segment = id >= 9 ? Segment::B2b : Segment::B2c,
            .readFirst = readFirst,
            .closed = std::nullopt};
}

Happening happeningFrom(const std::string& what, const std::string& detail)
{
    static const std::map<std::string, Happening> plain{
        {"lost", ControllerLost{}},  {"back", BackTouched{}}, {"home", HomeTouched{}},
        {"left", VisitorLeft{}},     {"read-on", ReadOn{}},   {"check-in", CheckInTouched{}},
        {"anyway", CheckInAnyway{}},
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
        return serviceFrom(detail, false);
    }
    if (what == "service-to-read") {
        return serviceFrom(detail, true);
    }
    if (what == "group") {
        return GroupChosen{GroupId{std::stoi(detail)}};
    }
    if (what == "found") {
        const Appointment appointment = appointmentFrom(detail);
        const bool isOne = appointment != Appointment::Unknown &&
                           appointment != Appointment::Several &&
                           appointment != Appointment::NotABooking;
        return AppointmentFound{.appointment = appointment,
                                .booking = isOne ? std::optional(BookingId{5}) : std::nullopt};
    }
    if (what == "closed-service") {
        return ServiceChosen{.service = {1}, .segment = Segment::B2c, .closed = closedFrom(detail)};
    }
    if (what == "category") {
        return CategoryAnswered{detail == "none" ? std::nullopt
                                                 : std::optional(CategoryId{std::stoi(detail)})};
    }
    if (what == "issued") {
        return TicketIssued{detail};
    }
    if (what == "denied") {
        return TicketDenied{problemFrom(detail)};
    }
    if (what == "copy") {
        return PaperSettled{.number = "17", .outcome = outcomeFrom(detail), .copy = true};
    }
    REQUIRE(what == "paper");
    return PaperSettled{.number = "17", .outcome = outcomeFrom(detail)};
}

std::string describe(const Step& step)
{
    std::string text(name(step.state.screen));
    if (step.state.screen == Screen::Refused) {
        text += "(" + std::string(name(step.state.problem)) + ")";
    }
    for (const GroupId each : step.state.path) {
        text += "/" + std::to_string(each.value);
    }
    if (step.state.screen == Screen::Arrival) {
        text += "(" + std::string(name(step.state.appointment)) + ")";
    }
    if (step.state.screen == Screen::Done && step.state.paper != PrintOutcome::NotReported) {
        text += "(" + std::string(name(step.state.paper)) + (step.state.copy ? ",copy)" : ")");
    }
    if (const auto* ask = std::get_if<AskForTicket>(&step.task)) {
        text += " ask:" + std::to_string(ask->service.value);
        text += ask->category ? "," + std::to_string(ask->category->value) : "";
    } else if (const auto* checkIn = std::get_if<AskToCheckIn>(&step.task)) {
        text += " check-in:" + std::to_string(checkIn->booking.value);
    } else if (const auto* print = std::get_if<PrintTicket>(&step.task)) {
        text += " print:" + print->number;
    } else if (const auto* report = std::get_if<ReportPaper>(&step.task)) {
        text += " report:" + std::string(name(report->outcome)) + (report->copy ? "(copy)" : "");
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

TEST_CASE("a booked visitor who is on time gets a ticket at once")
{
    play(R"(
offer everything -> segments
check-in -> checkIn
found onTime -> issuing check-in:5
issued 17 -> done print:17
)");
}

TEST_CASE("a booking can be scanned wherever a visitor has no ticket yet, and nowhere else")
{
    for (const char* const way :
         {"", "person -> services", "person -> services\nservice 3 -> category",
          "check-in -> checkIn\nfound unknown -> arrival(unknown)"}) {
        play(std::string("offer everything -> segments\n") + way + R"(
found onTime -> issuing check-in:5
found onTime -> issuing
issued 17 -> done print:17
found onTime -> done
)");
    }
    play(R"(
found onTime -> away
offer closed -> closed
found onTime -> closed
)");
}

TEST_CASE("who is late is told, and may have the ticket all the same")
{
    play(R"(
offer everything -> segments
found late -> arrival(late)
anyway -> issuing check-in:5
anyway -> issuing
)");
}

TEST_CASE("a booking that cannot be checked in leads to a usual ticket, or back")
{
    for (const std::string why : {"early", "wrongDay", "wrongOffice", "alreadyHere", "cancelled",
                                  "unknown", "notABooking"}) {
        play("offer everything -> segments\ncheck-in -> checkIn\nfound " + why + " -> arrival(" +
             why + ")\nanyway -> arrival(" + why + R"()
back -> checkIn
back -> segments
)");
    }
    play(R"(
offer everything -> segments
found wrongDay -> arrival(wrongDay)
service 3 -> category
category none -> issuing ask:3
)");
    play(R"(
offer everything -> segments
found early -> arrival(early)
service 9 -> issuing ask:9
)");
    play(R"(
offer everything -> segments
found early -> arrival(early)
left -> segments
)");
}

TEST_CASE("of several bookings one is chosen")
{
    play(R"(
offer everything -> segments
check-in -> checkIn
found several -> bookings
found onTime -> issuing check-in:5
)");
    play(R"(
offer everything -> segments
check-in -> checkIn
found several -> bookings
back -> checkIn
home -> segments
)");
}

TEST_CASE("an office without bookings asks nobody for one")
{
    play(R"(
offer noBookings -> segments
check-in -> segments
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
