#include "shared/domain/visit.h"

#include "shared/base/ensure.h"

namespace talon {

std::string_view name(VisitState state)
{
    switch (state) {
    case VisitState::Waiting: return "waiting";
    case VisitState::Called: return "called";
    case VisitState::Serving: return "serving";
    case VisitState::Finished: return "finished";
    case VisitState::NoShow: return "noShow";
    case VisitState::Dropped: return "dropped";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

std::string_view name(PrintOutcome outcome)
{
    switch (outcome) {
    case PrintOutcome::NotReported: return "notReported";
    case PrintOutcome::Printed: return "printed";
    case PrintOutcome::Unknown: return "unknown";
    case PrintOutcome::OnScreen: return "onScreen";
    }
    TALON_ENSURE(false);
}

} // namespace talon
