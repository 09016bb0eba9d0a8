#pragma once

#include <string>
#include <string_view>

namespace talon::voice {

/// The same text as espeak-ng has to be told it. Words that it would say wrongly are spelled in its
/// phonemes: it stresses "сорок" on its end, and takes the letter A of a ticket for an article. A
/// word that is misheard in the hall gets a row in pronunciation.cpp. In English the name on a
/// Russian plate is written in Latin letters: "Касса" would be spelled letter by letter.
std::string pronounced(std::string_view text, std::string_view language);

} // namespace talon::voice
