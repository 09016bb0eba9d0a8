#pragma once

#include "display/board/hall.h"
#include "shared/wire/hall_view.h"

namespace talon::display {

/// What the controller sent, as the board's own values.
board::Hall hallOf(const wire::HallView& view);

} // namespace talon::display
