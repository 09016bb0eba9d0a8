#include "display/voice/call_phrase.h"

#include "shared/base/ensure.h"
#include "shared/voice/words.h"

#include <algorithm>

namespace talon::display {

namespace {

const CallLanguage& languageFor(std::string_view code, const std::vector<CallLanguage>& languages)
{
    for (const std::string_view wanted : {code, std::string_view("en")}) {
        const auto found = std::ranges::find(languages, wanted, &CallLanguage::code);
        if (found != languages.end()) {
            return *found;
        }
    }
    TALON_ENSURE(!languages.empty());
    return languages.front();
}

std::string inWords(std::string_view label, const CallLanguage& language)
{
    return language.reading ? voice::labelInWords(label, *language.reading)
                            : voice::labelInWords(label, language.code);
}

void replace(std::string& text, std::string_view what, const std::string& with)
{
    if (const auto at = text.find(what); at != std::string::npos) {
        text.replace(at, what.size(), with);
    }
}

} // namespace

voice::Phrase callPhrase(std::string_view number,
                         std::string_view window,
                         std::string_view language,
                         const std::vector<CallLanguage>& languages)
{
    const CallLanguage& spoken = languageFor(language, languages);
    // "Окно касса два" would be said of no window.
    voice::Phrase phrase{.text = voice::hasWord(window) ? spoken.callToNamed : spoken.call,
                         .language = spoken.voice};
    replace(phrase.text, "{number}", inWords(number, spoken));
    replace(phrase.text, "{window}", inWords(window, spoken));
    return phrase;
}

} // namespace talon::display
