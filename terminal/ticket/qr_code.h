#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <string>
#include <vector>

namespace talon::terminal {

/// A QR code as squares, without the white frame it needs around it.
struct QrCode
{
    int size = 0;            ///< Squares a side.
    std::vector<bool> black; ///< Row by row, size * size.

    friend bool operator==(const QrCode&, const QrCode&) = default;
};

/// White squares that a scanner needs on each side.
inline constexpr int QrQuietSquares = 4;

/// Survives a fold or a smudge over 15 % of it (level M).
Expected<QrCode, IoError> qrCode(const std::string& payload);

} // namespace talon::terminal
