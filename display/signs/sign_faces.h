#pragma once

#include "display/board/hall.h"
#include "display/signs/sign_settings.h"

#include <chrono>
#include <map>
#include <optional>

namespace talon::display {

/// What is known of the hall at a moment.
struct HallSeen
{
    const board::Hall* hall = nullptr;               ///< Null before the first view.
    Instant now;                                     ///< Of the office's clock.
    std::optional<std::chrono::milliseconds> oldFor; ///< The controller is away for so long.
};

/// What each sign of a bus shows, by its address.
///
/// The number of the visitor who is called or served at its window, blinking while the call is
/// fresh, as on the boards. When the controller goes away, what was called stays called for a
/// while: nobody can call anybody else then. After it, and before anything is known, the signs say
/// that there is no connection, so that nobody waits for a number that stands still.
std::map<int, hw::SignFace>
facesOf(const SignBus& bus, const HallSeen& seen, std::chrono::milliseconds noConnectionAfter);

/// As when nothing is known.
std::map<int, hw::SignFace> facesWithoutConnection(const SignBus& bus);

} // namespace talon::display
