#pragma once

#include "controller/queue/refusal.h"
#include "controller/queue/visit.h"
#include "shared/domain/booking.h"
#include "shared/domain/issuing.h"
#include "shared/domain/offline.h"
#include "shared/domain/settings.h"

#include <variant>

/// What people and devices ask of the office. Imperative; each may be refused.
namespace talon::queue {

/// A visitor takes a ticket.
struct IssueTicket
{
    ServiceId service;
    std::optional<CategoryId> category;
    std::string language = "ru";      ///< To be called in.
    std::vector<ServiceId> then = {}; ///< Further services in turn on the same ticket; at most 5.
    int people = 1;                   ///< 1 to 99.
    bool byStaff = false;             ///< May take hidden services, and after the last ticket.
    std::optional<WaitRange> promised = {}; ///< The forecast told to the visitor.
};

/// A booked visitor tells that they are here.
struct CheckIn
{
    BookingId booking;
    std::optional<CategoryId> category;
    std::string language = "ru";
    int people = 1;
    std::optional<WaitRange> promised = {};
};

/// A terminal wants numbers that it may give while it has no controller.
struct LeaseNumbers
{
    DeviceId device;
    std::string holder; ///< The terminal's store: one that was lost may have given what it held.
};

/// A terminal hands over a ticket that it gave by itself. Never refused.
struct HandOverTicket
{
    DeviceId device;
    OfflineTicket ticket;
    std::optional<VisitId> instead; ///< Made by the request that the ticket stands in for.
};

struct AddBooking
{
    std::string code;
    ServiceId service;
    Day day{};
    Instant at;
    std::optional<std::string> phoneEnd = {}; ///< Four digits.
};

struct MoveBooking
{
    BookingId booking;
    Day day{};
    Instant at;
};

struct CancelBooking
{
    BookingId booking;
};

/// The terminal says what became of the paper.
struct ReportPrint
{
    VisitId visit;
    PrintOutcome outcome = PrintOutcome::Printed; ///< Not NotReported.
    bool copy = false;                            ///< One more paper, whatever became of the first.
};

/// A clerk starts to work at a window, or comes back from a pause or a break.
struct OpenWindow
{
    WindowId window;
    StaffId clerk;
};

struct PauseWindow
{
    WindowId window;
    StaffId clerk;
};

struct CloseWindow
{
    WindowId window;
    StaffId clerk;
};

/// A clerk goes on a break, planned or not.
struct TakeBreak
{
    WindowId window;
    StaffId clerk;
    bool evenAlone = false; ///< Although a service is left without a window, as somebody decided.
};

/// A manager plans today's breaks of a window, in place of the usual ones.
struct PlanBreaks
{
    WindowId window;
    std::vector<PlannedBreak> breaks;
};

// At a window with a visit the clerk may say which visit is meant, as the screen showed it. If
// another has taken its place meanwhile, nothing is done to that one.

struct CallNext
{
    WindowId window;
    StaffId clerk;
};

/// Calls one who is not first, or who is held.
struct CallOutOfTurn
{
    WindowId window;
    StaffId clerk;
    VisitId visit;
    std::string why; ///< 3 to 200 bytes; kept with the call.
};

/// Calls the same visitor again.
struct Recall
{
    WindowId window;
    StaffId clerk;
    std::optional<VisitId> visit = {};
};

/// The visitor has come to the window.
struct StartService
{
    WindowId window;
    StaffId clerk;
    std::optional<VisitId> visit = {};
};

/// The service is done. The visit ends, or goes on to what its ticket has next.
struct FinishVisit
{
    WindowId window;
    StaffId clerk;
    std::optional<TopicId> topic;  ///< Needed but at a self-service station.
    std::optional<Stop> then = {}; ///< One more service, before those that the ticket has.
    std::optional<VisitId> visit = {};
};

/// The visitor was called and did not come.
struct MarkNoShow
{
    WindowId window;
    StaffId clerk;
    std::optional<VisitId> visit = {};
};

/// Puts a called visitor back to the place they had.
struct PutBack
{
    WindowId window;
    StaffId clerk;
    std::optional<VisitId> visit = {};
};

/// Takes back the clerk's latest action at the window.
struct UndoLast
{
    WindowId window;
    StaffId clerk;
};

// The visits below may wait, or be at the window of the clerk who asks.

struct HoldVisit
{
    VisitId visit;
    StaffId clerk;
    std::optional<Instant> until; ///< None: until called.
};

/// A held visitor, or one who was absent, waits again.
struct ReturnVisit
{
    VisitId visit;
};

struct TransferVisit
{
    VisitId visit;
    StaffId clerk;
    Stop to;
    bool andBack = false; ///< Comes back to the clerk's window afterwards. From a window only.
    std::string note;     ///< For the colleague; up to 500 bytes.
};

struct CancelVisit
{
    VisitId visit;
    StaffId clerk; ///< 0 for a terminal, which can cancel only who still waits.
    CancelReason why = CancelReason::VisitorLeft;
};

/// The staff grants a priority category, or takes it away.
struct SetCategory
{
    VisitId visit;
    std::optional<CategoryId> category;
};

/// The staff stops issuing for a service today, or goes on after the last ticket.
struct SetIssuing
{
    ServiceId service;
    IssuingMode mode = IssuingMode::ByRule;
};

/// The forecast says whether who joins now can be served before closing.
struct SetLastTicket
{
    ServiceId service;
    bool given = false;
};

/// Ends the day for all who still wait.
struct SendHome
{};

/// A manager sets the office up anew.
struct ChangeSettings
{
    OfficeSettings settings;
};

/// Time has passed: a new day, a hold that is over, a break that begins, a station that is free.
struct Tick
{};

using Command = std::variant<IssueTicket,
                             CheckIn,
                             LeaseNumbers,
                             HandOverTicket,
                             AddBooking,
                             MoveBooking,
                             CancelBooking,
                             ReportPrint,
                             OpenWindow,
                             PauseWindow,
                             CloseWindow,
                             TakeBreak,
                             PlanBreaks,
                             CallNext,
                             CallOutOfTurn,
                             Recall,
                             StartService,
                             FinishVisit,
                             MarkNoShow,
                             PutBack,
                             UndoLast,
                             HoldVisit,
                             ReturnVisit,
                             TransferVisit,
                             CancelVisit,
                             SetCategory,
                             SetIssuing,
                             SetLastTicket,
                             SendHome,
                             ChangeSettings,
                             Tick>;

} // namespace talon::queue
