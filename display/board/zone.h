#pragma once

#include "display/board/hall.h"
#include "shared/domain/hall_screen.h"

namespace talon::board {

/// What of the hall a screen is for: its windows, the calls to them, and the queues for what they
/// give. A visitor who is called to one of its windows is shown whatever they came for, unless the
/// screen is for certain services only.
Hall hallIn(Hall hall, const HallScreen& screen);

/// Whether the people in front of the screen are to hear the call.
bool isSpoken(const Call& call, const Hall& hall, const HallScreen& screen);

} // namespace talon::board
