#include "shared/voice/word_files.h"

#include <array>
#include <map>
#include <optional>

namespace talon::voice {

namespace {

using Spellings = std::map<char32_t, std::string_view>;

const Spellings Russian{
    {U'а', "a"},  {U'б', "b"},  {U'в', "v"},    {U'г', "g"}, {U'д', "d"},  {U'е', "e"},
    {U'ё', "yo"}, {U'ж', "zh"}, {U'з', "z"},    {U'и', "i"}, {U'й', "j"},  {U'к', "k"},
    {U'л', "l"},  {U'м', "m"},  {U'н', "n"},    {U'о', "o"}, {U'п', "p"},  {U'р', "r"},
    {U'с', "s"},  {U'т', "t"},  {U'у', "u"},    {U'ф', "f"}, {U'х', "kh"}, {U'ц', "ts"},
    {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""},  {U'ы', "y"},  {U'ь', ""},
    {U'э', "eh"}, {U'ю', "yu"}, {U'я', "ya"},
};

/// What Kazakh, Tatar and Bashkir have beyond those.
const Spellings Turkic{
    {U'ә', "ae"}, {U'ө', "oe"}, {U'ү', "ue"}, {U'ұ', "uu"}, {U'қ', "q"},
    {U'ғ', "gh"}, {U'ң', "ng"}, {U'һ', "hh"}, {U'і', "ii"}, {U'җ', "dj"},
    {U'ҙ', "dh"}, {U'ҫ', "th"}, {U'ҡ', "qq"},
};

constexpr auto Hex = std::to_array("0123456789abcdef");

std::size_t bytesOf(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80U ? 1 : byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
}

/// A sign of two bytes, small if it is Cyrillic; 0 for any other.
char32_t smallLetter(std::string_view sign)
{
    if (sign.size() != 2) {
        return 0;
    }
    const char32_t letter = (static_cast<unsigned char>(sign[0]) & 0x1FU) << 6U |
                            (static_cast<unsigned char>(sign[1]) & 0x3FU);
    if (letter >= U'А' && letter <= U'Я') {
        return letter + (U'а' - U'А');
    }
    if (letter >= 0x400 && letter < U'А') {
        return letter + (U'ё' - U'Ё');
    }
    // Beyond the Slavic letters capital and small ones take turns.
    return letter >= 0x460 && letter % 2 == 0 ? letter + 1 : letter;
}

std::optional<std::string_view> latinFor(std::string_view sign)
{
    for (const Spellings* const letters : {&Russian, &Turkic}) {
        if (const auto found = letters->find(smallLetter(sign)); found != letters->end()) {
            return found->second;
        }
    }
    return std::nullopt;
}

void addPlain(std::string& name, char sign)
{
    if (sign >= 'A' && sign <= 'Z') {
        name += static_cast<char>(sign - 'A' + 'a');
    } else if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) {
        name += sign;
    }
}

} // namespace

std::vector<std::vector<std::string>> clausesOf(std::string_view text)
{
    std::vector<std::vector<std::string>> clauses(1);
    std::string word;
    const auto endWord = [&] {
        if (!fileNameOf(word).empty()) { // A sign alone is not said.
            clauses.back().push_back(word);
        }
        word.clear();
    };
    for (const char sign : text) {
        if (sign == ' ') {
            endWord();
        } else if (sign == ',') {
            endWord();
            if (!clauses.back().empty()) {
                clauses.emplace_back();
            }
        } else {
            word += sign;
        }
    }
    endWord();
    if (clauses.back().empty()) {
        clauses.pop_back();
    }
    return clauses;
}

std::string fileNameOf(std::string_view word)
{
    std::string name;
    while (!word.empty()) {
        const std::string_view sign = word.substr(0, bytesOf(word.front()));
        word.remove_prefix(sign.size());
        if (sign.size() == 1) {
            addPlain(name, sign.front());
        } else if (const auto latin = latinFor(sign)) {
            name += *latin;
        } else {
            name += 'u';
            for (const char byte : sign) {
                name += Hex.at(static_cast<unsigned char>(byte) >> 4U);
                name += Hex.at(static_cast<unsigned char>(byte) & 0xFU);
            }
        }
    }
    return name;
}

} // namespace talon::voice
