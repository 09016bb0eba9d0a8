#include "display/voice/call_language.h"

#include "display/voice/call_phrase.h"
#include "tests/support/catch.h"

#include <fstream>
#include <sstream>

using namespace talon::display;

namespace {

std::string textOf(const char* path)
{
    std::ifstream file(path);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::string Figures = "figures = n0 n1 n2 n3 n4 n5 n6 n7 n8 n9\n";

} // namespace

TEST_CASE("the Kazakh voice that comes with Talon makes calls")
{
    const auto kazakh = callLanguageFrom(textOf(TALON_SOURCE_DIR "/packaging/voices/kk.voice"));
    REQUIRE(kazakh);
    CHECK(kazakh->voice == "kk");
    const auto languages = withOthers({*kazakh});
    CHECK(languages.size() == 3);
    CHECK(callPhrase("А015", "5", "kk", languages) ==
          talon::voice::Phrase{.text = "Талон а нөл бір бес, терезе бес", .language = "kk"});
    CHECK(callPhrase("Б-120", "12", "kk", languages).text ==
          "Талон бе бір екі нөл, терезе бір екі");
    CHECK(callPhrase("А015", "Касса 2", "kk", languages).text == "Талон а нөл бір бес, Касса екі");
    CHECK(callPhrase("А015", "5", "ru", languages).text == "Талон а ноль пятнадцать, окно пять");
    CHECK(callPhrase("А015", "5", "tt", languages).language == "en");
}

TEST_CASE("a language of ours may be called in other words and by another voice")
{
    const auto russian = callLanguageFrom("language = ru\n"
                                          "voice = ru-hall\r\n"
                                          "# the window first\n"
                                          "\n"
                                          "call = Окно {window} ждёт талон {number}\n");
    REQUIRE(russian);
    const auto languages = withOthers({*russian});
    CHECK(languages.size() == 2);
    CHECK(callPhrase("А015", "5", "ru", languages) ==
          talon::voice::Phrase{.text = "Окно пять ждёт талон а ноль пятнадцать",
                               .language = "ru-hall"});
}

TEST_CASE("a letter that the language does not name is left to the engine")
{
    const auto language =
        callLanguageFrom("language = tt\ncall = {number} {window}\n" + Figures + "letters = А=aa");
    REQUIRE(language);
    CHECK(callPhrase("АЯ7", "1", "tt", {*language}).text == "aa Я n7 n1");
}

TEST_CASE("what cannot be a voice is refused by the name of its line")
{
    struct Row
    {
        std::string text;
        std::string field;
    };
    const std::string call = "call = {number} {window}\n";
    const Row rows[] = {
        {"", "language"},
        {"language = Қазақ\n" + call + Figures, "language"},
        {"language = ../kk\n" + call + Figures, "language"},
        {"language = kk\nvoice = ../kk\n" + call + Figures, "voice"},
        {"language = kk\n" + Figures, "call"},
        {"language = kk\ncall = {number}\n" + Figures, "call"},
        {"language = kk\ncall-to-named = {window}\n" + call + Figures, "call-to-named"},
        {"language = kk\n" + call, "figures"},
        {"language = kk\n" + call + "figures = one two\n", "figures"},
        {"language = kk\n" + call + Figures + "letters = А\n", "letters"},
        {"language = kk\n" + call + Figures + "letters = А=\n", "letters"},
        {"language = kk\n" + call + Figures + "letters = =а\n", "letters"},
        {"language = kk\nwhatever = 1\n" + call + Figures, "line 2"},
        {"language = kk\nno sign\n" + call + Figures, "line 2"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto refused = callLanguageFrom(row.text);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().field == row.field);
    }
}
