#include "shared/domain/device_status.h"

#include "shared/base/ensure.h"

namespace talon {

std::string_view name(ScannerState state)
{
    switch (state) {
    case ScannerState::None: return "none";
    case ScannerState::Ready: return "ready";
    case ScannerState::Gone: return "gone";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

} // namespace talon
