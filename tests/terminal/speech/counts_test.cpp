#include "terminal/speech/counts.h"

#include "tests/support/catch.h"

#include <fstream>
#include <sstream>
#include <vector>

using namespace talon;
using namespace talon::terminal;

namespace {

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream text(line);
    for (std::string cell; std::getline(text, cell, '|');) {
        cells.push_back(cell);
    }
    return cells;
}

} // namespace

/// counts.txt was derived by other rules than the code has.
TEST_CASE("every count from 0 to 120 agrees with its noun, as written in counts.txt")
{
    std::ifstream file(TALON_SOURCE_DIR "/tests/terminal/speech/counts.txt");
    int rows = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string> cells = cellsOf(line);
        REQUIRE(cells.size() == 5);
        const int count = std::stoi(cells[0]);
        CHECK(count == rows);
        CHECK(peopleInWords(count, "ru") == cells[1]);
        CHECK(peopleInWords(count, "en") == cells[2]);
        CHECK(waitInWords({.from = 0, .to = count}, "ru") == cells[3]);
        CHECK(waitInWords({.from = 0, .to = count}, "en") == cells[4]);
        ++rows;
    }
    CHECK(rows == 121);
}

TEST_CASE("a range names its unit once, unless its ends have different ones")
{
    CHECK(waitInWords({.from = 10, .to = 20}, "ru") == "от десяти до двадцати минут");
    CHECK(waitInWords({.from = 1, .to = 21}, "ru") == "от одной до двадцати одной минуты");
    CHECK(waitInWords({.from = 50, .to = 60}, "ru") == "от пятидесяти минут до одного часа");
    CHECK(waitInWords({.from = 50, .to = 70}, "ru") ==
          "от пятидесяти минут до одного часа десяти минут");
    CHECK(waitInWords({.from = 60, .to = 130}, "ru") ==
          "от одного часа до двух часов десяти минут");
    CHECK(waitInWords({.from = 1260, .to = 1320}, "ru") ==
          "от двадцати одного часа до двадцати двух часов");
    CHECK(waitInWords({.from = 10, .to = 20}, "en") == "ten to twenty minutes");
    CHECK(waitInWords({.from = 50, .to = 70}, "en") == "fifty minutes to one hour ten minutes");
    CHECK(waitInWords({.from = 10, .to = 20}, "kk") == "ten to twenty minutes");
}

TEST_CASE("a place in a list is in the right case")
{
    CHECK(positionInWords(1, 1, "ru") == "один из одного");
    CHECK(positionInWords(2, 7, "ru") == "два из семи");
    CHECK(positionInWords(3, 40, "ru") == "три из сорока");
    CHECK(positionInWords(21, 111, "ru") == "двадцать один из ста одиннадцати");
    CHECK(positionInWords(2, 7, "en") == "two of seven");
}

TEST_CASE("a moment is said as people say it")
{
    using namespace std::chrono;
    const auto at = [](int hour, int minute) {
        return SpokenMoment{.hour = hour, .minute = minute};
    };
    CHECK(momentInWords(at(9, 0), "ru") == "сегодня в девять часов");
    CHECK(momentInWords(at(1, 0), "ru") == "сегодня в один час");
    CHECK(momentInWords(at(22, 0), "ru") == "сегодня в двадцать два часа");
    CHECK(momentInWords(at(14, 5), "ru") == "сегодня в четырнадцать ноль пять");
    CHECK(momentInWords(at(8, 30), "ru") == "сегодня в восемь тридцать");
    CHECK(momentInWords(at(9, 0), "en") == "today at nine A M");
    CHECK(momentInWords(at(0, 5), "en") == "today at twelve oh five A M");
    CHECK(momentInWords(at(12, 0), "en") == "today at twelve P M");
    CHECK(momentInWords(at(14, 30), "en") == "today at two thirty P M");
    SpokenMoment then{.day = month_day(March, day(3)), .hour = 8, .minute = 0};
    CHECK(momentInWords(then, "ru") == "третьего марта в восемь часов");
    CHECK(momentInWords(then, "en") == "on the third of March at eight A M");
    then.day = month_day(December, day(31));
    CHECK(momentInWords(then, "ru") == "тридцать первого декабря в восемь часов");
    then.day = month_day(month(13), day(40));
    CHECK(momentInWords(then, "ru") == "сегодня в восемь часов"); // Harms nobody.
}

TEST_CASE("counts that no office has do no harm")
{
    CHECK(peopleInWords(1000, "ru") == "1000 человек");
    CHECK(peopleInWords(-1, "en") == "-1 people");
    CHECK(positionInWords(1, 5000, "ru") == "один из 5000");
}
