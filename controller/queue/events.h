#pragma once

#include "controller/queue/office.h"
#include "shared/domain/offline.h"

#include <variant>

/// What happened in the office. Past tense, never refused, kept in the journal for ever.
namespace talon::queue {

/// A business day begins: numbers restart, windows without a visit are closed, and of yesterday's
/// visits only those at a window stay.
struct DayStarted
{
    Day day;

    friend bool operator==(const DayStarted&, const DayStarted&) = default;
};

struct SettingsChanged
{
    OfficeSettings settings;

    friend bool operator==(const SettingsChanged&, const SettingsChanged&) = default;
};

struct TicketIssued
{
    VisitId visit;
    int serial = 0;     ///< The number without its prefix, from 1.
    std::string number; ///< As printed.
    ServiceId service;
    std::vector<Stop> route;
    std::optional<CategoryId> category;
    std::optional<BookingId> booking;
    std::optional<Instant> bookedFor;
    int people = 1;
    std::string language = "ru";
    Instant at; ///< When it was taken: with `offline`, before the office heard of it.
    Instant due;
    std::optional<WaitRange> promised;
    std::optional<OfflineOrigin> offline; ///< None when the office itself gave it.

    friend bool operator==(const TicketIssued&, const TicketIssued&) = default;
};

/// Numbers that a terminal may give by itself from now on; nobody else does on that day.
struct NumbersLeased
{
    DeviceId device;
    std::string holder;
    Day day{};
    std::vector<NumberLease> leases;
    Instant at;

    friend bool operator==(const NumbersLeased&, const NumbersLeased&) = default;
};

/// A terminal handed over a ticket that can be no visit any more. Counted, and nothing else.
struct LateTicketRecorded
{
    DeviceId device;
    ServiceId service;
    std::string number;
    Day day{}; ///< For which it was given.
    Instant takenAt;
    int people = 1;
    std::optional<BookingId> booking;
    PrintOutcome outcome = PrintOutcome::NotReported;
    LateReason why = LateReason::DayOver;
    Instant at;

    friend bool operator==(const LateTicketRecorded&, const LateTicketRecorded&) = default;
};

struct PrintReported
{
    VisitId visit;
    PrintOutcome outcome = PrintOutcome::Printed;
    bool copy = false;
    Instant at;

    friend bool operator==(const PrintReported&, const PrintReported&) = default;
};

struct BookingAdded
{
    BookingId booking;
    std::string code;
    ServiceId service;
    Day day{};
    Instant bookedFor;
    std::optional<std::string> phoneEnd;
    Instant at;

    friend bool operator==(const BookingAdded&, const BookingAdded&) = default;
};

struct BookingMoved
{
    BookingId booking;
    Day day{};
    Instant bookedFor;
    Instant at;

    friend bool operator==(const BookingMoved&, const BookingMoved&) = default;
};

struct BookingCancelled
{
    BookingId booking;
    Instant at;

    friend bool operator==(const BookingCancelled&, const BookingCancelled&) = default;
};

/// Its visitor did not come by the end of the tolerance; may still come.
struct BookingMissed
{
    BookingId booking;
    Instant at;

    friend bool operator==(const BookingMissed&, const BookingMissed&) = default;
};

/// A clerk works at the window; 0 at a self-service station.
struct WindowOpened
{
    WindowId window;
    StaffId clerk;
    Instant at;

    friend bool operator==(const WindowOpened&, const WindowOpened&) = default;
};

struct WindowPaused
{
    WindowId window;
    Instant at;

    friend bool operator==(const WindowPaused&, const WindowPaused&) = default;
};

/// Who waited for this window only waits for any that gives the service from now on.
struct WindowClosed
{
    WindowId window;
    Instant at;

    friend bool operator==(const WindowClosed&, const WindowClosed&) = default;
};

struct BreakBegun
{
    WindowId window;
    Instant backAt;
    int breaksBehind =
        0; ///< How many of today's planned breaks are behind the window with this one.
    Instant at;

    friend bool operator==(const BreakBegun&, const BreakBegun&) = default;
};

struct BreaksPlanned
{
    WindowId window;
    std::vector<PlannedBreak> breaks;
    Instant at;

