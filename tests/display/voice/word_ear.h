#pragma once

#include "shared/voice/sound.h"
#include "tests/shared/voice/tones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace talon::test {

/// Tells words apart by their sound alone: the loudness of a dozen bands, fifty times a second,
/// compared while time may stretch (dynamic time warping). Knows the words it was taught.
class WordEar
{
public:
    void teach(std::string word, const voice::Sound& sound)
    {
        m_words.emplace_back(std::move(word), framesOf(sound));
    }

    /// The word that it sounds like most.
    std::string heard(const voice::Sound& sound) const
    {
        const Frames frames = framesOf(sound);
        std::string nearest;
        double least = std::numeric_limits<double>::max();
        for (const auto& [word, taught] : m_words) {
            if (const double distance = between(frames, taught); distance < least) {
                least = distance;
                nearest = word;
            }
        }
        return nearest;
    }

private:
    static constexpr std::size_t Bands = 14;
    using Frame = std::array<double, Bands>;
    using Frames = std::vector<Frame>;

    static Frames framesOf(const voice::Sound& sound)
    {
        const auto step = static_cast<std::size_t>(sound.rate / 50);
        Frames frames;
        for (std::size_t at = 0; at + 2 * step <= sound.samples.size(); at += step) {
            voice::Sound stretch{.rate = sound.rate, .samples = {}};
            for (std::size_t i = 0; i < 2 * step; ++i) {
                const double window =
                    0.5 - 0.5 * std::cos(std::numbers::pi * static_cast<double>(i) /
                                         static_cast<double>(step));
                stretch.samples.push_back(
                    static_cast<std::int16_t>(sound.samples[at + i] * window));
            }
            Frame frame{};
            double hertz = 200;
            for (double& band : frame) {
                double energy = 0;
                for (const double share : {0.9, 0.95, 1.0, 1.05, 1.1}) {
                    energy += std::pow(strengthOf(stretch, hertz * share), 2);
                }
                band = std::log(energy + 1e-7);
                hertz *= 1.3;
            }
            frames.push_back(frame);
        }
        return frames;
    }

    static double apart(const Frame& one, const Frame& other)
    {
        double sum = 0;
        for (std::size_t i = 0; i < Bands; ++i) {
            sum += std::pow(one[i] - other[i], 2);
        }
        return std::sqrt(sum);
    }

    static double between(const Frames& one, const Frames& other)
    {
        constexpr double Far = 1e9;
        std::vector<double> before(other.size() + 1, Far);
        before[0] = 0;
        for (const Frame& frame : one) {
            std::vector<double> now(other.size() + 1, Far);
            for (std::size_t i = 0; i < other.size(); ++i) {
                now[i + 1] = apart(frame, other[i]) + std::min({before[i], before[i + 1], now[i]});
            }
            before = std::move(now);
        }
        return before.back() / static_cast<double>(one.size() + other.size());
    }

    std::vector<std::pair<std::string, Frames>> m_words;
};

} // namespace talon::test
