#pragma once

#include <cstddef>

namespace talon::terminal {

inline constexpr std::size_t SentencesMax = 80;          ///< Of one prompt; the rest is not said.
inline constexpr std::size_t SpokenAheadMax = 2;         ///< Sentences made before they are needed.
inline constexpr int SpeechFaultsMax = 2;                ///< In a row, then a prompt is given up.
inline constexpr std::size_t SpokenBytesMax = 8'000'000; ///< Of sound that is kept: three minutes.

} // namespace talon::terminal
