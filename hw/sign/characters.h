#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace talon::hw {

/// Which letters a sign has, and which byte is which.
enum class SignCharacters {
    Digits, ///< Digits, "-" and blank: seven segments.
    Ascii,  ///< Latin letters.
    Cp866,  ///< Latin and Russian.
    Cp1251, ///< Latin and Russian.
};

inline constexpr std::array SignCharacterSets{SignCharacters::Digits, SignCharacters::Ascii,
                                              SignCharacters::Cp866, SignCharacters::Cp1251};

std::string_view name(SignCharacters characters);
std::optional<SignCharacters> signCharactersFrom(std::string_view name);

enum class SignAlign { Left, Right };

std::string_view name(SignAlign align);
std::optional<SignAlign> signAlignFrom(std::string_view name);

/// How the text, which is UTF-8, can be shown: a byte for each character. What the sign does not
/// have becomes what looks most like it, so that the number on the ticket is found again:
///
///     А В Е К М Н О Р С Т У Х   the Latin letter of the same shape
///     Ё Ә Қ Ң Ө …               the letter without its mark, where that is there
///     Б Г Д Ж З …               a Latin letter of their own, as a rule that of the same sound
///     — –                       "-"
///
/// Lower case without a byte of its own is shown as upper case. Digits stay digits, and no letter
/// ever becomes one: a letter that has no likeness is left out, as is each on a sign of digits.
std::string signBytes(std::string_view text, SignCharacters characters);

/// The same for a sign of so many places: filled with blanks, or cut from the left, where a number
/// has its letter. All blanks when nothing of the text can be shown.
std::string
signCells(std::string_view text, SignCharacters characters, int places, SignAlign align);

} // namespace talon::hw
