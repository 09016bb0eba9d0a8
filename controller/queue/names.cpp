#include "controller/queue/events.h"
#include "controller/queue/refusal.h"
#include "shared/base/ensure.h"

namespace talon::queue {

std::string_view name(Refusal refusal)
{
    switch (refusal) {
    case Refusal::OfficeClosed: return "officeClosed";
    case Refusal::ServiceClosed: return "serviceClosed";
    case Refusal::IssuingStopped: return "issuingStopped";
    case Refusal::DayLimitReached: return "dayLimitReached";
    case Refusal::LastTicketGiven: return "lastTicketGiven";
    case Refusal::StaffOnly: return "staffOnly";
    case Refusal::NumbersUsedUp: return "numbersUsedUp";
    case Refusal::QueueEmpty: return "queueEmpty";
    case Refusal::WindowClosed: return "windowClosed";
    case Refusal::WindowTaken: return "windowTaken";
    case Refusal::WindowHasVisit: return "windowHasVisit";
    case Refusal::WindowIdle: return "windowIdle";
    case Refusal::WindowCannotServe: return "windowCannotServe";
    case Refusal::WindowInUse: return "windowInUse";
    case Refusal::BreakNotCovered: return "breakNotCovered";
    case Refusal::NotStarted: return "notStarted";
    case Refusal::AlreadyStarted: return "alreadyStarted";
    case Refusal::AlreadyReported: return "alreadyReported";
    case Refusal::ClerkElsewhere: return "clerkElsewhere";
    case Refusal::VisitChanged: return "visitChanged";
    case Refusal::VisitElsewhere: return "visitElsewhere";
    case Refusal::VisitEnded: return "visitEnded";
    case Refusal::VisitWaiting: return "visitWaiting";
    case Refusal::TooLateToReturn: return "tooLateToReturn";
    case Refusal::RecallFirst: return "recallFirst";
    case Refusal::TopicMissing: return "topicMissing";
    case Refusal::ReasonMissing: return "reasonMissing";
    case Refusal::TimePassed: return "timePassed";
    case Refusal::OutOfRange: return "outOfRange";
    case Refusal::NothingToUndo: return "nothingToUndo";
    case Refusal::TooLateToUndo: return "tooLateToUndo";
    case Refusal::BookingCancelled: return "bookingCancelled";
    case Refusal::BookingArrived: return "bookingArrived";
    case Refusal::BookingOtherDay: return "bookingOtherDay";
    case Refusal::BookingTooEarly: return "bookingTooEarly";
    case Refusal::CodeUsed: return "codeUsed";
    case Refusal::BookingsFull: return "bookingsFull";
    case Refusal::UnknownService: return "unknownService";
    case Refusal::UnknownCategory: return "unknownCategory";
    case Refusal::UnknownTopic: return "unknownTopic";
    case Refusal::UnknownVisit: return "unknownVisit";
    case Refusal::UnknownWindow: return "unknownWindow";
    case Refusal::UnknownBooking: return "unknownBooking";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

namespace {

std::string_view nameOf(const DayStarted& /*event*/)
{
    return "dayStarted";
}
std::string_view nameOf(const SettingsChanged& /*event*/)
{
    return "settingsChanged";
}
std::string_view nameOf(const TicketIssued& /*event*/)
{
    return "ticketIssued";
}
std::string_view nameOf(const NumbersLeased& /*event*/)
{
    return "numbersLeased";
}

std::string_view nameOf(const LateTicketRecorded& /*event*/)
{
    return "lateTicketRecorded";
}

std::string_view nameOf(const PrintReported& /*event*/)
{
    return "printReported";
}
std::string_view nameOf(const BookingAdded& /*event*/)
{
    return "bookingAdded";
}
std::string_view nameOf(const BookingMoved& /*event*/)
{
    return "bookingMoved";
}
std::string_view nameOf(const BookingCancelled& /*event*/)
{
    return "bookingCancelled";
}
std::string_view nameOf(const BookingMissed& /*event*/)
{
    return "bookingMissed";
}
std::string_view nameOf(const WindowOpened& /*event*/)
{
    return "windowOpened";
}
std::string_view nameOf(const WindowPaused& /*event*/)
{
    return "windowPaused";
}
std::string_view nameOf(const WindowClosed& /*event*/)
{
    return "windowClosed";
}
std::string_view nameOf(const BreakBegun& /*event*/)
{
    return "breakBegun";
}
std::string_view nameOf(const BreaksPlanned& /*event*/)
{
    return "breaksPlanned";
}
std::string_view nameOf(const VisitCalled& /*event*/)
{
    return "visitCalled";
}
std::string_view nameOf(const VisitRecalled& /*event*/)
{
    return "visitRecalled";
}
std::string_view nameOf(const ServiceStarted& /*event*/)
{
    return "serviceStarted";
}
std::string_view nameOf(const VisitFinished& /*event*/)
{
    return "visitFinished";
}
std::string_view nameOf(const VisitorAbsent& /*event*/)
{
    return "visitorAbsent";
}
std::string_view nameOf(const VisitPassedOn& /*event*/)
{
    return "visitPassedOn";
}
std::string_view nameOf(const VisitHeld& /*event*/)
{
    return "visitHeld";
}
std::string_view nameOf(const VisitReturned& /*event*/)
{
    return "visitReturned";
}
std::string_view nameOf(const VisitCancelled& /*event*/)
{
    return "visitCancelled";
}
std::string_view nameOf(const CategorySet& /*event*/)
{
    return "categorySet";
}
std::string_view nameOf(const ActionUndone& /*event*/)
{
    return "actionUndone";
}
std::string_view nameOf(const VisitDropped& /*event*/)
{
    return "visitDropped";
}
std::string_view nameOf(const IssuingChanged& /*event*/)
{
    return "issuingChanged";
}

} // namespace

std::string_view name(const Event& event)
{
    return std::visit([](const auto& e) { return nameOf(e); }, event);
}

} // namespace talon::queue
