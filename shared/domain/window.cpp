#include "shared/domain/window.h"

#include "shared/base/ensure.h"

namespace talon {

std::string_view name(WindowState state)
{
    switch (state) {
    case WindowState::Closed: return "closed";
    case WindowState::Open: return "open";
    case WindowState::Paused: return "paused";
    case WindowState::OnBreak: return "onBreak";
    }
    TALON_ENSURE(false);
}

} // namespace talon
