#include "hw/sign/characters.h"

#include "shared/base/ensure.h"

#include <algorithm>
#include <utility>

namespace talon::hw {
namespace {

/// What stands for a letter that a sign does not have: another letter, which may have one itself.
struct Likeness
{
    char32_t letter;
    char32_t other;
};

constexpr std::array Likenesses{
    // The same shape.
    Likeness{U'А', U'A'},
    Likeness{U'В', U'B'},
    Likeness{U'Е', U'E'},
    Likeness{U'К', U'K'},
    Likeness{U'М', U'M'},
    Likeness{U'Н', U'H'},
    Likeness{U'О', U'O'},
    Likeness{U'Р', U'P'},
    Likeness{U'С', U'C'},
    Likeness{U'Т', U'T'},
    Likeness{U'У', U'Y'},
    Likeness{U'Х', U'X'},
    // A mark less.
    Likeness{U'Ё', U'Е'},
    Likeness{U'Й', U'И'},
    Likeness{U'Ә', U'А'},
    Likeness{U'Ғ', U'Г'},
    Likeness{U'Қ', U'К'},
    Likeness{U'Ң', U'Н'},
    Likeness{U'Ө', U'О'},
    Likeness{U'Ұ', U'У'},
    Likeness{U'Ү', U'У'},
    Likeness{U'Һ', U'Н'},
    Likeness{U'І', U'I'},
    // A letter of their own, none twice; small where the large one is taken, as "B" is by В.
    Likeness{U'Б', U'b'},
    Likeness{U'Г', U'G'},
    Likeness{U'Д', U'D'},
    Likeness{U'Ж', U'J'},
    Likeness{U'З', U'Z'},
    Likeness{U'И', U'N'},
    Likeness{U'Л', U'L'},
    Likeness{U'П', U'n'},
    Likeness{U'Ф', U'F'},
    Likeness{U'Ц', U'U'},
    Likeness{U'Ч', U'h'},
    Likeness{U'Ш', U'W'},
    Likeness{U'Щ', U'w'},
    Likeness{U'Э', U'Q'},
    Likeness{U'Ю', U'V'},
    Likeness{U'Я', U'R'},
    Likeness{U'—', U'-'},
    Likeness{U'–', U'-'},
    Likeness{U'−', U'-'},
    Likeness{U'\u00A0', U' '},
};

/// The characters of well-formed UTF-8; what is none is left out.
std::u32string charactersOf(std::string_view text)
{
    std::u32string characters;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t length = first < 0x80   ? 1
                                   : first < 0xC0 ? 0
                                   : first < 0xE0 ? 2
                                   : first < 0xF0 ? 3
                                                  : 4;
        if (length == 0 || at + length > text.size()) {
            ++at;
            continue;
        }
        constexpr std::array<unsigned, 5> Masks{0, 0x7F, 0x1F, 0x0F, 0x07};
        char32_t character = first & Masks[length];
        for (std::size_t i = 1; i < length; ++i) {
            character = (character << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        }
        characters.push_back(character);
        at += length;
    }
    return characters;
}

char32_t upperCase(char32_t character)
{
    const bool isLatin = character >= U'a' && character <= U'z';
    const bool isRussian = character >= U'а' && character <= U'я';
    constexpr std::u32string_view Small = U"ёәғқңөұүһі";
    constexpr std::u32string_view Large = U"ЁӘҒҚҢӨҰҮҺІ";
    const std::size_t other = Small.find(character);
    return isLatin || isRussian                 ? character - 0x20
           : other != std::u32string_view::npos ? Large[other]
                                                : character;
}

std::optional<char> asciiByte(char32_t character)
{
    return character >= 0x20 && character < 0x7F ? std::optional(static_cast<char>(character))
                                                 : std::nullopt;
}

std::optional<char> digitByte(char32_t character)
{
    const bool isThere =
        (character >= U'0' && character <= U'9') || character == U'-' || character == U' ';
    return isThere ? asciiByte(character) : std::nullopt;
}

/// А-Я and а-п stand in a row in both; in CP866 р-я stand apart.
std::optional<char> cp866Byte(char32_t character)
{
    if (character >= U'А' && character <= U'п') {
        return static_cast<char>(0x80 + (character - U'А'));
    }
    if (character >= U'р' && character <= U'я') {
        return static_cast<char>(0xE0 + (character - U'р'));
    }
    return character == U'Ё'   ? std::optional(static_cast<char>(0xF0))
           : character == U'ё' ? std::optional(static_cast<char>(0xF1))
                               : asciiByte(character);
}

std::optional<char> cp1251Byte(char32_t character)
{
    if (character >= U'А' && character <= U'я') {
        return static_cast<char>(0xC0 + (character - U'А'));
    }
    switch (character) {
    case U'Ё': return static_cast<char>(0xA8);
    case U'ё': return static_cast<char>(0xB8);
    case U'І': return static_cast<char>(0xB2);
    case U'і': return static_cast<char>(0xB3);
    default: return asciiByte(character);
    }
}

std::optional<char> byteOf(char32_t character, SignCharacters characters)
{
    switch (characters) {
    case SignCharacters::Digits: return digitByte(character);
    case SignCharacters::Ascii: return asciiByte(character);
    case SignCharacters::Cp866: return cp866Byte(character);
    case SignCharacters::Cp1251: return cp1251Byte(character);
    }
    TALON_ENSURE(false);
}

std::optional<char> nearestByte(char32_t character, SignCharacters characters)
{
    if (const auto byte = byteOf(character, characters)) {
        return byte;
    }
    const char32_t large = upperCase(character);
    if (large != character) {
        return nearestByte(large, characters);
    }
    const auto* const found = std::ranges::find(Likenesses, character, &Likeness::letter);
    return found == Likenesses.end() ? std::nullopt : nearestByte(found->other, characters);
}

} // namespace

std::string_view name(SignCharacters characters)
{
    switch (characters) {
    case SignCharacters::Digits: return "digits";
    case SignCharacters::Ascii: return "ascii";
    case SignCharacters::Cp866: return "cp866";
    case SignCharacters::Cp1251: return "cp1251";
    }
    TALON_ENSURE(false);
}

std::optional<SignCharacters> signCharactersFrom(std::string_view name)
{
    for (const SignCharacters each : SignCharacterSets) {
        if (hw::name(each) == name) {
            return each;
        }
    }
    return std::nullopt;
}

std::string_view name(SignAlign align)
{
    switch (align) {
    case SignAlign::Left: return "left";
    case SignAlign::Right: return "right";
    }
    TALON_ENSURE(false);
}

std::optional<SignAlign> signAlignFrom(std::string_view name)
{
    for (const SignAlign each : {SignAlign::Left, SignAlign::Right}) {
        if (hw::name(each) == name) {
            return each;
        }
    }
    return std::nullopt;
}

std::string signBytes(std::string_view text, SignCharacters characters)
{
    std::string bytes;
    for (const char32_t character : charactersOf(text)) {
        if (const auto byte = nearestByte(character, characters)) {
            bytes += *byte;
        }
    }
    return bytes;
}

std::string signCells(std::string_view text, SignCharacters characters, int places, SignAlign align)
{
    const auto count = static_cast<std::size_t>(places);
    std::string cells = signBytes(text, characters);
    if (cells.size() > count) {
        return cells.substr(cells.size() - count);
    }
    const std::size_t at = align == SignAlign::Left ? cells.size() : 0;
    cells.insert(at, count - cells.size(), ' ');
    return cells;
}

} // namespace talon::hw
