#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talon::voice {

/// The words of a phrase, by the parts between its commas.
std::vector<std::vector<std::string>> clausesOf(std::string_view text);

/// How the recording of a word is called, without ".wav": "пятнадцать" is "pyatnadtsat". Plain
/// small letters and figures, whatever the language: it survives every archive and every computer.
std::string fileNameOf(std::string_view word);

} // namespace talon::voice
