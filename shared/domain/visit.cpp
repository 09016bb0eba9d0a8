#include "shared/domain/visit.h"

#include "shared/base/ensure.h"

namespace talon {

std::string_view name(VisitState state)
{
    switch (state) {
    case VisitState::Waiting: return "waiting";
    case VisitState::Called: return "called";
    case VisitState::Serving: return "serving";
    case VisitState::Held: return "held";
    case VisitState::Finished: return "finished";
    case VisitState::NoShow: return "noShow";
    case VisitState::Cancelled: return "cancelled";
    case VisitState::Dropped: return "dropped";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

bool isEnd(VisitState state)
{
    return state >= VisitState::Finished;
}

std::string_view name(CancelReason reason)
{
    switch (reason) {
    case CancelReason::VisitorLeft: return "visitorLeft";
    case CancelReason::Mistake: return "mistake";
    case CancelReason::NotPrinted: return "notPrinted";
    case CancelReason::DoneElsewhere: return "doneElsewhere";
    }
    TALON_ENSURE(false);
}

std::string_view name(DropReason reason)
{
    switch (reason) {
    case DropReason::DayEnded: return "dayEnded";
    case DropReason::OfficeClosed: return "officeClosed";
    case DropReason::SentHome: return "sentHome";
    }
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
