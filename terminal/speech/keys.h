#pragma once

#include "terminal/speech/corner_path.h"

#include <Qt>

namespace talon::terminal {

/// What a key does, of a keypad or of a keyboard's arrows: 4 before, 6 next, 5 take it, 0 repeat,
/// 1 the other language, * back.
std::optional<Act> actOf(Qt::Key key);

} // namespace talon::terminal
