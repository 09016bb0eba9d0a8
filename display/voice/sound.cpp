#include "display/voice/sound.h"

#include "shared/base/ensure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace talon::voice {

namespace {

constexpr int SilenceBelow = 200;
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

void strike(Sound& sound, double frequency, double atSeconds, double loudness)
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

void fadeOut(Sound& sound, double seconds)
{
    const auto length =
        std::min(sound.samples.size(), static_cast<std::size_t>(seconds * sound.rate));
    for (std::size_t i = 0; i < length; ++i) {
        auto& sample = sound.samples[sound.samples.size() - 1 - i];
        sample = static_cast<std::int16_t>(sample * static_cast<double>(i) /
                                           static_cast<double>(length));
    }
}

void put(std::string& bytes, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i) {
        bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
    }
}

std::uint32_t get(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return value;
}

} // namespace

std::chrono::milliseconds Sound::length() const
{
    return std::chrono::milliseconds(static_cast<std::int64_t>(samples.size()) * 1000 / rate);
}

Sound chime()
{
    constexpr double Seconds = 1.15;
    Sound sound;
    sound.samples.resize(static_cast<std::size_t>(Seconds * sound.rate));
    strike(sound, 784.0, 0.0, 0.5);   // G5
    strike(sound, 622.25, 0.35, 0.5); // E flat 5
    fadeOut(sound, 0.2);
    return sound;
}

Sound silence(std::chrono::milliseconds length)
{
    Sound sound;
    sound.samples.resize(static_cast<std::size_t>(length.count() * sound.rate / 1000));
    return sound;
}

Sound joined(const std::vector<Sound>& sounds)
{
    Sound all;
    for (const Sound& sound : sounds) {
        TALON_ENSURE(sound.rate == all.rate);
        all.samples.insert(all.samples.end(), sound.samples.begin(), sound.samples.end());
    }
    return all;
}

Sound trimmed(const Sound& sound)
{
    const auto isHeard = [](std::int16_t sample) { return std::abs(sample) > SilenceBelow; };
    const auto first = std::ranges::find_if(sound.samples, isHeard);
    const auto last = std::find_if(sound.samples.rbegin(), sound.samples.rend(), isHeard).base();
    Sound heard{.rate = sound.rate, .samples = {}};
    if (first < last) {
        heard.samples.assign(first, last);
    }
    return heard;
}

int peak(const Sound& sound)
{
    int loudest = 0;
    for (const std::int16_t sample : sound.samples) {
        loudest = std::max(loudest, std::abs(int{sample}));
    }
    return loudest;
}

std::string wavFrom(const Sound& sound)
{
    const auto dataBytes = static_cast<std::uint32_t>(sound.samples.size() * 2);
    const auto rate = static_cast<std::uint32_t>(sound.rate);
    std::string bytes = "RIFF";
    put(bytes, 36 + dataBytes, 4);
    bytes += "WAVEfmt ";
    put(bytes, 16, 4);
    put(bytes, 1, 2); // PCM
    put(bytes, 1, 2); // One channel
    put(bytes, rate, 4);
    put(bytes, rate * 2, 4);
    put(bytes, 2, 2);
    put(bytes, 16, 2);
    bytes += "data";
    put(bytes, dataBytes, 4);
    for (const std::int16_t sample : sound.samples) {
        put(bytes, static_cast<std::uint16_t>(sample), 2);
    }
    return bytes;
}

Expected<Sound, ParseError> soundFromWav(std::string_view bytes)
{
    const auto wrong = [](const char* field, const char* what) {
        return Unexpected(ParseError{.field = field, .what = what});
    };
    if (bytes.size() < 12 || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE") {
        return wrong("", "is no WAV file");
    }
    Sound sound;
    bool hasFormat = false;
    std::size_t at = 12;
    while (at + 8 <= bytes.size()) {
        const std::string_view kind = bytes.substr(at, 4);
        const std::size_t body = at + 8;
        const std::size_t length =
            std::min<std::size_t>(get(bytes, at + 4, 4), bytes.size() - body);
        if (kind == "fmt ") {
            if (length < 16 || get(bytes, body, 2) != 1 || get(bytes, body + 2, 2) != 1 ||
                get(bytes, body + 14, 2) != 16) {
                return wrong("fmt", "is not one channel of 16 bits");
            }
            const auto rate = get(bytes, body + 4, 4);
            if (rate < 4000 || rate > 192000) {
                return wrong("fmt", "has a rate that cannot be");
            }
            sound.rate = static_cast<int>(rate);
            hasFormat = true;
        } else if (kind == "data") {
            if (!hasFormat) {
                return wrong("fmt", "is missing");
            }
            sound.samples.reserve(length / 2);
            for (std::size_t i = 0; i + 1 < length; i += 2) {
                sound.samples.push_back(static_cast<std::int16_t>(get(bytes, body + i, 2)));
            }
            return sound;
        }
        at = body + length + length % 2;
    }
    return wrong("data", "is missing");
}

} // namespace talon::voice
