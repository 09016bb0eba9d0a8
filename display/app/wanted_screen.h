#pragma once

#include "shared/base/expected.h"

#include <QString>

#include <string>
#include <vector>

namespace talon::display {

/// What one output of this machine is to show, as the command line says it: "hall",
/// "hall@HDMI-1", "window:5@HDMI-2".
struct WantedScreen
{
    std::string screen; ///< Name in the office's settings; empty for a plate.
    std::string window; ///< The plate above this window, by the name on it; empty for a screen.
    QString output;     ///< As the system names it; empty: whatever is left.

    bool isPlate() const { return !window.empty(); }

    friend bool operator==(const WantedScreen&, const WantedScreen&) = default;
};

/// What a display shows that was told nothing.
inline constexpr const char* UsualScreen = "hall";

inline constexpr std::size_t WantedScreensMax = 8;

/// What is wrong with it, in a few words.
Expected<WantedScreen, QString> wantedScreenFrom(const QString& text);

/// For each wanted one the index of the output that shows it; -1 where there is none at the
/// moment. A named output is nobody else's; the others go in their order to those who named none.
std::vector<int> outputsFor(const std::vector<WantedScreen>& wanted,
                            const std::vector<QString>& outputs);

} // namespace talon::display
