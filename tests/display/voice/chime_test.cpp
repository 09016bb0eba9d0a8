#include "display/voice/chime.h"

#include "tests/support/catch.h"

#include <cmath>
#include <numbers>

using namespace talon::display;
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
