#include "controller/queue/commands.h"
#include "controller/queue/events.h"
#include "shared/base/ensure.h"

namespace talon::queue {

std::string_view name(Refusal refusal)
{
    switch (refusal) {
    case Refusal::OfficeClosed: return "officeClosed";
    case Refusal::NumbersUsedUp: return "numbersUsedUp";
    case Refusal::QueueEmpty: return "queueEmpty";
    case Refusal::WindowClosed: return "windowClosed";
    case Refusal::WindowTaken: return "windowTaken";
    case Refusal::WindowHasVisit: return "windowHasVisit";
    case Refusal::WindowIdle: return "windowIdle";
    case Refusal::NotStarted: return "notStarted";
    case Refusal::AlreadyStarted: return "alreadyStarted";
    case Refusal::AlreadyReported: return "alreadyReported";
    case Refusal::ClerkElsewhere: return "clerkElsewhere";
    case Refusal::UnknownService: return "unknownService";
    case Refusal::UnknownCategory: return "unknownCategory";
    case Refusal::UnknownTopic: return "unknownTopic";
    case Refusal::UnknownVisit: return "unknownVisit";
    case Refusal::UnknownWindow: return "unknownWindow";
    case Refusal::WindowInUse: return "windowInUse";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

namespace {

std::string_view nameOf(const DayStarted&)
{
    return "dayStarted";
}
std::string_view nameOf(const SettingsChanged&)
{
    return "settingsChanged";
}
std::string_view nameOf(const TicketIssued&)
{
    return "ticketIssued";
}
std::string_view nameOf(const PrintReported&)
{
    return "printReported";
}
std::string_view nameOf(const WindowOpened&)
{
    return "windowOpened";
}
std::string_view nameOf(const WindowPaused&)
{
    return "windowPaused";
}
std::string_view nameOf(const WindowClosed&)
{
    return "windowClosed";
}
std::string_view nameOf(const VisitCalled&)
{
    return "visitCalled";
}
std::string_view nameOf(const VisitRecalled&)
{
    return "visitRecalled";
}
std::string_view nameOf(const ServiceStarted&)
{
    return "serviceStarted";
}
std::string_view nameOf(const VisitFinished&)
{
    return "visitFinished";
}
std::string_view nameOf(const VisitorAbsent&)
{
    return "visitorAbsent";
}
std::string_view nameOf(const VisitDropped&)
{
    return "visitDropped";
}

} // namespace

std::string_view name(const Event& event)
{
    return std::visit([](const auto& e) { return nameOf(e); }, event);
}

} // namespace talon::queue
