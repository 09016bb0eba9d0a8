#pragma once

#include "shared/domain/wait_range.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace talon::terminal {

/// Counts within a sentence that is spoken: written out, since a speech engine reads "от 10 минут"
/// as "от десять минут". English for every language but Russian ("ru").

/// "три человека", "three people".
std::string peopleInWords(int count, std::string_view language);

/// "от десяти до двадцати минут", "до пяти минут", "up to one hour ten minutes".
std::string waitInWords(const WaitMinutes& wait, std::string_view language);

/// "два из семи", "two of seven".
std::string positionInWords(int position, int count, std::string_view language);

/// A moment of the office's wall clock, as people speak of it.
struct SpokenMoment
{
    std::optional<std::chrono::month_day> day; ///< None: today.
    int hour = 0;
    int minute = 0;

    friend bool operator==(const SpokenMoment&, const SpokenMoment&) = default;
};

/// "сегодня в девять часов", "двадцать четвёртого ноября в четырнадцать ноль пять",
/// "on the twenty fourth of November at two oh five P M".
std::string momentInWords(const SpokenMoment& moment, std::string_view language);

} // namespace talon::terminal
