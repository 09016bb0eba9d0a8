#pragma once

#include "controller/queue/office.h"

#include <variant>

/// What happened in the office. Past tense, never refused, kept in the journal for ever.
namespace talon::queue {

/// A business day begins: numbers restart, windows are closed, yesterday's visits leave memory.
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
    std::optional<CategoryId> category;
    std::string language = "ru";
    Instant at;
    Instant due;

    friend bool operator==(const TicketIssued&, const TicketIssued&) = default;
};

struct PrintReported
{
    VisitId visit;
    PrintOutcome outcome = PrintOutcome::Printed;
    Instant at;

    friend bool operator==(const PrintReported&, const PrintReported&) = default;
};

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

struct WindowClosed
{
    WindowId window;
    Instant at;

    friend bool operator==(const WindowClosed&, const WindowClosed&) = default;
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
    TopicId topic;
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

/// The day ended before the visit did.
struct VisitDropped
{
    VisitId visit;
    Instant at;

    friend bool operator==(const VisitDropped&, const VisitDropped&) = default;
};

using Event = std::variant<DayStarted,
                           SettingsChanged,
                           TicketIssued,
                           PrintReported,
                           WindowOpened,
                           WindowPaused,
                           WindowClosed,
                           VisitCalled,
                           VisitRecalled,
                           ServiceStarted,
                           VisitFinished,
                           VisitorAbsent,
                           VisitDropped>;

/// The name used in the journal.
std::string_view name(const Event& event);

} // namespace talon::queue
