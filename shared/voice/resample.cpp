#include "shared/voice/resample.h"

#include "shared/base/ensure.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace talon::voice {

namespace {

constexpr double LobesASide = 16;
constexpr double SampleMax = 32767;

/// A windowed sinc, for an output that lies `fraction` of a sample behind an input.
std::vector<double> kernelAt(double fraction, double cutoff, std::int64_t reach)
{
    std::vector<double> weights;
    double sum = 0;
    for (std::int64_t tap = -reach; tap <= reach; ++tap) {
        const double t = static_cast<double>(tap) - fraction;
        const double angle = std::numbers::pi * cutoff * t;
        const double sinc = std::abs(angle) < 1e-9 ? 1 : std::sin(angle) / angle;
        const double share = std::min(1.0, std::abs(t) / (static_cast<double>(reach) + 1));
        weights.push_back(sinc * 0.5 * (1 + std::cos(std::numbers::pi * share)));
        sum += weights.back();
    }
    for (double& weight : weights) {
        weight /= sum;
    }
    return weights;
}

} // namespace

Sound resampled(const Sound& sound, int rate)
{
    TALON_ENSURE(rate > 0 && sound.rate > 0);
    if (rate == sound.rate) {
        return sound;
    }
    const auto from = std::int64_t{sound.rate};
    const auto to = std::int64_t{rate};
    const double cutoff = std::min(1.0, static_cast<double>(to) / static_cast<double>(from)) * 0.95;
    const auto reach = static_cast<std::int64_t>(std::ceil(LobesASide / cutoff));
    const auto step = std::gcd(from, to);
    std::vector<std::vector<double>> kernels(static_cast<std::size_t>(to / step));
    const auto count = static_cast<std::int64_t>(sound.samples.size());
    Sound result{.rate = rate, .samples = {}};
    result.samples.resize(static_cast<std::size_t>(count * to / from));
    for (std::size_t i = 0; i < result.samples.size(); ++i) {
        const auto position = static_cast<std::int64_t>(i) * from;
        const std::int64_t rest = position % to;
        auto& kernel = kernels[static_cast<std::size_t>(rest / step)];
        if (kernel.empty()) {
            kernel = kernelAt(static_cast<double>(rest) / static_cast<double>(to), cutoff, reach);
        }
        const std::int64_t first = position / to - reach;
        double value = 0;
        for (std::size_t tap = 0; tap < kernel.size(); ++tap) {
            const std::int64_t at = first + static_cast<std::int64_t>(tap);
            if (at >= 0 && at < count) {
                value += kernel[tap] * sound.samples[static_cast<std::size_t>(at)];
            }
        }
        result.samples[i] =
            static_cast<std::int16_t>(std::lround(std::clamp(value, -SampleMax, SampleMax)));
    }
    return result;
}

} // namespace talon::voice
