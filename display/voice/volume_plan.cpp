#include "display/voice/volume_plan.h"

#include <charconv>
#include <optional>

namespace talon::display {

namespace {

std::optional<int> numberFrom(std::string_view text)
{
    int number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, number);
    return fault == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

std::optional<std::chrono::minutes> momentFrom(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || text.size() - colon != 3) {
        return std::nullopt;
    }
    const auto hour = numberFrom(text.substr(0, colon));
    const auto minute = numberFrom(text.substr(colon + 1));
    if (!hour || !minute || *hour < 0 || *hour > 24 || *minute < 0 || *minute > 59 ||
        *hour * 60 + *minute > 24 * 60) {
        return std::nullopt;
    }
    return std::chrono::minutes(*hour * 60 + *minute);
}

bool holds(const VolumePlan::Stretch& stretch, std::chrono::minutes ofDay)
{
    return stretch.from < stretch.to ? ofDay >= stretch.from && ofDay < stretch.to
                                     : ofDay >= stretch.from || ofDay < stretch.to;
}

} // namespace

int VolumePlan::at(std::chrono::minutes ofDay) const
{
    int now = percent;
    for (const Stretch& stretch : stretches) {
        if (holds(stretch, ofDay)) {
            now = stretch.percent;
        }
    }
    return now;
}

Expected<int, ParseError> percentFrom(std::string_view text)
{
    const auto percent = numberFrom(text);
    if (!percent || *percent < 0 || *percent > 100) {
        return Unexpected(ParseError{.field = "", .what = "is no percentage from 0 to 100"});
    }
    return *percent;
}

Expected<VolumePlan::Stretch, ParseError> stretchFrom(std::string_view text)
{
    const auto dash = text.find('-');
    const auto equals = text.find('=');
    if (dash != std::string_view::npos && equals != std::string_view::npos && dash < equals) {
        const auto from = momentFrom(text.substr(0, dash));
        const auto to = momentFrom(text.substr(dash + 1, equals - dash - 1));
        const auto percent = percentFrom(text.substr(equals + 1));
        if (from && to && percent) {
            return VolumePlan::Stretch{.from = *from, .to = *to, .percent = *percent};
        }
    }
    return Unexpected(
        ParseError{.field = "", .what = "is no stretch of a day such as 13:00-14:00=40"});
}

} // namespace talon::display
