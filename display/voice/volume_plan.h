#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <chrono>
#include <string_view>
#include <vector>

namespace talon::display {

/// How loud calls are in the course of a day, in percent of the full amplitude: 50 is 6 dB less.
struct VolumePlan
{
    /// From a minute of the day up to another one; past midnight when that is not later.
    struct Stretch
    {
        std::chrono::minutes from{0};
        std::chrono::minutes to{0};
        int percent = 100;

        friend bool operator==(const Stretch&, const Stretch&) = default;
    };

    int percent = 100;
    std::vector<Stretch> stretches; ///< Of those that overlap the one named last holds.

    int at(std::chrono::minutes ofDay) const;

    friend bool operator==(const VolumePlan&, const VolumePlan&) = default;
};

/// "40": a share from 0 to 100.
Expected<int, ParseError> percentFrom(std::string_view text);

/// "13:00-14:00=40".
Expected<VolumePlan::Stretch, ParseError> stretchFrom(std::string_view text);

} // namespace talon::display
