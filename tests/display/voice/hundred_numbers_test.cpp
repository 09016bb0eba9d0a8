#include "display/voice/call_phrase.h"
#include "display/voice/chime.h"
#include "display/voice/voice.h"
#include "display/voice/word_list.h"
#include "shared/voice/espeak_speech.h"
#include "tests/display/voice/phrase_table.h"
#include "tests/display/voice/word_ear.h"
#include "tests/shared/voice/talking.h"
#include "tests/shared/voice/tones.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <algorithm>
#include <set>
#include <utility>

using namespace talon;
using namespace talon::display;
using namespace talon::test;
using namespace talon::voice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What comes after the chime, without the silence around it.
Sound afterChime(const Sound& call)
{
    Sound words = call;
    const auto bell = static_cast<std::ptrdiff_t>(chime().samples.size());
    REQUIRE(words.samples.size() > chime().samples.size());
    words.samples.erase(words.samples.begin(), words.samples.begin() + bell);
    return trimmed(words);
}

/// Letters, of UTF-8, without spaces and signs.
int lettersOf(const std::string& text)
{
    return static_cast<int>(std::ranges::count_if(text, [](char sign) {
        const auto byte = static_cast<unsigned char>(sign);
        return (byte & 0xC0U) != 0x80U && byte != ' ' && byte != ',';
    }));
}

/// English names of letters that people too take for one another: Е and И, А and Э.
const std::set<std::pair<std::string, std::string>> Alike{
    {"E", "ee"}, {"ee", "E"}, {"A", "eh"}, {"eh", "A"}};

std::chrono::milliseconds longestPause(const Sound& words)
{
    constexpr int Quiet = 300;
    std::size_t longest = 0;
    std::size_t now = 0;
    for (const std::int16_t sample : words.samples) {
        now = std::abs(sample) < Quiet ? now + 1 : 0;
        longest = std::max(longest, now);
    }
    return std::chrono::milliseconds(longest * 1000 / static_cast<std::size_t>(words.rate));
}

} // namespace

TEST_CASE("a hundred calls in either language become sound files that can be heard, each its own")
{
    const std::vector<PhraseRow> rows = phraseTable();
    REQUIRE(rows.size() >= 100);
    for (const std::string language : {"ru", "en"}) {
        const QTemporaryDir folder;
        const auto output = openSoundOutput(u"wav:"_s + folder.path());
        REQUIRE(output);
        EspeakSpeech speech(u"espeak-ng"_s);
        Voice voice(speech, **output);
        std::int64_t id = 0;
        for (const PhraseRow& row : rows) {
            voice.say({.id = ++id, .phrase = callPhrase(row.number, row.window, language)});
        }
        QDeadlineTimer deadline(60'000);
        while (voice.waiting() > 0 && !deadline.hasExpired()) {
            eventually([&] { return voice.waiting() == 0; });
        }
        REQUIRE(voice.waiting() == 0);
        CHECK_FALSE(voice.hasProblem());

        std::set<std::vector<std::int16_t>> sounds;
        id = 0;
        for (const PhraseRow& row : rows) {
            const std::string& text = language == "ru" ? row.russian : row.english;
            INFO(text);
            const Sound call = soundIn(folder.filePath(u"call-%1.wav"_s.arg(++id, 6, 10, '0'_L1)));
            CHECK(peak(call) < 32700); // Nothing is cut off at its top.
            const Sound words = afterChime(call);
            CHECK(peak(words) == Approx(0.85 * 32767).epsilon(0.01));
            CHECK(levelOf(words) > 2000);
            CHECK(longestPause(words) < 400ms);
            const double aLetter = static_cast<double>(words.length().count()) / lettersOf(text);
            CHECK(aLetter > 70); // Milliseconds: what is longer to read is longer to hear.
            CHECK(aLetter < 130);
            CHECK(sounds.insert(words.samples).second);
        }
    }
}

TEST_CASE("every word of the calls is known by its sound among all others, also when said faster")
{
    for (const CallLanguage& language : ownLanguages()) {
        EspeakSpeech speech(u"espeak-ng"_s);
        EspeakSpeech faster(u"espeak-ng"_s, {.wordsAMinute = 165});
        const auto words = wordsOf(language);
        WordEar ear;
        for (const CallWord& word : words) {
            const auto sound =
                spoken(speech, {.text = "- " + word.word, .language = language.voice});
            REQUIRE(sound);
            ear.teach(word.word, atPeak(*sound, 0.85));
        }
        for (const CallWord& word : words) {
            const auto sound =
                spoken(faster, {.text = "- " + word.word, .language = language.voice});
            REQUIRE(sound);
            INFO(word.word);
            const std::string heard = ear.heard(atPeak(*sound, 0.85));
            CHECK((heard == word.word || Alike.contains({word.word, heard})));
        }
    }
}
