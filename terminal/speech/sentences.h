#pragma once

#include "shared/voice/phrase.h"

#include <string_view>
#include <vector>

namespace talon::terminal {

/// A text sentence by sentence, each in the voice that can read it: a Russian name within an
/// English text is said in Russian, "English: top right corner." within a Russian one in English.
/// What has no letter and no figure is left out.
std::vector<voice::Phrase> sentencesOf(std::string_view text, std::string_view language);

} // namespace talon::terminal
