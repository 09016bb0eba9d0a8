#pragma once

#include "controller/queue/commands.h"
#include "controller/queue/office.h"

#include <optional>
#include <string>
#include <vector>

/// How the lines of a scenario are read.
namespace talon::test {

using Words = std::vector<std::string>;

Words wordsOf(const std::string& line);

/// The number after a word: 7 in "call window 1 by 7" for "by".
std::optional<std::int64_t> after(const Words& words, const char* word);

/// The word after a word.
std::optional<std::string> wordAfter(const Words& words, const char* word);

bool has(const Words& words, const char* word);

std::optional<Day> dayFrom(const std::string& text);
std::optional<std::chrono::minutes> minuteFrom(const std::string& text);

const queue::Visit* visitNumbered(const queue::Office& office, const std::string& number);

/// None when nobody can read it.
std::optional<queue::Command>
commandFrom(const queue::Office& office, const Words& words, const OfficeTime& time);

} // namespace talon::test
