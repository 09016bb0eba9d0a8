#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talon {

enum class ScannerState {
    None,  ///< The device has none.
    Ready, ///< It answers.
    Gone,  ///< It should be there, and is not.
};

inline constexpr std::array ScannerStates{ScannerState::None, ScannerState::Ready,
                                          ScannerState::Gone};

std::string_view name(ScannerState state);

/// How a terminal or a display is, as it says itself.
struct DeviceStatus
{
    std::string version;
    std::optional<std::string> printer; ///< Name of the printer's condition; none without one.
    std::optional<int> paperMetresLeft; ///< None when not known.
    ScannerState scanner = ScannerState::None;
    int offlineTickets = 0;            ///< Given out and not yet known to the controller.
    int numbersLeft = 0;               ///< That it may still give out without the controller.
    std::vector<std::string> problems; ///< Names; at most 16.

    friend bool operator==(const DeviceStatus&, const DeviceStatus&) = default;
};

} // namespace talon
