#include "terminal/speech/sentences.h"

#include <algorithm>

namespace talon::terminal {

namespace {

constexpr std::string_view Ends = ".!?";

bool isLatin(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

bool isFigure(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// The first byte of a Cyrillic letter in UTF-8, Kazakh and Tatar ones too.
bool isCyrillic(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0xD0U && value <= 0xD3U;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

void add(std::vector<voice::Phrase>& phrases, std::string_view sentence, std::string_view language)
{
    const std::string_view text = trimmed(sentence);
    const bool hasLatin = std::ranges::any_of(text, isLatin);
    const bool hasCyrillic = std::ranges::any_of(text, isCyrillic);
    if (!hasLatin && !hasCyrillic && !std::ranges::any_of(text, isFigure)) {
        return;
    }
    const std::string_view voice = hasCyrillic ? "ru" : hasLatin ? "en" : language;
    phrases.push_back({.text = std::string(text), .language = std::string(voice)});
}

} // namespace

std::vector<voice::Phrase> sentencesOf(std::string_view text, std::string_view language)
{
    std::vector<voice::Phrase> phrases;
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        // "3.5" and "talon.ru" go on; so does whatever has no blank behind its sign.
        const bool ends = Ends.find(text[i]) != std::string_view::npos &&
                          (text[i + 1] == ' ' || text[i + 1] == '\n');
        if (ends || text[i] == '\n') {
            add(phrases, text.substr(begin, i + 1 - begin), language);
            begin = i + 1;
        }
    }
    add(phrases, text.substr(begin), language);
    return phrases;
}

} // namespace talon::terminal
