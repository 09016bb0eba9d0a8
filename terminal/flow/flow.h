#pragma once

#include "shared/base/id.h"
#include "shared/domain/arrival.h"
#include "shared/domain/issuing.h"
#include "shared/domain/settings.h"
#include "shared/domain/visit.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Which screen of the kiosk follows which. Pure: what happens is handed in, what is to be done
/// comes out; it waits for nothing and knows no clock.
///
///     away <-> segments -> services -> read first? -> category -> issuing -> done -> segments
///     closed ^   \    (companies: services -> issuing)        |  \-> refused -> segments
///                 \-> check in -> (which booking?) -> arrival -/
///
/// A touch that does not belong to the present screen changes nothing: that is what makes a second
/// tap, or a second finger, harmless.
namespace talon::terminal {

enum class Screen {
    Away,     ///< The controller does not answer, or has not yet.
    Closed,   ///< The office receives nobody now.
    Segments, ///< The first screen: private person or company.
    Services, ///< The first screen where the office serves one segment only.
    Read,     ///< What to have or to know before this service is chosen.
    Category, ///< A right to wait less?
    CheckIn,  ///< Which booking? To be scanned or typed.
    Bookings, ///< Several bookings fit what was typed: one is to be chosen.
    Arrival,  ///< What became of a booking that could not simply be checked in.
    Issuing,  ///< The controller has been asked for a ticket.
    Done,     ///< The visitor has a number; its paper is coming or has come.
    Refused,  ///< There is no ticket, and why.
};

inline constexpr std::array Screens{Screen::Away,     Screen::Closed,   Screen::Segments,
                                    Screen::Services, Screen::Read,     Screen::Category,
                                    Screen::CheckIn,  Screen::Bookings, Screen::Arrival,
                                    Screen::Issuing,  Screen::Done,     Screen::Refused};

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
    NoAnswer,      ///< Nobody can be asked, and there is no reserve of numbers to give.
    ReserveUsedUp, ///< Nobody can be asked, and the reserve of this service is given out.
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
    bool bookings = false; ///< Booked visitors may check in here.

    friend bool operator==(const Offer&, const Offer&) = default;
};

/// Whether such a booking can be checked in when the visitor wishes so.
bool mayCheckIn(Appointment appointment);

struct State
{
    Screen screen = Screen::Away;
    std::optional<Offer> offer; ///< None until the controller was heard, or while it is away.
    Segment segment = Segment::B2c;
    std::vector<GroupId> path; ///< The branches of the service tree that were opened.
    std::optional<ServiceId> service;
    std::optional<CategoryId> category;
    std::optional<BookingId> booking; ///< That is about to be checked in, if it may be.
    Appointment appointment = Appointment::Unknown; ///< Of the screen Arrival.
    Problem problem = Problem::None;
    std::string number; ///< Of the ticket on the screen; a number is given once a day.
    PrintOutcome paper = PrintOutcome::NotReported;
    bool copy = false; ///< The paper says that it is one.

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
struct GroupChosen
{
    GroupId group;
};
struct ServiceChosen
{
    ServiceId service;
    Segment segment = Segment::B2c;
    bool readFirst = false;
    std::optional<ClosedReason> closed; ///< It is shown, but not given now: the visitor is told.
};
/// The visitor has read what the service needs.
struct ReadOn
{};
struct CategoryAnswered
{
    std::optional<CategoryId> category; ///< None: no such right.
};
struct CheckInTouched
{};
/// A booking was looked for: it was scanned, typed or chosen.
struct AppointmentFound
{
    Appointment appointment = Appointment::Unknown;
    std::optional<BookingId> booking = {};
};
/// The visitor wants to be checked in although late.
struct CheckInAnyway
{};
struct BackTouched
{};
struct HomeTouched
{};
struct TicketIssued
{
    std::string number;
};
struct TicketDenied
{
    Problem problem = Problem::NoAnswer;
};
struct PaperSettled
{
    std::string number;
    PrintOutcome outcome = PrintOutcome::Printed;
    bool copy = false;
};
/// Nobody has touched the screen for as long as `patience` says.
struct VisitorLeft
{};

using Happening = std::variant<OfferArrived,
                               ControllerLost,
                               SegmentChosen,
                               GroupChosen,
                               ServiceChosen,
                               ReadOn,
                               CategoryAnswered,
                               CheckInTouched,
                               AppointmentFound,
                               CheckInAnyway,
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
struct AskToCheckIn
{
    BookingId booking;

    friend bool operator==(const AskToCheckIn&, const AskToCheckIn&) = default;
};
struct PrintTicket
{
    std::string number;

    friend bool operator==(const PrintTicket&, const PrintTicket&) = default;
};
struct ReportPaper
{
    std::string number;
    PrintOutcome outcome = PrintOutcome::Printed;
    bool copy = false;

    friend bool operator==(const ReportPaper&, const ReportPaper&) = default;
};

using Task = std::variant<std::monostate, AskForTicket, AskToCheckIn, PrintTicket, ReportPaper>;

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

/// How long the terminal waits for a ticket, repeats under the same key included, before it gives
/// one of its own.
inline constexpr std::chrono::milliseconds TicketPatience{4000};

/// The same where it has none to give.
inline constexpr std::chrono::milliseconds LonelyTicketPatience{8000};

/// How long it keeps trying to tell the controller what became of the paper.
inline constexpr std::chrono::milliseconds ReportPatience{std::chrono::minutes(30)};

} // namespace talon::terminal
