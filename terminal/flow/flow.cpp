#include "terminal/flow/flow.h"

#include "shared/base/ensure.h"

namespace talon::terminal {

using namespace std::chrono_literals;

namespace {

Problem problemOf(ClosedReason reason)
{
    switch (reason) {
    case ClosedReason::OfficeClosed: return Problem::OfficeClosed;
    case ClosedReason::NotNow: return Problem::NotNow;
    case ClosedReason::Stopped: return Problem::Stopped;
    case ClosedReason::DayLimit: return Problem::DayLimit;
    case ClosedReason::LastTicket: return Problem::LastTicket;
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

Step stay(const State& state)
{
    return {.state = state, .task = {}};
}

State atFirst(const State& state)
{
    State first{.offer = state.offer};
    first.screen = firstScreen(first);
    if (first.offer && !first.offer->b2c) {
        first.segment = Segment::B2b;
    }
    return first;
}

Step goTo(const State& state, Screen screen)
{
    Step step = stay(state);
    step.state.screen = screen;
    return step;
}

Step askForTicket(State state, std::optional<CategoryId> category)
{
    TALON_ENSURE(state.service.has_value());
    state.screen = Screen::Issuing;
    state.category = category;
    return {.state = state, .task = AskForTicket{.service = *state.service, .category = category}};
}

/// The screens that show no visitor's business, so that a change of the office may replace them.
bool isIdle(const State& state)
{
    return state.screen == Screen::Away || state.screen == Screen::Closed ||
           (state.screen == firstScreen(state) && state.path.empty());
}

/// The screens where a visitor still chooses: none of it can be had while the office is away.
bool isChoosing(Screen screen)
{
    return screen == Screen::Segments || screen == Screen::Services || screen == Screen::Read ||
           screen == Screen::Category || screen == Screen::CheckIn || screen == Screen::Bookings ||
           screen == Screen::Arrival;
}

Step on(const State& state, const OfferArrived& happening)
{
    const bool wasIdle = isIdle(state);
    State known = state;
    known.offer = happening.offer;
    if (wasIdle || (!happening.offer.open && isChoosing(state.screen))) {
        return stay(atFirst(known));
    }
    return stay(known);
}

Step on(const State& state, const ControllerLost& /*happening*/)
{
    State lost = state;
    lost.offer.reset();
    if (isChoosing(state.screen) || state.screen == Screen::Closed) {
        return stay(atFirst(lost));
    }
    return stay(lost);
}

Step on(const State& state, const SegmentChosen& happening)
{
    if (state.screen != Screen::Segments) {
        return stay(state);
    }
    Step step = goTo(state, Screen::Services);
    step.state.segment = happening.segment;
    return step;
}

Step on(const State& state, const GroupChosen& happening)
{
    if (state.screen != Screen::Services) {
        return stay(state);
    }
    Step step = stay(state);
    step.state.path.push_back(happening.group);
    return step;
}

/// Priority is a right of persons; a company's visitor is asked nothing.
Step askForCategory(const State& state)
{
    if (state.segment == Segment::B2c && state.offer && state.offer->categories) {
        return goTo(state, Screen::Category);
    }
    return askForTicket(state, std::nullopt);
}

Step on(const State& state, const ServiceChosen& happening)
{
    // Who cannot check in is offered a usual ticket for the same.
    if ((state.screen != Screen::Services && state.screen != Screen::Arrival) || !state.offer) {
        return stay(state);
    }
    State chosen = state;
    chosen.service = happening.service;
    chosen.segment = happening.segment;
    chosen.booking.reset();
    if (happening.closed) {
        chosen.problem = problemOf(*happening.closed);
        return goTo(chosen, Screen::Refused);
    }
    return happening.readFirst ? goTo(chosen, Screen::Read) : askForCategory(chosen);
}

Step on(const State& state, const ReadOn& /*happening*/)
{
    return state.screen == Screen::Read ? askForCategory(state) : stay(state);
}

Step on(const State& state, const CategoryAnswered& happening)
{
    if (state.screen != Screen::Category) {
        return stay(state);
    }
    return askForTicket(state, happening.category);
}

Step on(const State& state, const CheckInTouched& /*happening*/)
{
    const bool isOffered = state.offer && state.offer->open && state.offer->bookings;
    return isOffered && isChoosing(state.screen) ? goTo(atFirst(state), Screen::CheckIn)
                                                 : stay(state);
}

Step checkIn(State state, BookingId booking)
{
    state.screen = Screen::Issuing;
    state.booking = booking;
    return {.state = state, .task = AskToCheckIn{booking}};
}

Step on(const State& state, const AppointmentFound& happening)
{
    // A booking may be scanned at any moment before the ticket, also at the first screen.
    if (!isChoosing(state.screen) || !state.offer || !state.offer->open) {
        return stay(state);
    }
    State found = atFirst(state);
    found.booking = happening.booking;
    found.appointment = happening.appointment;
    if (happening.appointment == Appointment::OnTime && happening.booking) {
        return checkIn(found, *happening.booking);
    }
    return goTo(found,
                happening.appointment == Appointment::Several ? Screen::Bookings : Screen::Arrival);
}

Step on(const State& state, const CheckInAnyway& /*happening*/)
{
    if (state.screen != Screen::Arrival || !state.booking || !mayCheckIn(state.appointment)) {
        return stay(state);
    }
    return checkIn(state, *state.booking);
}

Step on(const State& state, const BackTouched& /*happening*/)
{
    if (!canGoBack(state)) {
        return stay(state);
    }
    Step back = stay(state);
    switch (state.screen) {
    case Screen::Read:
    case Screen::Category: back.state.screen = Screen::Services; return back;
    case Screen::Bookings:
    case Screen::Arrival: back.state.screen = Screen::CheckIn; return back;
    case Screen::Services:
        if (!state.path.empty()) {
            back.state.path.pop_back();
            return back;
        }
        return stay(atFirst(state));
    default: return stay(atFirst(state));
    }
}

Step on(const State& state, const HomeTouched& /*happening*/)
{
    // Issuing ends by itself, in seconds: left alone, a ticket would come out for nobody.
    return state.screen == Screen::Issuing ? stay(state) : stay(atFirst(state));
}

Step on(const State& state, const VisitorLeft& /*happening*/)
{
    return patience(state) == 0ms ? stay(state) : stay(atFirst(state));
}

Step on(const State& state, const TicketIssued& happening)
{
    if (state.screen != Screen::Issuing) {
        return stay(state);
    }
    Step step = goTo(state, Screen::Done);
    step.state.number = happening.number;
    step.state.paper = PrintOutcome::NotReported;
    step.task = PrintTicket{happening.number};
    return step;
}

Step on(const State& state, const TicketDenied& happening)
{
    if (state.screen != Screen::Issuing) {
        return stay(state);
    }
    Step step = goTo(state, Screen::Refused);
    step.state.problem = happening.problem;
    return step;
}

Step on(const State& state, const PaperSettled& happening)
{
    Step step = stay(state);
    if (state.screen == Screen::Done && state.number == happening.number) {
        step.state.paper = happening.outcome;
        step.state.copy = happening.copy;
    }
    // The journal learns it also when the visitor has gone on.
    step.task = ReportPaper{
        .number = happening.number, .outcome = happening.outcome, .copy = happening.copy};
    return step;
}

} // namespace

std::string_view name(Screen screen)
{
    switch (screen) {
    case Screen::Away: return "away";
    case Screen::Closed: return "closed";
    case Screen::Segments: return "segments";
    case Screen::Services: return "services";
    case Screen::Read: return "read";
    case Screen::Category: return "category";
    case Screen::CheckIn: return "checkIn";
    case Screen::Bookings: return "bookings";
    case Screen::Arrival: return "arrival";
    case Screen::Issuing: return "issuing";
    case Screen::Done: return "done";
    case Screen::Refused: return "refused";
    }
    TALON_ENSURE(false);
}

bool mayCheckIn(Appointment appointment)
{
    return appointment == Appointment::OnTime || appointment == Appointment::Late;
}

std::string_view name(Problem problem)
{
    switch (problem) {
    case Problem::None: return "none";
    case Problem::OfficeClosed: return "officeClosed";
    case Problem::NumbersUsedUp: return "numbersUsedUp";
    case Problem::NotOffered: return "notOffered";
    case Problem::NotNow: return "notNow";
    case Problem::Stopped: return "stopped";
    case Problem::DayLimit: return "dayLimit";
    case Problem::LastTicket: return "lastTicket";
    case Problem::NoAnswer: return "noAnswer";
    case Problem::ReserveUsedUp: return "reserveUsedUp";
    case Problem::Fault: return "fault";
    }
    TALON_ENSURE(false);
}

Step next(const State& state, const Happening& happening)
{
    return std::visit([&state](const auto& each) { return on(state, each); }, happening);
}

Screen firstScreen(const State& state)
{
    if (!state.offer) {
        return Screen::Away;
    }
    if (!state.offer->open || (!state.offer->b2c && !state.offer->b2b)) {
        return Screen::Closed;
    }
    return state.offer->b2c && state.offer->b2b ? Screen::Segments : Screen::Services;
}

bool canGoBack(const State& state)
{
    switch (state.screen) {
    case Screen::Read:
    case Screen::Category:
    case Screen::CheckIn:
    case Screen::Bookings:
    case Screen::Arrival: return true;
    case Screen::Services: return !state.path.empty() || firstScreen(state) == Screen::Segments;
    default: return false;
    }
}

std::chrono::milliseconds patience(const State& state)
{
    switch (state.screen) {
    case Screen::Away:
    case Screen::Closed:
    case Screen::Issuing: return 0ms;
    case Screen::Segments: return 60s; // Takes back the language that the last visitor chose.
    case Screen::Services: return 40s;
    case Screen::Read: return 90s; // Somebody looks for a document in a bag.
    case Screen::Category: return 40s;
    case Screen::CheckIn: return 60s;
    case Screen::Bookings:
    case Screen::Arrival: return 40s;
    case Screen::Refused: return 20s;
    case Screen::Done:
        switch (state.paper) {
        case PrintOutcome::Printed: return 10s;
        case PrintOutcome::NotReported: return 60s;
        case PrintOutcome::Unknown:
        case PrintOutcome::OnScreen: return 45s; // Time to write the number down.
        }
    }
    TALON_ENSURE(false);
}

Problem problemOf(std::string_view refusal)
{
    if (refusal == "officeClosed") {
        return Problem::OfficeClosed;
    }
    if (refusal == "numbersUsedUp") {
        return Problem::NumbersUsedUp;
    }
    if (refusal == "unknownService" || refusal == "unknownCategory" || refusal == "staffOnly") {
        return Problem::NotOffered;
    }
    if (refusal == "serviceClosed") {
        return Problem::NotNow;
    }
    if (refusal == "issuingStopped") {
        return Problem::Stopped;
    }
    if (refusal == "dayLimitReached") {
        return Problem::DayLimit;
    }
    if (refusal == "lastTicketGiven") {
        return Problem::LastTicket;
    }
    return Problem::Fault;
}

} // namespace talon::terminal
