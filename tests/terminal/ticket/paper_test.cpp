#include "terminal/ticket/paper_words.h"
#include "terminal/ticket/qr_code.h"
#include "terminal/ticket/ticket_paper.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace talon;
using namespace talon::terminal;

TEST_CASE("people are counted as each language counts them")
{
    const auto russian = paperWords("ru").people;
    const auto english = paperWords("en").people;
    CHECK(russian(1) == "1 человек");
    CHECK(russian(2) == "2 человека");
    CHECK(russian(4) == "4 человека");
    CHECK(russian(5) == "5 человек");
    CHECK(russian(11) == "11 человек");
    CHECK(russian(12) == "12 человек");
    CHECK(russian(14) == "14 человек");
    CHECK(russian(21) == "21 человек");
    CHECK(russian(22) == "22 человека");
    CHECK(russian(111) == "111 человек");
    CHECK(russian(112) == "112 человек");
    CHECK(russian(122) == "122 человека");
    CHECK(english(1) == "1 person");
    CHECK(english(2) == "2 people");
}

TEST_CASE("days are named in words")
{
    using namespace std::chrono;
    CHECK(paperWords("ru").day(2026y / November / 24) == "24 ноября 2026");
    CHECK(paperWords("ru").day(2027y / May / 1) == "1 мая 2027");
    CHECK(paperWords("en").day(2026y / December / 31) == "31 December 2026");
}

TEST_CASE("an unknown language gets the first one")
{
    CHECK(paperWords("kk").language == FirstLanguage);
    CHECK(paperWords("").yourNumber == "Ваш номер");
}

TEST_CASE("the code of a visit is ASCII and tells it from all others")
{
    CHECK(visitCode({4711}, "А015") == "talon:4711:%D0%90015");
    CHECK(visitCode({1}, "A-7") == "talon:1:A-7");
    CHECK(visitCode({1}, "5 %:") == "talon:1:5%20%25%3A");
}

TEST_CASE("a code that is too long for the symbol is an error, not a broken one")
{
    CHECK(qrCode("talon:4711:%D0%90015")->size == 25);
    CHECK_FALSE(qrCode(std::string(5000, 'A')));
    CHECK_FALSE(qrCode(""));
}
