#include "display/voice/call_phrase.h"

#include "tests/display/voice/phrase_table.h"
#include "tests/support/catch.h"

using namespace talon::display;
using namespace talon::test;
using talon::voice::Phrase;

TEST_CASE("calls are said as they are written in phrases.txt")
{
    const std::vector<PhraseRow> rows = phraseTable();
    CHECK(rows.size() >= 100);
    for (const PhraseRow& row : rows) {
        INFO(row.number << " " << row.window);
        CHECK(callPhrase(row.number, row.window, "ru") ==
              Phrase{.text = row.russian, .language = "ru"});
        CHECK(callPhrase(row.number, row.window, "en") ==
              Phrase{.text = row.english, .language = "en"});
    }
}

TEST_CASE("a visitor of another language is called in English")
{
    CHECK(callPhrase("А015", "5", "kk").language == "en");
}
