#pragma once

#include "shared/voice/sound.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

namespace talon::test {

/// A tone of so many seconds; `share` is its part of the full amplitude.
inline voice::Sound toneOf(double hertz, double seconds, int rate, double share)
{
    voice::Sound sound{.rate = rate, .samples = {}};
    sound.samples.resize(static_cast<std::size_t>(seconds * rate));
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        const double t = static_cast<double>(i) / rate;
        sound.samples[i] = static_cast<std::int16_t>(
            std::lround(share * 32767 * std::sin(2 * std::numbers::pi * hertz * t)));
    }
    return sound;
}

/// How strong a frequency is in a sound, as a share of the full amplitude (Goertzel).
inline double strengthOf(const voice::Sound& sound, double hertz)
{
    const double turn = 2 * std::cos(2 * std::numbers::pi * hertz / sound.rate);
    double last = 0;
    double before = 0;
    for (const std::int16_t sample : sound.samples) {
        before = std::exchange(last, sample + turn * last - before);
    }
    const double energy = last * last + before * before - turn * last * before;
    return 2 * std::sqrt(std::max(0.0, energy)) / static_cast<double>(sound.samples.size()) / 32767;
}

/// Root mean square of the samples.
inline double levelOf(const voice::Sound& sound)
{
    double squares = 0;
    for (const std::int16_t sample : sound.samples) {
        squares += static_cast<double>(sample) * sample;
    }
    return std::sqrt(squares / static_cast<double>(sound.samples.size()));
}

} // namespace talon::test
