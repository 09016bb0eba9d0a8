#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace talon::api {

/// What stands in a path for the braces of a pattern that it fits.
struct Meant
{
    std::int64_t id = 0;
    std::string name = {};
};

/// None when the path does not fit the pattern. A pattern has one pair of braces at most:
/// "{window}" stands for an id from 1, "{file}" at its end for a name, which is decoded and not
/// judged.
std::optional<Meant> meantBy(std::string_view pattern, std::string_view path);

} // namespace talon::api
