#include "shared/domain/issuing.h"

#include "shared/base/ensure.h"

namespace talon {

std::string_view name(IssuingMode mode)
{
    switch (mode) {
    case IssuingMode::ByRule: return "byRule";
    case IssuingMode::Stopped: return "stopped";
    case IssuingMode::Continued: return "continued";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

std::string_view name(ClosedReason reason)
{
    switch (reason) {
    case ClosedReason::OfficeClosed: return "officeClosed";
    case ClosedReason::NotNow: return "notNow";
    case ClosedReason::Stopped: return "stopped";
    case ClosedReason::DayLimit: return "dayLimit";
    case ClosedReason::LastTicket: return "lastTicket";
    }
    TALON_ENSURE(false);
}

} // namespace talon
