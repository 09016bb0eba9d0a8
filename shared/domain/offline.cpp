#include "shared/domain/offline.h"

#include "shared/base/ensure.h"

namespace talon {

std::string_view name(LateReason reason)
{
    switch (reason) {
    case LateReason::DayOver: return "dayOver";
    case LateReason::ServiceGone: return "serviceGone";
    case LateReason::NumberTaken: return "numberTaken";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

} // namespace talon
