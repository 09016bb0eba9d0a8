#pragma once

#include "shared/voice/sound.h"

namespace talon::voice {

/// The same sound at another rate. What the lower of both rates cannot carry is taken out first, so
/// that a recording from a studio gets no whistle.
Sound resampled(const Sound& sound, int rate);

} // namespace talon::voice
