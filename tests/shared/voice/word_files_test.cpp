#include "shared/voice/word_files.h"

#include "tests/support/catch.h"

using namespace talon::voice;

TEST_CASE("a word's file has plain small letters, in whatever language it is")
{
    CHECK(fileNameOf("пятнадцать") == "pyatnadtsat");
    CHECK(fileNameOf("Талон") == "talon");
    CHECK(fileNameOf("ЁЛКА") == fileNameOf("ёлка"));
    CHECK(fileNameOf("твёрдый") == "tvyordyj");
    CHECK(fileNameOf("Window") == "window");
    CHECK(fileNameOf("бір") == "biir");
    CHECK(fileNameOf("ӘҢГІМЕ") == fileNameOf("әңгіме"));
    CHECK(fileNameOf("ҠЫҪ") == "qqyth");
    CHECK(fileNameOf("окно:") == "okno");
    CHECK(fileNameOf("5") == "5");
    CHECK(fileNameOf("ქ") == "ue183a5"); // One of no list has a name all the same.
    CHECK(fileNameOf("/../").empty());
    CHECK(fileNameOf("\xD0").empty()); // Half a letter.
}

TEST_CASE("a phrase falls into clauses at its commas, and a sign alone is no word")
{
    using Clauses = std::vector<std::vector<std::string>>;
    CHECK(clausesOf("Талон а сто, окно пять") == Clauses{{"Талон", "а", "сто"}, {"окно", "пять"}});
    CHECK(clausesOf(" ,, Ticket  A , - window.").size() == 2);
    CHECK(clausesOf("").empty());
    CHECK(clausesOf(", - ,").empty());
}
