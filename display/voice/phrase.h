#pragma once

#include <string>
#include <string_view>

namespace talon::voice {

/// What is said aloud, and in which language's voice.
struct Phrase
{
    std::string text;
    std::string language; ///< "ru" or "en".

    friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// Calls a ticket to a window, in the visitor's language if it is spoken here, else in English:
/// "Талон а ноль пятнадцать, окно пять", "Ticket A zero fifteen, window five".
Phrase callPhrase(std::string_view number, std::string_view window, std::string_view language);

} // namespace talon::voice
