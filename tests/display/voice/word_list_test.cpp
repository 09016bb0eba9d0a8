#include "display/voice/word_list.h"

#include "display/voice/call_phrase.h"
#include "shared/voice/word_files.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <map>
#include <set>

using namespace talon::display;
using talon::voice::clausesOf;
using talon::voice::fileNameOf;

namespace {

std::set<std::string> filesOf(const std::vector<CallWord>& words)
{
    std::set<std::string> files;
    for (const CallWord& word : words) {
        files.insert(word.file);
    }
    return files;
}

CallLanguage own(const char* code)
{
    for (CallLanguage& language : ownLanguages()) {
        if (language.code == code) {
            return language;
        }
    }
    FAIL(code);
    return {};
}

} // namespace

TEST_CASE("whoever records the list has every word of every call")
{
    for (const char* const code : {"ru", "en"}) {
        const auto files = filesOf(wordsOf(own(code)));
        CHECK(files.size() < 90); // An hour in a quiet room.
        for (const char* const letter : {"А", "Б", "Й", "Щ", "Ъ", "Я"}) {
            for (int number = 0; number <= 9999; number += 7) {
                const auto phrase = callPhrase(letter + std::to_string(number),
                                               std::to_string(number % 99 + 1), code);
                for (const auto& clause : clausesOf(phrase.text)) {
                    for (const std::string& word : clause) {
                        if (!files.contains(fileNameOf(word))) {
                            FAIL(phrase.text << ": " << word);
                        }
                    }
                }
            }
        }
    }
}

TEST_CASE("no two words are one file, and each stands in its example")
{
    for (const char* const code : {"ru", "en"}) {
        std::set<std::string> words;
        for (const CallWord& word : wordsOf(own(code))) {
            INFO(word.word);
            CHECK_FALSE(word.file.empty());
            CHECK(std::ranges::all_of(word.file, [](char sign) {
                return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
            }));
            CHECK(words.insert(word.word).second);
            CHECK((" " + word.example + ",").find(word.word) != std::string::npos);
        }
    }
    // Two words with one file would have lost one of them: these are all, one by one.
    std::map<std::string, std::string> wordOf;
    for (int number = 0; number <= 9999; ++number) {
        for (const auto& clause : clausesOf(callPhrase(std::to_string(number), "1", "ru").text)) {
            for (const std::string& word : clause) {
                CHECK(wordOf.emplace(fileNameOf(word), word).first->second == word);
            }
        }
    }
}

TEST_CASE("a window with a name adds its words")
{
    const auto with = filesOf(wordsOf(own("ru"), {"Касса 2", "Окно выдачи"}));
    const auto without = filesOf(wordsOf(own("ru")));
    CHECK(with.size() == without.size() + 2);
    CHECK(with.contains("kassa"));
    CHECK(with.contains("vydachi"));
}
