#include "terminal/speech/prompts.h"

#include "terminal/speech/sentences.h"
#include "tests/support/catch.h"
#include "tests/terminal/speech/scenes.h"

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

using namespace talon;
using namespace talon::terminal;
using namespace talon::test;

namespace {

constexpr auto Kept = TALON_SOURCE_DIR "/tests/golden/speech/prompts.txt";

std::string allPrompts()
{
    std::string all;
    for (const std::string language : {"ru", "en"}) {
        for (const Scene& scene : scenes(language)) {
            all += "# " + language + ": " + scene.name + "\n";
            for (const std::string& said : saidOf(scene.telling, language)) {
                all += said + "\n";
            }
            all += "\n";
        }
    }
    return all;
}

bool hasFigure(const std::string& text)
{
    return text.find_first_of("0123456789") != std::string::npos;
}

} // namespace

TEST_CASE("everything that is said stands in tests/golden/speech/prompts.txt")
{
    const std::string now = allPrompts();
    if (std::getenv("TALON_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(Kept) << now;
    }
    std::ostringstream kept;
    kept << std::ifstream(Kept).rdbuf();
    INFO("TALON_UPDATE_GOLDEN=1 rewrites it: review the diff");
    CHECK(now == kept.str());
}

TEST_CASE("a number is never left to the engine's own grammar")
{
    for (const std::string language : {"ru", "en"}) {
        for (const Scene& scene : scenes(language)) {
            for (const std::string& said : saidOf(scene.telling, language)) {
                INFO(said);
                // The made-up services have one in their own names.
                CHECK((!hasFigure(said) || said.find("Услуга") != std::string::npos));
                CHECK(said.find("  ") == std::string::npos);
                CHECK(said.find("..") == std::string::npos);
            }
        }
    }
}

TEST_CASE("no two screens sound alike, and none is silent")
{
    for (const std::string language : {"ru", "en"}) {
        std::set<std::string> heard;
        for (const Scene& scene : scenes(language)) {
            INFO(language << " " << scene.name);
            const std::string prompt = screenPrompt(scene.telling, language);
            CHECK(prompt.size() > 15);
            // "No numbers left" and "the day's limit" are the same news to a visitor.
            if (scene.name != "refused, dayLimit") {
                CHECK(heard.insert(prompt).second);
            }
        }
    }
}

TEST_CASE("the number is said first and once more at the end")
{
    const std::string said = screenPrompt(ticket(PrintOutcome::NotReported), "ru");
    CHECK(said.rfind("Ваш номер: а ноль пятнадцать. ", 0) == 0);
    CHECK(said.find("Ещё раз, ваш номер: а ноль пятнадцать.") + 1 > said.size() / 2);
}

TEST_CASE("each sentence is said in the voice that can read it")
{
    using voice::Phrase;
    CHECK(sentencesOf("Two of seven. Оплата. Waiting time: 5 minutes.", "en") ==
          std::vector<Phrase>{
              {"Two of seven.", "en"}, {"Оплата.", "ru"}, {"Waiting time: 5 minutes.", "en"}});
    CHECK(
        sentencesOf("Кого? English: top right corner. 17.", "ru") ==
        std::vector<Phrase>{{"Кого?", "ru"}, {"English: top right corner.", "en"}, {"17.", "ru"}});
    CHECK(sentencesOf("Сайт talon.ru, 3.5 часа", "ru") ==
          std::vector<Phrase>{{"Сайт talon.ru, 3.5 часа", "ru"}});
    CHECK(sentencesOf("Первая строка\nвторая", "ru").size() == 2);
    CHECK(sentencesOf("", "ru").empty());
    CHECK(sentencesOf(" ... — \n!", "ru").empty());
    CHECK(sentencesOf("\xD0", "en").size() == 1); // Half a letter harms nobody.
}

TEST_CASE("every word of every prompt is in a sentence of it")
{
    for (const std::string language : {"ru", "en"}) {
        for (const Scene& scene : scenes(language)) {
            for (const std::string& said : saidOf(scene.telling, language)) {
                std::string joined;
                for (const voice::Phrase& phrase : sentencesOf(said, language)) {
                    joined += (joined.empty() ? "" : " ") + phrase.text;
                }
                CHECK(joined == said);
            }
        }
    }
}
