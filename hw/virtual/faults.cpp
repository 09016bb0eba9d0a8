#include "hw/virtual/faults.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <string>

namespace talon::hw {
namespace {

struct Flag
{
    std::string_view word;
    bool Faults::*field;
};

constexpr std::array Flags{
    Flag{"paper-out", &Faults::paperOut},   Flag{"near-end", &Faults::nearEnd},
    Flag{"cover-open", &Faults::coverOpen}, Flag{"cutter-jam", &Faults::cutterJam},
    Flag{"broken", &Faults::broken},        Flag{"no-reply", &Faults::noReply},
    Flag{"no-confirm", &Faults::noConfirm}, Flag{"gone", &Faults::gone},
};

struct Amount
{
    std::string_view word;
    std::optional<int> Faults::*field;
    int least;
};

constexpr std::array Amounts{
    Amount{"dies-after", &Faults::diesAfterBytes, 0},
    Amount{"stalls-after", &Faults::stallsAfterBytes, 0},
    Amount{"paper-out-after", &Faults::paperOutAfterRows, 0},
    Amount{"mm-per-second", &Faults::mmPerSecond, 1},
};

std::string knownWords()
{
    std::string words;
    for (const Flag& flag : Flags) {
        words += std::string(flag.word) + ", ";
    }
    for (const Amount& amount : Amounts) {
        words += std::string(amount.word) + " N, ";
    }
    return words.substr(0, words.size() - 2);
}

std::string withoutComments(std::string_view text)
{
    std::string kept;
    bool comment = false;
    for (const char letter : text) {
        comment = letter == '#' || (comment && letter != '\n');
        kept += comment ? ' ' : letter;
    }
    return kept;
}

std::optional<int> number(const std::string& word)
{
    int value = 0;
    const char* const end = word.data() + word.size();
    const auto [rest, error] = std::from_chars(word.data(), end, value);
    return error == std::errc() && rest == end ? std::optional(value) : std::nullopt;
}

} // namespace

Expected<Faults, ParseError> parseFaults(std::string_view text)
{
    Faults faults;
    std::istringstream words(withoutComments(text));
    std::string word;
    while (words >> word) {
        const auto flag = std::ranges::find(Flags, word, &Flag::word);
        const auto amount = std::ranges::find(Amounts, word, &Amount::word);
        if (flag != Flags.end()) {
            faults.*flag->field = true;
        } else if (amount != Amounts.end()) {
            std::string value;
            words >> value;
            const std::optional<int> read = number(value);
            if (!read || *read < amount->least) {
                return Unexpected(ParseError{word, "needs a number after it"});
            }
            faults.*amount->field = read;
        } else {
            return Unexpected(ParseError{word, "is not a known fault; known: " + knownWords()});
        }
    }
    return faults;
}

} // namespace talon::hw
