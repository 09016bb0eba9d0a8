#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace talon::voice {

/// Samples of one channel.
struct Sound
{
    int rate = 22050; ///< Samples a second; espeak-ng's own.
    std::vector<std::int16_t> samples;

    std::chrono::milliseconds length() const;

    friend bool operator==(const Sound&, const Sound&) = default;
};

Sound silence(std::chrono::milliseconds length);

/// One after the other; all have one rate.
Sound joined(const std::vector<Sound>& sounds);

/// Without the silence at both ends, which a speech engine adds.
Sound trimmed(const Sound& sound);

/// As loud as it can be in this share (0 to 1) of what a card can play; silence stays silence.
Sound atPeak(const Sound& sound, double share);

/// Weaker by that share, 0 to 100 percent of what it was.
Sound atVolume(const Sound& sound, int percent);

/// The loudest sample, 0 to 32767.
int peak(const Sound& sound);

/// The bytes of a WAV file, and back. Reads what espeak-ng writes to a pipe, where lengths in the
/// header are not known. Takes 16 bits of one channel only.
std::string wavFrom(const Sound& sound);
Expected<Sound, ParseError> soundFromWav(std::string_view bytes);

} // namespace talon::voice
