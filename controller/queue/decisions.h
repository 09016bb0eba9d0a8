#pragma once

#include "controller/queue/commands.h"
#include "controller/queue/decide.h"
#include "controller/queue/events.h"

/// What decide() is made of: one decision for each command, all on the day of the office.
namespace talon::queue {

// decide_tickets.cpp: who joins.
Decision on(const Office& office, const IssueTicket& command, const OfficeTime& time);
Decision on(const Office& office, const CheckIn& command, const OfficeTime& time);
Decision on(const Office& office, const ReportPrint& command, const OfficeTime& time);
Decision on(const Office& office, const SetIssuing& command, const OfficeTime& time);
Decision on(const Office& office, const SetLastTicket& command, const OfficeTime& time);

// decide_leases.cpp: who joins while the office cannot be asked.
Decision on(const Office& office, const LeaseNumbers& command, const OfficeTime& time);
Decision on(const Office& office, const HandOverTicket& command, const OfficeTime& time);

// decide_bookings.cpp: who will come.
Decision on(const Office& office, const AddBooking& command, const OfficeTime& time);
Decision on(const Office& office, const MoveBooking& command, const OfficeTime& time);
Decision on(const Office& office, const CancelBooking& command, const OfficeTime& time);

// decide_windows.cpp: who works.
Decision on(const Office& office, const OpenWindow& command, const OfficeTime& time);
Decision on(const Office& office, const PauseWindow& command, const OfficeTime& time);
Decision on(const Office& office, const CloseWindow& command, const OfficeTime& time);
Decision on(const Office& office, const TakeBreak& command, const OfficeTime& time);
Decision on(const Office& office, const PlanBreaks& command, const OfficeTime& time);

// decide_calls.cpp: what a window does with its visit.
Decision on(const Office& office, const CallNext& command, const OfficeTime& time);
Decision on(const Office& office, const CallOutOfTurn& command, const OfficeTime& time);
Decision on(const Office& office, const Recall& command, const OfficeTime& time);
Decision on(const Office& office, const StartService& command, const OfficeTime& time);
Decision on(const Office& office, const FinishVisit& command, const OfficeTime& time);
Decision on(const Office& office, const MarkNoShow& command, const OfficeTime& time);
Decision on(const Office& office, const PutBack& command, const OfficeTime& time);
Decision on(const Office& office, const UndoLast& command, const OfficeTime& time);

// decide_visits.cpp: what anybody of the staff does with a visit.
Decision on(const Office& office, const HoldVisit& command, const OfficeTime& time);
Decision on(const Office& office, const ReturnVisit& command, const OfficeTime& time);
Decision on(const Office& office, const TransferVisit& command, const OfficeTime& time);
Decision on(const Office& office, const CancelVisit& command, const OfficeTime& time);
Decision on(const Office& office, const SetCategory& command, const OfficeTime& time);
Decision on(const Office& office, const SendHome& command, const OfficeTime& time);

// decide_time.cpp: what happens by itself.
Decision on(const Office& office, const Tick& command, const OfficeTime& time);

/// Who may come together on one ticket.
inline constexpr int PeopleMax = 99;

/// The decision that one event is.
inline Decision one(Event event)
{
    std::vector<Event> events;
    events.push_back(std::move(event));
    return events;
}

/// The decision that nothing is to be done: it is so already.
inline Decision nothing()
{
    return std::vector<Event>{};
}

/// A window that this clerk works at and that is not closed. A self-service station is anybody's.
Expected<const WindowDesk*, Refusal> deskOf(const Office& office, WindowId window, StaffId clerk);

/// The call of a visit to a window, with the next number.
VisitCalled
callTo(const Office& office, WindowId window, const Visit& visit, CallReason reason, Instant now);

} // namespace talon::queue
