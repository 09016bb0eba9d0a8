#pragma once

#include "display/voice/call_language.h"

#include <string>
#include <vector>

namespace talon::display {

/// A word that calls are made of.
struct CallWord
{
    std::string word;
    std::string file;    ///< "pyatnadtsat", to be recorded as pyatnadtsat.wav.
    std::string example; ///< A call with it: how it has to sound.
};

/// All words of the calls of every letter, the numbers from 0 to 9999 and the windows from 1 to
/// 99, in the order in which calls need them. A plate with a name, "Касса 2", adds its own.
std::vector<CallWord> wordsOf(const CallLanguage& language,
                              const std::vector<std::string>& plates = {});

} // namespace talon::display
