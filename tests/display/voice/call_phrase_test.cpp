#include "display/voice/call_phrase.h"

#include "tests/support/catch.h"

#include <fstream>
#include <sstream>

using namespace talon::display;
using talon::voice::Phrase;

/// phrases.txt: number, window, in Russian, in English, a bar between.
TEST_CASE("calls are said as they are written in phrases.txt")
{
    std::ifstream file(TALON_SOURCE_DIR "/tests/display/voice/phrases.txt");
    int rows = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::istringstream cells(line);
        std::string number;
        std::string window;
        std::string russian;
        std::string english;
        std::getline(cells, number, '|');
        std::getline(cells, window, '|');
        std::getline(cells, russian, '|');
        std::getline(cells, english, '|');
        INFO(line);
        CHECK(callPhrase(number, window, "ru") == Phrase{.text = russian, .language = "ru"});
        CHECK(callPhrase(number, window, "en") == Phrase{.text = english, .language = "en"});
        ++rows;
    }
    CHECK(rows >= 100);
}

TEST_CASE("a visitor of another language is called in English")
{
    CHECK(callPhrase("А015", "5", "kk").language == "en");
}
