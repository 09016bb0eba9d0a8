#include "shared/voice/pronunciation.h"

#include "shared/voice/word_files.h"

#include <array>

namespace talon::voice {

namespace {

struct Row
{
    std::string_view language;
    std::string_view word;
    std::string_view phonemes; ///< As `espeak-ng -x` writes them.
};

constexpr std::array Rows{
    Row{"ru", "сорок", "s'orVk"},
    Row{"ru", "Сорок", "s'orVk"},
    // Fifteen and fifty differ by little else in an echoing hall.
    Row{"en", "thirteen", "T3:t'i:n"},
    Row{"en", "fourteen", "fo@t'i:n"},
    Row{"en", "fifteen", "fIft'i:n"},
    Row{"en", "sixteen", "sIkst'i:n"},
    Row{"en", "seventeen", "sEv@nt'i:n"},
    Row{"en", "eighteen", "eIt'i:n"},
    Row{"en", "nineteen", "naInt'i:n"},
    // Names of Russian letters (words.cpp).
    Row{"en", "geh", "g'eI"},
    Row{"en", "eff", "'Ef"},
    Row{"en", "shchah", "StS'A:"},
};

constexpr std::string_view LetterA = "'eI";

bool endsWord(char sign)
{
    return std::string_view(" ,.!?:;").find(sign) != std::string_view::npos;
}

/// A capital A inside a sentence is no article.
bool isInSentence(std::string_view before)
{
    const auto last = before.find_last_not_of(' ');
    return last != std::string_view::npos &&
           std::string_view(".!?").find(before[last]) == std::string_view::npos;
}

/// Two bytes of UTF-8 from D0 for each letter; a letter alone has a name of its own.
bool isCyrillicWord(std::string_view word)
{
    const auto first = static_cast<unsigned char>(word.empty() ? '\0' : word.front());
    return first >= 0xD0U && first <= 0xD3U && word.size() > 2;
}

std::string_view
phonemesOf(std::string_view word, std::string_view before, std::string_view language)
{
    for (const Row& row : Rows) {
        if (row.language == language && row.word == word) {
            return row.phonemes;
        }
    }
    return language == "en" && word == "A" && isInSentence(before) ? LetterA : std::string_view();
}

} // namespace

std::string pronounced(std::string_view text, std::string_view language)
{
    std::string said;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && !endsWord(text[end])) {
            ++end;
        }
        const std::string_view word = text.substr(at, end - at);
        const std::string_view phonemes = phonemesOf(word, text.substr(0, at), language);
        if (!phonemes.empty()) {
            said.append("[[").append(phonemes).append("]]");
        } else if (language == "en" && isCyrillicWord(word)) {
            said += fileNameOf(word);
        } else {
            said += word;
        }
        while (end < text.size() && endsWord(text[end])) {
            said += text[end];
            ++end;
        }
        at = end;
    }
    return said;
}

} // namespace talon::voice
