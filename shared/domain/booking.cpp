#include "shared/domain/booking.h"

#include "shared/base/ensure.h"

namespace talon {

std::string_view name(BookingState state)
{
    switch (state) {
    case BookingState::Expected: return "expected";
    case BookingState::Arrived: return "arrived";
    case BookingState::Missed: return "missed";
    case BookingState::Cancelled: return "cancelled";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

} // namespace talon
