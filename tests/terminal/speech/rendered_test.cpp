#include "shared/voice/espeak_speech.h"
#include "terminal/speech/sentences.h"
#include "terminal/speech/speech.h"
#include "tests/shared/voice/talking.h"
#include "tests/support/catch.h"
#include "tests/terminal/speech/scenes.h"

#include <algorithm>
#include <set>

using namespace talon;
using namespace talon::terminal;
using namespace talon::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::set<std::pair<std::string, std::string>> allSentences()
{
    std::set<std::pair<std::string, std::string>> all;
    for (const std::string language : {"ru", "en"}) {
        for (const Scene& scene : scenes(language)) {
            for (const std::string& said : saidOf(scene.telling, language)) {
                for (const voice::Phrase& phrase : sentencesOf(said, language)) {
                    all.emplace(phrase.language, phrase.text);
                }
            }
        }
    }
    return all;
}

long lettersOf(const std::string& text)
{
    return std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

} // namespace

TEST_CASE("every sentence of every prompt is spoken, loud enough, at the pace of a calm speaker")
{
    voice::EspeakSpeech engine(u"espeak-ng"_s, PromptManner);
    const auto sentences = allSentences();
    CHECK(sentences.size() > 150);
    for (const auto& [language, text] : sentences) {
        INFO(language << ": " << text);
        const auto sound = spoken(engine, {.text = text, .language = language});
        REQUIRE(sound);
        CHECK(voice::peak(*sound) > 4000);
        const auto letters = lettersOf(text);
        const auto ms = sound->length().count();
        // A calm reader says 10 to 16 letters a second; single letters and figures take longer.
        CHECK(ms >= letters * 45);
        CHECK(ms <= 500 + letters * 130);
    }
}
