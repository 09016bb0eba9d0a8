#pragma once

#include "terminal/flow/flow.h"
#include "tests/support/catch.h"

#include <map>
#include <sstream>

/// Lives of the flow as tables: "what happens -> screen, and what is to be done".
namespace talon::test {

using namespace talon::terminal;

inline constexpr Offer Everything{
    .open = true, .b2c = true, .b2b = true, .categories = true, .bookings = true};

inline Offer offerFrom(const std::string& word)
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

inline Problem problemFrom(const std::string& word)
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

inline ClosedReason closedFrom(const std::string& word)
{
    for (const ClosedReason each : ClosedReasons) {
        if (word == name(each)) {
            return each;
        }
    }
    FAIL("no such reason: " << word);
    return ClosedReason::OfficeClosed;
}

inline PrintOutcome outcomeFrom(const std::string& word)
{
    for (const PrintOutcome each : PrintOutcomes) {
        if (word == name(each)) {
            return each;
        }
    }
    FAIL("no such outcome: " << word);
    return PrintOutcome::NotReported;
}

inline Appointment appointmentFrom(const std::string& word)
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
inline ServiceChosen serviceFrom(const std::string& word, bool readFirst)
{
    const int id = std::stoi(word);
    return {.service = ServiceId{id},
            .segment = id >= 9 ? Segment::B2b : Segment::B2c,
            .readFirst = readFirst,
            .closed = std::nullopt};
}

inline Happening happeningFrom(const std::string& what, const std::string& detail)
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

inline std::string describe(const Step& step)
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
inline void play(const std::string& table)
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

} // namespace talon::test
