#pragma once

#include <array>
#include <string_view>

namespace talon {

/// What a window is doing. Whom it serves is the visit's affair.
enum class WindowState {
    Closed,  ///< Nobody works at it.
    Open,    ///< A clerk has taken it and may call.
    Paused,  ///< The clerk is away for a moment; no calls.
    OnBreak, ///< On the break of the day, with a time to be back.
};

inline constexpr std::array WindowStates{WindowState::Closed, WindowState::Open,
                                         WindowState::Paused, WindowState::OnBreak};

/// The name used in the journal and on the wire.
std::string_view name(WindowState state);

} // namespace talon
