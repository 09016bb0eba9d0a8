#include "display/voice/phrase.h"

#include "display/voice/words.h"

namespace talon::voice {

Phrase callPhrase(std::string_view number, std::string_view window, std::string_view language)
{
    const bool russian = language == "ru";
    Phrase phrase{.text = russian ? "Талон " : "Ticket ", .language = russian ? "ru" : "en"};
    phrase.text += labelInWords(number, phrase.language) + ", ";
    // "Окно касса два" would be said of no window.
    if (!hasWord(window)) {
        phrase.text += russian ? "окно " : "window ";
    }
    phrase.text += labelInWords(window, phrase.language);
    return phrase;
}

} // namespace talon::voice
