#include "display/voice/chime.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace talon::display {

namespace {

constexpr double Loudest = 32767;

/// One partial of a struck bell: its frequency to the tone's, its strength, how fast it dies.
struct Partial
{
    double ratio;
    double strength;
    double decay; ///< Nepers a second.
};

constexpr std::array BellPartials{
    Partial{1.0, 0.60, 3.2},
    Partial{2.0, 0.22, 5.0},
    Partial{3.01, 0.11, 8.0},
    Partial{4.17, 0.05, 13.0},
};

void strike(voice::Sound& sound, double frequency, double atSeconds, double loudness)
{
    constexpr double AttackSeconds = 0.004; // Without a click.
    const auto begin = static_cast<std::size_t>(atSeconds * sound.rate);
    for (std::size_t i = begin; i < sound.samples.size(); ++i) {
        const double t = static_cast<double>(i - begin) / sound.rate;
        double value = 0;
        for (const Partial& partial : BellPartials) {
            value += partial.strength * std::exp(-partial.decay * t) *
                     std::sin(2 * std::numbers::pi * frequency * partial.ratio * t);
        }
        value *= loudness * std::min(1.0, t / AttackSeconds);
        const double mixed = sound.samples[i] + value * Loudest;
        sound.samples[i] = static_cast<std::int16_t>(std::clamp(mixed, -Loudest, Loudest));
    }
}

void fadeOut(voice::Sound& sound, double seconds)
{
    const auto length =
        std::min(sound.samples.size(), static_cast<std::size_t>(seconds * sound.rate));
    for (std::size_t i = 0; i < length; ++i) {
        auto& sample = sound.samples[sound.samples.size() - 1 - i];
        sample = static_cast<std::int16_t>(sample * static_cast<double>(i) /
                                           static_cast<double>(length));
    }
}

} // namespace

voice::Sound chime()
{
    constexpr double Seconds = 1.15;
    voice::Sound sound;
    sound.samples.resize(static_cast<std::size_t>(Seconds * sound.rate));
    strike(sound, 784.0, 0.0, 0.5);   // G5
    strike(sound, 622.25, 0.35, 0.5); // E flat 5
    fadeOut(sound, 0.2);
    return sound;
}

} // namespace talon::display
