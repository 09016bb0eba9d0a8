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

State atFirst(const State& state)
{
    State first{.offer = state.offer};
    first.screen = firstScreen(first);
    if (first.offer && !first.offer->b2c) {
        first.segment = Segment::B2b;
    }
    return first;
}

Step stay(const State& state)
{
    return {.state = state, .task = {}};
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
           state.screen == firstScreen(state);
}

/// The screens where a visitor still chooses: none of it can be had while the office is away.
bool isChoosing(Screen screen)
{
    return screen == Screen::Segments || screen == Screen::Services || screen == Screen::Category;
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

Step on(const State& state, const ServiceChosen& happening)
{
    if (state.screen != Screen::Services || !state.offer) {
        return stay(state);
    }
    State chosen = state;
    chosen.service = happening.service;
    if (happening.closed) {
        chosen.problem = problemOf(*happening.closed);
        return goTo(chosen, Screen::Refused);
    }
    // Priority is a right of persons; a company's visitor is asked nothing.
    if (state.segment == Segment::B2c && state.offer->categories) {
        return goTo(chosen, Screen::Category);
    }
    return askForTicket(chosen, std::nullopt);
}

Step on(const State& state, const CategoryAnswered& happening)
{
    if (state.screen != Screen::Category) {
        return stay(state);
    }
    return askForTicket(state, happening.category);
}

Step on(const State& state, const BackTouched& /*happening*/)
{
    if (!canGoBack(state)) {
        return stay(state);
    }
    return goTo(state, state.screen == Screen::Category ? Screen::Services : Screen::Segments);
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
    step.state.visit = happening.visit;
    step.state.paper = PrintOutcome::NotReported;
    step.task = PrintTicket{happening.visit};
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
    if (state.screen == Screen::Done && state.visit == happening.visit) {
        step.state.paper = happening.outcome;
    }
    // The journal learns it also when the visitor has gone on.
    step.task = ReportPaper{.visit = happening.visit, .outcome = happening.outcome};
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
    case Screen::Category: return "category";
    case Screen::Issuing: return "issuing";
    case Screen::Done: return "done";
    case Screen::Refused: return "refused";
    }
    TALON_ENSURE(false);
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
    return state.screen == Screen::Category ||
           (state.screen == Screen::Services && firstScreen(state) == Screen::Segments);
}

std::chrono::milliseconds patience(const State& state)
{
    switch (state.screen) {
    case Screen::Away:
    case Screen::Closed:
    case Screen::Issuing: return 0ms;
    case Screen::Segments: return 60s; // Takes back the language that the last visitor chose.
    case Screen::Services: return 40s;
    case Screen::Category: return 40s;
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
