#pragma once

#include "controller/simulation/measures.h"
#include "controller/simulation/wall_clock.h"
#include "shared/domain/settings.h"

#include <string>
#include <vector>

namespace talon::simulation {

struct Result
{
    std::string variant;
    Measures measures;
};

/// Measures down, variants across, to be read on a terminal. Names are those of the settings in
/// this language.
std::string tableOf(const std::vector<Result>& results,
                    const OfficeSettings& settings,
                    const std::string& language);

/// One row for each variant and group, to be read by a program; spans in seconds, shares 0 to 1.
std::string csvOf(const std::vector<Result>& results);

std::string turnHeader();
std::string turnLine(const std::string& variant,
                     const Turn& turn,
                     const OfficeSettings& settings,
                     const WallClock& clock);

} // namespace talon::simulation
