#include "shared/voice/resample.h"

#include "tests/shared/voice/tones.h"
#include "tests/support/catch.h"

#include <cstdlib>

using namespace talon::test;
using namespace talon::voice;

TEST_CASE("a tone keeps its pitch, length and loudness at another rate")
{
    for (const int from : {8000, 11025, 16000, 32000, 44100, 48000, 96000, 192000}) {
        for (const int to : {22050, 48000}) {
            INFO(from << " to " << to);
            const Sound tone = toneOf(1000, 0.5, from, 0.5);
            const Sound other = resampled(tone, to);
            CHECK(other.rate == to);
            CHECK(std::abs(static_cast<int>(other.samples.size()) - to / 2) <= 1 + to / from);
            CHECK(strengthOf(other, 1000) == Approx(0.5).margin(0.01));
            CHECK(levelOf(other) == Approx(levelOf(tone)).epsilon(0.02)); // Nothing else in it.
        }
    }
}

TEST_CASE("what the lower rate cannot carry is taken out and does not come back as a whistle")
{
    for (const double hertz : {13000.0, 15000.0, 19000.0}) {
        INFO(hertz);
        const Sound lower = resampled(toneOf(hertz, 0.5, 48000, 0.5), 22050);
        CHECK(levelOf(lower) < 0.01 * 32767 * 0.5);
    }
}

TEST_CASE("the same rate is the same sound, and the loudest sound does not turn over")
{
    const Sound tone = toneOf(440, 0.1, 22050, 0.9);
    CHECK(resampled(tone, 22050) == tone);
    Sound square{.rate = 48000, .samples = {}};
    for (int i = 0; i < 4800; ++i) {
        square.samples.push_back(i / 50 % 2 == 0 ? 32767 : -32767);
    }
    const Sound lower = resampled(square, 22050);
    const auto rate = static_cast<std::size_t>(lower.rate);
    for (std::size_t i = 100; i + 100 < lower.samples.size(); ++i) {
        // In the middle of a half wave the sign is the square's.
        const double phase = static_cast<double>(i) * 48000 / static_cast<double>(rate) / 50;
        const double within = phase - static_cast<double>(static_cast<int>(phase));
        if (within > 0.3 && within < 0.7) {
            CHECK((lower.samples[i] > 0) == (static_cast<int>(phase) % 2 == 0));
        }
    }
    CHECK(resampled({.rate = 8000, .samples = {}}, 22050).samples.empty());
}
