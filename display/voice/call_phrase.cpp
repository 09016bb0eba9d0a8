#include "display/voice/call_phrase.h"

#include "shared/voice/words.h"

namespace talon::display {

voice::Phrase
callPhrase(std::string_view number, std::string_view window, std::string_view language)
{
    using voice::labelInWords;
    const bool russian = language == "ru";
    voice::Phrase phrase{.text = russian ? "Талон " : "Ticket ", .language = russian ? "ru" : "en"};
    phrase.text += labelInWords(number, phrase.language) + ", ";
    // "Окно касса два" would be said of no window.
    if (!voice::hasWord(window)) {
        phrase.text += russian ? "окно " : "window ";
    }
    phrase.text += labelInWords(window, phrase.language);
    return phrase;
}

} // namespace talon::display
