#include "shared/voice/sound.h"

#include "shared/base/ensure.h"

#include <algorithm>
#include <cstdlib>

namespace talon::voice {

namespace {

constexpr int SilenceBelow = 200;
constexpr double SampleMax = 32767;

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

Sound atPeak(const Sound& sound, double share)
{
    Sound scaled = sound;
    if (const int loudest = peak(sound); loudest > 0) {
        const double gain = share * SampleMax / loudest;
        for (std::int16_t& sample : scaled.samples) {
            const double value = std::clamp(sample * gain, -SampleMax, SampleMax);
            sample = static_cast<std::int16_t>(value);
        }
    }
    return scaled;
}

Sound atVolume(const Sound& sound, int percent)
{
    TALON_ENSURE(percent >= 0 && percent <= 100);
    Sound weaker = sound;
    for (std::int16_t& sample : weaker.samples) {
        sample = static_cast<std::int16_t>(sample * percent / 100);
    }
    return weaker;
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
                return wrong("fmt", "is not one channel (mono) of 16 bits, uncompressed");
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
