#pragma once

#include "hw/sign/sign_line.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <string>
#include <vector>

namespace talon::display {

/// One sign above a window, and what it says when it has no number to show.
struct WindowSign
{
    hw::Sign sign;
    std::string window;     ///< As on its plate: "5".
    std::string free = "—"; ///< Open, nobody is called.
    std::string away;       ///< On a break.
    std::string closed;
    std::string noConnection; ///< Dashes in all places, unless the file says otherwise.

    friend bool operator==(const WindowSign&, const WindowSign&) = default;
};

/// The signs of one serial line.
struct SignBus
{
    hw::SignLineSettings line;
    std::vector<WindowSign> signs;
};

struct SignSettings
{
    std::vector<SignBus> buses;

    /// So long the calls that are shown stay, when the controller is away.
    std::chrono::seconds noConnectionAfter{120};
};

inline constexpr std::size_t SignLinesMax = 16;

/// docs/signs.md; the error names the first key that is wrong. A key that nobody knows is one.
Expected<SignSettings, ParseError> signSettingsFrom(const QByteArray& json);

/// One line for whoever wrote the file: its path, the key, what is wrong.
Expected<SignSettings, QString> readSignSettings(const QString& path);

} // namespace talon::display
