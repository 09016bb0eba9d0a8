#include "shared/voice/sound.h"

#include "tests/support/catch.h"

#include <cmath>
#include <numbers>

using namespace talon::voice;
using namespace std::chrono_literals;

namespace {

/// A tone that swells and dies, so that no two stretches of it are alike.
Sound tone()
{
    Sound sound;
    sound.samples.resize(static_cast<std::size_t>(sound.rate));
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        const double t = static_cast<double>(i) / sound.rate;
        sound.samples[i] = static_cast<std::int16_t>(16000 * std::sin(std::numbers::pi * t) *
                                                     std::sin(2 * std::numbers::pi * 440 * t));
    }
    return sound;
}

} // namespace

TEST_CASE("a sound survives its way into a WAV file and back")
{
    const Sound whole = tone();
    const auto back = soundFromWav(wavFrom(whole));
    REQUIRE(back);
    CHECK(*back == whole);
}

TEST_CASE("a WAV file with lengths that are not known is read to its end")
{
    std::string bytes = wavFrom(tone());
    for (const std::size_t at : {4U, 5U, 6U, 40U, 41U, 42U}) {
        bytes[at] = '\xFF';
    }
    const auto sound = soundFromWav(bytes);
    REQUIRE(sound);
    CHECK(*sound == tone());
}

TEST_CASE("what is no WAV file is refused by name, at any length")
{
    const std::string whole = wavFrom(tone());
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
    const Sound whole = tone();
    const Sound all = joined({silence(100ms), whole, silence(300ms)});
    CHECK(all.samples.size() == whole.samples.size() + silence(400ms).samples.size());
    const Sound heard = trimmed(all);
    CHECK(heard.samples.size() <= whole.samples.size());
    CHECK(heard.samples.size() > whole.samples.size() * 9 / 10);
    CHECK(peak(heard) == peak(whole));
    CHECK(trimmed(silence(1s)).samples.empty());
}

TEST_CASE("a lower volume weakens every sample alike, down to silence")
{
    const Sound whole = tone();
    CHECK(atVolume(whole, 100) == whole);
    const Sound half = atVolume(whole, 50);
    REQUIRE(half.samples.size() == whole.samples.size());
    for (std::size_t i = 0; i < whole.samples.size(); ++i) {
        REQUIRE(half.samples[i] == whole.samples[i] / 2);
    }
    CHECK(peak(atVolume(whole, 0)) == 0);
    CHECK(atVolume(whole, 0).length() == whole.length());
}
