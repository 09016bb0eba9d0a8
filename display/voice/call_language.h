#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/voice/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talon::display {

/// How calls are made in a language.
struct CallLanguage
{
    std::string code;  ///< Of the visitor's language: "kk".
    std::string voice; ///< Of the speech engine, and the folder of its recorded words.
    std::string call;  ///< "Талон {number}, терезе {window}".
    /// To a plate with a word on it, "Касса 2": "Талон {number}, {window}".
    std::string callToNamed;
    /// None: Talon has the numbers of this language (shared/voice/words.h).
    std::optional<voice::Reading> reading;

    friend bool operator==(const CallLanguage&, const CallLanguage&) = default;
};

/// Russian and English.
std::vector<CallLanguage> ownLanguages();

/// From the text of a file such as packaging/voices/kk.voice. The fault names its line.
Expected<CallLanguage, ParseError> callLanguageFrom(std::string_view text);

/// Our own and these; one of ours is replaced by its namesake.
std::vector<CallLanguage> withOthers(std::vector<CallLanguage> others);

} // namespace talon::display
