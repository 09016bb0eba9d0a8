#pragma once

#include <string>

namespace talon::voice {

/// What is said aloud, and in which language's voice.
struct Phrase
{
    std::string text;
    std::string language; ///< Of the voice: "ru", "en".

    friend bool operator==(const Phrase&, const Phrase&) = default;
};

} // namespace talon::voice
