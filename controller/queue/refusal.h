#pragma once

#include <array>
#include <string_view>

namespace talon::queue {

/// Why the office says no. Shown to people: every value has a text in the pages and the terminal.
enum class Refusal {
    OfficeClosed,      ///< No tickets outside the office's hours.
    ServiceClosed,     ///< Outside the hours of this service.
    IssuingStopped,    ///< The staff gives no tickets for it today.
    DayLimitReached,   ///< The day's tickets for it are given out.
    LastTicketGiven,   ///< Who joins now would not be served before closing.
    StaffOnly,         ///< A hidden service: only the staff issues it.
    NumbersUsedUp,     ///< The service's range of numbers is used up for today.
    QueueEmpty,        ///< Nobody waits whom this window can serve.
    WindowClosed,      ///< The window is closed, paused or on a break.
    WindowTaken,       ///< Another clerk works at it.
    WindowHasVisit,    ///< It must end its visit first.
    WindowIdle,        ///< It has called nobody.
    WindowCannotServe, ///< The service is not one of the window's.
    WindowInUse,       ///< The new settings lack, or letter anew, what is in use today.
    BreakNotCovered,   ///< A service would be left without a window.
    NotStarted,        ///< The visit must be started before it can be finished.
    AlreadyStarted,    ///< Too late for a recall, a no-show or another start.
    AlreadyReported,   ///< What became of this ticket's paper is known.
    ClerkElsewhere,    ///< The clerk works at another window.
    VisitChanged,      ///< The window has another visit than the one meant.
    VisitElsewhere,    ///< The visit is at another window.
    VisitEnded,        ///< It has ended.
    VisitWaiting,      ///< It waits already.
    TooLateToReturn,   ///< The time to come back after an absence is over.
    RecallFirst,       ///< To be recalled some more before it counts as absent.
    TopicMissing,      ///< A visit ends with a topic.
    ReasonMissing,     ///< Out of turn only with a reason, of 3 to 200 bytes.
    TimePassed,        ///< A moment that lies in the past.
    OutOfRange,        ///< More people, services or words than one ticket takes.
    NothingToUndo,     ///< No action to take back, or more has happened since.
    TooLateToUndo,     ///< The time to take an action back is over.
    BookingCancelled,
    BookingArrived,  ///< Its visitor has checked in already.
    BookingOtherDay, ///< It is for another day.
    BookingTooEarly, ///< Check-in is not yet possible.
    CodeUsed,        ///< Another booking has this code.
    BookingsFull,    ///< As many bookings as an office keeps.
    UnknownService,
    UnknownCategory,
    UnknownTopic,
    UnknownVisit,
    UnknownWindow,
    UnknownBooking,
};

inline constexpr std::array Refusals{
    Refusal::OfficeClosed,      Refusal::ServiceClosed,    Refusal::IssuingStopped,
    Refusal::DayLimitReached,   Refusal::LastTicketGiven,  Refusal::StaffOnly,
    Refusal::NumbersUsedUp,     Refusal::QueueEmpty,       Refusal::WindowClosed,
    Refusal::WindowTaken,       Refusal::WindowHasVisit,   Refusal::WindowIdle,
    Refusal::WindowCannotServe, Refusal::WindowInUse,      Refusal::BreakNotCovered,
    Refusal::NotStarted,        Refusal::AlreadyStarted,   Refusal::AlreadyReported,
    Refusal::ClerkElsewhere,    Refusal::VisitChanged,     Refusal::VisitElsewhere,
    Refusal::VisitEnded,        Refusal::VisitWaiting,     Refusal::TooLateToReturn,
    Refusal::RecallFirst,       Refusal::TopicMissing,     Refusal::ReasonMissing,
    Refusal::TimePassed,        Refusal::OutOfRange,       Refusal::NothingToUndo,
    Refusal::TooLateToUndo,     Refusal::BookingCancelled, Refusal::BookingArrived,
    Refusal::BookingOtherDay,   Refusal::BookingTooEarly,  Refusal::CodeUsed,
    Refusal::UnknownService,    Refusal::UnknownCategory,  Refusal::UnknownTopic,
    Refusal::UnknownVisit,      Refusal::UnknownWindow,    Refusal::UnknownBooking,
    Refusal::BookingsFull};

/// The name used on the wire; its text in each language lives with the one who shows it.
std::string_view name(Refusal refusal);

} // namespace talon::queue
