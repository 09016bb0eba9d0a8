#pragma once

#include "display/voice/call_language.h"
#include "shared/voice/phrase.h"

#include <string_view>
#include <vector>

namespace talon::display {

/// Calls a ticket to a window, in the visitor's language if it is spoken here, else in English:
/// "Талон а ноль пятнадцать, окно пять", "Ticket A zero fifteen, window five".
voice::Phrase callPhrase(std::string_view number,
                         std::string_view window,
                         std::string_view language,
                         const std::vector<CallLanguage>& languages = ownLanguages());

} // namespace talon::display
