#include "shared/voice/pronunciation.h"

#include "shared/voice/espeak_speech.h"
#include "tests/shared/voice/talking.h"
#include "tests/support/catch.h"

#include <QProcess>

using namespace talon;
using namespace talon::test;
using namespace talon::voice;
using namespace Qt::StringLiterals;

namespace {

/// What espeak-ng makes of a text, in its phonemes.
std::string phonemes(const std::string& text, const char* language)
{
    QProcess process;
    process.start(u"espeak-ng"_s, {u"-v"_s, QString::fromLatin1(language), u"-q"_s, u"-x"_s,
                                   u"--"_s, QString::fromStdString(text)});
    REQUIRE(process.waitForFinished());
    return process.readAllStandardOutput().simplified().toStdString();
}

} // namespace

TEST_CASE("only the words that would be said wrongly are spelled")
{
    CHECK(pronounced("Талон а ноль сорок два, окно сорок", "ru") ==
          "Талон а ноль [[s'orVk]] два, окно [[s'orVk]]");
    CHECK(pronounced("Талон а сороковой", "ru") == "Талон а сороковой");
    CHECK(pronounced("сорок", "kk") == "сорок");
    CHECK(pronounced("Ticket A zero fifteen, window A", "en") ==
          "Ticket [['eI]] zero [[fIft'i:n]], window [['eI]]");
    CHECK(pronounced("A ticket. A ticket", "en") == "A ticket. A ticket");
    CHECK(pronounced("Ticket B five, Касса two", "en") == "Ticket B five, kassa two");
    CHECK(pronounced("", "ru").empty());
}

TEST_CASE("espeak-ng takes the spelled words for the words they are")
{
    CHECK(phonemes("сорок", "ru") != phonemes(pronounced("сорок", "ru"), "ru"));
    CHECK(phonemes(pronounced("сорок", "ru"), "ru") == "s'orVk");
    for (const char* const word : {"thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                                   "eighteen", "nineteen", "geh", "eff", "shchah"}) {
        INFO(word);
        const std::string said = phonemes(pronounced(word, "en"), "en");
        CHECK(pronounced(word, "en") == "[[" + said + "]]"); // It knows every phoneme of it.
    }
}

TEST_CASE("a number with a spelled word sounds unlike its neighbours")
{
    EspeakSpeech speech(u"espeak-ng"_s);
    std::vector<Sound> sounds;
    for (const char* const word : {"тридцать", "сорок", "пятьдесят", "шестьдесят"}) {
        const auto sound = spoken(speech, {.text = word, .language = "ru"});
        REQUIRE(sound);
        for (const Sound& other : sounds) {
            CHECK_FALSE(*sound == other);
        }
        sounds.push_back(*sound);
    }
}
