#include "shared/voice/words.h"

#include "tests/support/catch.h"

#include <map>
#include <sstream>

using namespace talon::voice;

namespace {

/// Reads a number back from its words, by another way than they were made: word by word, each worth
/// what it is worth.
int numberFromWords(const std::string& text)
{
    static const std::map<std::string, int> Worth{
        {"ноль", 0},          {"один", 1},         {"два", 2},         {"две", 2},
        {"три", 3},           {"четыре", 4},       {"пять", 5},        {"шесть", 6},
        {"семь", 7},          {"восемь", 8},       {"девять", 9},      {"десять", 10},
        {"одиннадцать", 11},  {"двенадцать", 12},  {"тринадцать", 13}, {"четырнадцать", 14},
        {"пятнадцать", 15},   {"шестнадцать", 16}, {"семнадцать", 17}, {"восемнадцать", 18},
        {"девятнадцать", 19}, {"двадцать", 20},    {"тридцать", 30},   {"сорок", 40},
        {"пятьдесят", 50},    {"шестьдесят", 60},  {"семьдесят", 70},  {"восемьдесят", 80},
        {"девяносто", 90},    {"сто", 100},        {"двести", 200},    {"триста", 300},
        {"четыреста", 400},   {"пятьсот", 500},    {"шестьсот", 600},  {"семьсот", 700},
        {"восемьсот", 800},   {"девятьсот", 900},  {"zero", 0},        {"one", 1},
        {"two", 2},           {"three", 3},        {"four", 4},        {"five", 5},
        {"six", 6},           {"seven", 7},        {"eight", 8},       {"nine", 9},
        {"ten", 10},          {"eleven", 11},      {"twelve", 12},     {"thirteen", 13},
        {"fourteen", 14},     {"fifteen", 15},     {"sixteen", 16},    {"seventeen", 17},
        {"eighteen", 18},     {"nineteen", 19},    {"twenty", 20},     {"thirty", 30},
        {"forty", 40},        {"fifty", 50},       {"sixty", 60},      {"seventy", 70},
        {"eighty", 80},       {"ninety", 90},      {"and", 0}};
    int whole = 0;
    int part = 0;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (word == "тысяча" || word == "тысячи" || word == "тысяч" || word == "thousand") {
            whole = std::max(part, 1) * 1000;
            part = 0;
        } else if (word == "hundred") {
            part *= 100;
        } else {
            part += Worth.at(word);
        }
    }
    return whole + part;
}

} // namespace

TEST_CASE("every number from 0 to 9999 is said so that it can be understood, in both languages")
{
    for (int number = 0; number <= 9999; ++number) {
        REQUIRE(numberFromWords(numberInWords(number, "ru")) == number);
        REQUIRE(numberFromWords(numberInWords(number, "en")) == number);
    }
}

TEST_CASE("thousands are counted in the right gender and case")
{
    CHECK(numberInWords(1000, "ru") == "тысяча");
    CHECK(numberInWords(2001, "ru") == "две тысячи один");
    CHECK(numberInWords(5000, "ru") == "пять тысяч");
    CHECK(numberInWords(1234, "ru") == "тысяча двести тридцать четыре");
    CHECK(numberInWords(1234, "en") == "one thousand two hundred and thirty four");
    CHECK(numberInWords(3005, "en") == "three thousand and five");
}

TEST_CASE("odd labels are said as well as they can be")
{
    CHECK(labelInWords("", "ru").empty());
    CHECK(labelInWords("№ 7", "ru") == "семь");
    CHECK(labelInWords("12345", "ru") == "один два три четыре пять");
    CHECK(labelInWords("\xD0", "ru") == "\xD0"); // Half a letter harms nobody.
    CHECK(hasWord("Касса 2"));
    CHECK_FALSE(hasWord("5А"));
}
