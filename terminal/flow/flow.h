#pragma once

#include "shared/base/id.h"
#include "shared/domain/issuing.h"
#include "shared/domain/settings.h"
#include "shared/domain/visit.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// Which screen of the kiosk follows which. Pure: what happens is handed in, what is to be done
/// comes out; it waits for nothing and knows no clock.
///
///     away <-> segments -> services -> category -> issuing -> done -> segments
///     closed ^    (companies: services -> issuing)        \-> refused -> segments
///
/// A touch that does not belong to the present screen changes nothing: that is what makes a second
/// tap, or a second finger, harmless.
namespace talon::terminal {

enum class Screen {
    Away,     ///< The controller does not answer, or has not yet.
    Closed,   ///< The office receives nobody now.
    Segments, ///< The first screen: private person or company.
    Services, ///< The first screen where the office serves one segment only.
    Category, ///< A right to wait less?
    Issuing,  ///< The controller has been asked for a ticket.
    Done,     ///< The visitor has a number; its paper is coming or has come.
    Refused,  ///< There is no ticket, and why.
};

inline constexpr std::array Screens{Screen::Away,     Screen::Closed,   Screen::Segments,
                                    Screen::Services, Screen::Category, Screen::Issuing,
                                    Screen::Done,     Screen::Refused};

/// The name by which QML and scripts know a screen.
std::string_view name(Screen screen);

/// Why there is no ticket.
enum class Problem {
    None,
    OfficeClosed,  ///< It closed in this minute.
    NumbersUsedUp, ///< No number is left today for this service.
    NotOffered,    ///< The office has just stopped offering what was chosen.
    NotNow,        ///< Outside the hours of this service.
    Stopped,       ///< The staff gives no more tickets for it today.
    DayLimit,      ///< The day's tickets for it are given out.
    LastTicket,    ///< Whoever joins now would not be served before closing.
    NoAnswer,      ///< Nobody knows whether the ticket was made.
    Fault,         ///< This terminal is not set up rightly.
};

std::string_view name(Problem problem);

/// What the office offers, as far as it decides the way through the screens.
struct Offer
{
    bool open = false;
    bool b2c = false; ///< It has services for private persons.
    bool b2b = false;
    bool categories = false;

    friend bool operator==(const Offer&, const Offer&) = default;
};

struct State
{
    Screen screen = Screen::Away;
    std::optional<Offer> offer; ///< None until the controller was heard, or while it is away.
    Segment segment = Segment::B2c;
    std::optional<ServiceId> service;
    std::optional<CategoryId> category;
    Problem problem = Problem::None;
    std::optional<VisitId> visit; ///< Of the ticket on the screen.
    PrintOutcome paper = PrintOutcome::NotReported;

    friend bool operator==(const State&, const State&) = default;
};

// What happens. Past tense; a touch says what was chosen.
struct OfferArrived
{
    Offer offer;
};
struct ControllerLost
{};
struct SegmentChosen
{
    Segment segment = Segment::B2c;
};
struct ServiceChosen
{
    ServiceId service;
    std::optional<ClosedReason> closed; ///< It is shown, but not given now: the visitor is told.
};
struct CategoryAnswered
{
    std::optional<CategoryId> category; ///< None: no such right.
};
struct BackTouched
{};
struct HomeTouched
{};
struct TicketIssued
{
    VisitId visit;
};
struct TicketDenied
{
    Problem problem = Problem::NoAnswer;
};
struct PaperSettled
{
    VisitId visit;
    PrintOutcome outcome = PrintOutcome::Printed;
};
/// Nobody has touched the screen for as long as `patience` says.
struct VisitorLeft
{};

using Happening = std::variant<OfferArrived,
                               ControllerLost,
                               SegmentChosen,
                               ServiceChosen,
                               CategoryAnswered,
                               BackTouched,
                               HomeTouched,
                               TicketIssued,
                               TicketDenied,
                               PaperSettled,
                               VisitorLeft>;

// What is to be done then.
struct AskForTicket
{
    ServiceId service;
    std::optional<CategoryId> category;

    friend bool operator==(const AskForTicket&, const AskForTicket&) = default;
};
struct PrintTicket
{
    VisitId visit;

    friend bool operator==(const PrintTicket&, const PrintTicket&) = default;
};
struct ReportPaper
{
    VisitId visit;
    PrintOutcome outcome = PrintOutcome::Printed;

    friend bool operator==(const ReportPaper&, const ReportPaper&) = default;
};

using Task = std::variant<std::monostate, AskForTicket, PrintTicket, ReportPaper>;

struct Step
{
    State state;
    Task task;
};

/// The whole of the flow.
Step next(const State& state, const Happening& happening);

/// Where a visitor begins.
Screen firstScreen(const State& state);

bool canGoBack(const State& state);

/// How long the screen waits for a touch before the visitor is taken to have left; zero: for ever.
std::chrono::milliseconds patience(const State& state);

/// What the office's refusal of a ticket (controller/queue/commands.h) means to a visitor.
Problem problemOf(std::string_view refusal);

/// A break in the line shorter than this is not shown: the link mends most within a second.
inline constexpr std::chrono::milliseconds AwayAfter{2500};

/// How long the terminal waits for a ticket, repeats under the same key included.
inline constexpr std::chrono::milliseconds TicketPatience{8000};

/// How long it keeps trying to tell the controller what became of the paper.
inline constexpr std::chrono::milliseconds ReportPatience{std::chrono::minutes(30)};

} // namespace talon::terminal
