#pragma once

#include "shared/voice/sound.h"

namespace talon::display {

/// The bell before each call: two tones a major third apart, falling, each dying away.
voice::Sound chime();

} // namespace talon::display
