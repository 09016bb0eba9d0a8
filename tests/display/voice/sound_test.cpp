#include "display/voice/sound.h"

#include "tests/support/catch.h"

#include <cmath>
#include <numbers>

using namespace talon::voice;
using namespace std::chrono_literals;

namespace {

/// How strong a frequency is in a stretch of a sound (Goertzel).
double strength(const Sound& sound, double frequency, double from, double seconds)
{
    double re = 0;
    double im = 0;
    const auto begin = static_cast<std::size_t>(from * sound.rate);
    const auto length = static_cast<std::size_t>(seconds * sound.rate);
    for (std::size_t i = 0; i < length; ++i) {
        const double angle = 2 * std::numbers::pi * frequency * static_cast<double>(i) / sound.rate;
        re += sound.samples.at(begin + i) * std::cos(angle);
        im += sound.samples.at(begin + i) * std::sin(angle);
    }
    return std::hypot(re, im) / static_cast<double>(length);
}

} // namespace

TEST_CASE("the chime is two tones, the second lower, without clipping or a click at its ends")
{
    const Sound bell = chime();
    CHECK(bell.length() > 900ms);
    CHECK(bell.length() < 1500ms);
    CHECK(peak(bell) > 8000);
    CHECK(peak(bell) < 32767);
    CHECK(std::abs(bell.samples.front()) < 400);
    CHECK(std::abs(bell.samples.back()) < 400);
    CHECK(strength(bell, 784, 0.05, 0.25) > 20 * strength(bell, 622.25, 0.05, 0.25));
    CHECK(strength(bell, 622.25, 0.40, 0.4) > 2 * strength(bell, 784, 0.40, 0.4));
}

TEST_CASE("a sound survives its way into a WAV file and back")
{
    const Sound bell = chime();
    const auto back = soundFromWav(wavFrom(bell));
    REQUIRE(back);
    CHECK(*back == bell);
}

TEST_CASE("a WAV file with lengths that are not known is read to its end")
{
    std::string bytes = wavFrom(chime());
    for (const std::size_t at : {4U, 5U, 6U, 40U, 41U, 42U}) {
        bytes[at] = '\xFF';
    }
    const auto sound = soundFromWav(bytes);
    REQUIRE(sound);
    CHECK(*sound == chime());
}

TEST_CASE("what is no WAV file is refused by name, at any length")
{
    const std::string whole = wavFrom(chime());
    for (std::size_t length = 0; length < 44; ++length) {
        CHECK_FALSE(soundFromWav(whole.substr(0, length)));
    }
    std::string stereo = whole;
    stereo[22] = 2;
    const auto refused = soundFromWav(stereo);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == "fmt");
}

TEST_CASE("sounds are joined whole, and silence is cut from their ends")
{
    const Sound bell = chime();
    const Sound all = joined({silence(100ms), bell, silence(300ms)});
    CHECK(all.samples.size() == bell.samples.size() + silence(400ms).samples.size());
    const Sound heard = trimmed(all);
    CHECK(heard.samples.size() <= bell.samples.size());
    CHECK(heard.samples.size() > bell.samples.size() * 9 / 10);
    CHECK(peak(heard) == peak(bell));
    CHECK(trimmed(silence(1s)).samples.empty());
}
