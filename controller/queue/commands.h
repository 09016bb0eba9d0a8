#pragma once

#include "shared/base/id.h"
#include "shared/domain/settings.h"
#include "shared/domain/visit.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// What people and devices ask of the office. Imperative; each may be refused.
namespace talon::queue {

/// A visitor takes a ticket.
struct IssueTicket
{
    ServiceId service;
    std::optional<CategoryId> category;
    std::string language = "ru"; ///< To be called in.
};

/// The terminal says what became of the paper.
struct ReportPrint
{
    VisitId visit;
    PrintOutcome outcome = PrintOutcome::Printed; ///< Not NotReported.
};

/// A clerk starts to work at a window, or comes back from a pause.
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

struct CallNext
{
    WindowId window;
    StaffId clerk;
};

/// Calls the same visitor again.
struct Recall
{
    WindowId window;
    StaffId clerk;
};

/// The visitor has come to the window.
struct StartService
{
    WindowId window;
    StaffId clerk;
};

struct FinishVisit
{
    WindowId window;
    StaffId clerk;
    TopicId topic;
};

/// The visitor was called and did not come.
struct MarkNoShow
{
    WindowId window;
    StaffId clerk;
};

/// A manager sets the office up anew.
struct ChangeSettings
{
    OfficeSettings settings;
};

/// Time has passed: lets the office begin a new day when nobody asks for anything.
struct Tick
{};

using Command = std::variant<IssueTicket,
                             ReportPrint,
                             OpenWindow,
                             PauseWindow,
                             CloseWindow,
                             CallNext,
                             Recall,
                             StartService,
                             FinishVisit,
                             MarkNoShow,
                             ChangeSettings,
                             Tick>;

/// Why the office says no. Shown to people: every value has a text in the pages and the terminal.
enum class Refusal {
    OfficeClosed,    ///< No tickets outside the office's hours.
    NumbersUsedUp,   ///< 9999 tickets of one service in a day.
    QueueEmpty,      ///< Nobody waits whom this window can serve.
    WindowClosed,    ///< The window is closed or paused.
    WindowTaken,     ///< Another clerk works at it.
    WindowHasVisit,  ///< It must end its visit first.
    WindowIdle,      ///< It has called nobody.
    NotStarted,      ///< The visit must be started before it can be finished.
    AlreadyStarted,  ///< Too late for a recall, a no-show or another start.
    AlreadyReported, ///< What became of this ticket's paper is known.
    ClerkElsewhere,  ///< The clerk works at another window.
    UnknownService,
    UnknownCategory,
    UnknownTopic,
    UnknownVisit,
    UnknownWindow,
    WindowInUse, ///< The new settings lack, or letter anew, what is in use today.
};

inline constexpr std::array Refusals{
    Refusal::OfficeClosed,    Refusal::NumbersUsedUp,  Refusal::QueueEmpty,
    Refusal::WindowClosed,    Refusal::WindowTaken,    Refusal::WindowHasVisit,
    Refusal::WindowIdle,      Refusal::NotStarted,     Refusal::AlreadyStarted,
    Refusal::AlreadyReported, Refusal::ClerkElsewhere, Refusal::UnknownService,
    Refusal::UnknownCategory, Refusal::UnknownTopic,   Refusal::UnknownVisit,
    Refusal::UnknownWindow,   Refusal::WindowInUse};

/// The name used on the wire; its text in each language lives with the one who shows it.
std::string_view name(Refusal refusal);

} // namespace talon::queue