    friend bool operator==(const BreaksPlanned&, const BreaksPlanned&) = default;
};

struct VisitCalled
{
    VisitId visit;
    WindowId window;
    std::int64_t call = 0; ///< Counts calls and recalls for ever; announced once.
    CallReason reason;
    Instant at;

    friend bool operator==(const VisitCalled&, const VisitCalled&) = default;
};

struct VisitRecalled
{
    VisitId visit;
    WindowId window;
    std::int64_t call = 0; ///< A number of its own: a recall is announced again.
    Instant at;

    friend bool operator==(const VisitRecalled&, const VisitRecalled&) = default;
};

struct ServiceStarted
{
    VisitId visit;
    WindowId window;
    Instant at;

    friend bool operator==(const ServiceStarted&, const ServiceStarted&) = default;
};

struct VisitFinished
{
    VisitId visit;
    WindowId window;
    std::optional<TopicId> topic; ///< None at a self-service station.
    Instant at;

    friend bool operator==(const VisitFinished&, const VisitFinished&) = default;
};

/// Called, and did not come.
struct VisitorAbsent
{
    VisitId visit;
    WindowId window;
    Instant at;

    friend bool operator==(const VisitorAbsent&, const VisitorAbsent&) = default;
};

/// Waits for another service or window, after this one or instead of it.
struct VisitPassedOn
{
    VisitId visit;
    std::optional<WindowId> from; ///< None when it was waiting.
    bool served = false;          ///< The service before was given, not only asked for.
    std::optional<TopicId> topic; ///< Of what was given.
    Stop to;
    std::vector<Stop> route; ///< What comes after that.
    Instant due;
    std::string note;
    Instant at;

    friend bool operator==(const VisitPassedOn&, const VisitPassedOn&) = default;
};

struct VisitHeld
{
    VisitId visit;
    std::optional<WindowId> from;
    std::optional<Instant> until;
    Instant at;

    friend bool operator==(const VisitHeld&, const VisitHeld&) = default;
};

/// Waits again: a hold is over, an absent visitor came, a call was taken back.
struct VisitReturned
{
    VisitId visit;
    std::optional<WindowId> from; ///< The window whose call was taken back.
    Instant due;
    Instant at;

    friend bool operator==(const VisitReturned&, const VisitReturned&) = default;
};

struct VisitCancelled
{
    VisitId visit;
    std::optional<WindowId> from;
    CancelReason why = CancelReason::VisitorLeft;
    Instant at;

    friend bool operator==(const VisitCancelled&, const VisitCancelled&) = default;
};

struct CategorySet
{
    VisitId visit;
    std::optional<CategoryId> category;
    Instant due;
    Instant at;

    friend bool operator==(const CategorySet&, const CategorySet&) = default;
};

/// The visit is as it was before the clerk's latest action at this window.
struct ActionUndone
{
    VisitId visit;
    WindowId window;
    Instant at;

    friend bool operator==(const ActionUndone&, const ActionUndone&) = default;
};

/// The day ended before the visit did.
struct VisitDropped
{
    VisitId visit;
    DropReason why = DropReason::DayEnded;
    Instant at;

    friend bool operator==(const VisitDropped&, const VisitDropped&) = default;
};

struct IssuingChanged
{
    ServiceId service;
    Issuing issuing;
    Instant at;

    friend bool operator==(const IssuingChanged&, const IssuingChanged&) = default;
};

using Event = std::variant<DayStarted,
                           SettingsChanged,
                           TicketIssued,
                           NumbersLeased,
                           LateTicketRecorded,
                           PrintReported,
                           BookingAdded,
                           BookingMoved,
                           BookingCancelled,
                           BookingMissed,
                           WindowOpened,
                           WindowPaused,
                           WindowClosed,
                           BreakBegun,
                           BreaksPlanned,
                           VisitCalled,
                           VisitRecalled,
                           ServiceStarted,
                           VisitFinished,
                           VisitorAbsent,
                           VisitPassedOn,
                           VisitHeld,
                           VisitReturned,
                           VisitCancelled,
                           CategorySet,
                           ActionUndone,
                           VisitDropped,
                           IssuingChanged>;

/// The name used in the journal.
std::string_view name(const Event& event);

} // namespace talon::queue
