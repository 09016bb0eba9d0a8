#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace talon::voice {

/// A number in words, as it is read aloud: 215 is "двести пятнадцать", "two hundred and fifteen".
/// From 0 to 9999; in English for every language but Russian ("ru").
std::string numberInWords(int number, std::string_view language);

/// What stands on a ticket or a window's plate, as it is read aloud: "А015" is "а ноль
/// пятнадцать". Leading zeros are said one by one, letters by their names, words as they are,
/// signs between them are pauses of a word. More than four figures in a row are said singly.
std::string labelInWords(std::string_view label, std::string_view language);

/// The words of a language in which numbers are read figure by figure.
struct Reading
{
    std::array<std::string, 10> figures;
    /// What a letter is called; one that is missing is left to the speech engine.
    std::map<std::string, std::string, std::less<>> letters;

    friend bool operator==(const Reading&, const Reading&) = default;
};

/// The same in such a language: "А015" is "А нөл бір бес".
std::string labelInWords(std::string_view label, const Reading& reading);

/// Whether a label has a word in it, not only letters and figures: "Касса 2", not "5А".
bool hasWord(std::string_view label);

} // namespace talon::voice
