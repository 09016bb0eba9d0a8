#include "terminal/speech/counts.h"

#include "shared/voice/words.h"

#include <array>

namespace talon::terminal {

namespace {

using voice::numberInWords;

constexpr int WordsBelow = 1000; ///< Larger numbers are left to the speech engine.

constexpr std::array GenitiveSmall{"нуля",        "одного",     "двух",         "трёх",
                                   "четырёх",     "пяти",       "шести",        "семи",
                                   "восьми",      "девяти",     "десяти",       "одиннадцати",
                                   "двенадцати",  "тринадцати", "четырнадцати", "пятнадцати",
                                   "шестнадцати", "семнадцати", "восемнадцати", "девятнадцати"};
constexpr std::array GenitiveTens{"двадцати",    "тридцати",   "сорока",       "пятидесяти",
                                  "шестидесяти", "семидесяти", "восьмидесяти", "девяноста"};
constexpr std::array GenitiveHundreds{"ста",      "двухсот", "трёхсот",   "четырёхсот", "пятисот",
                                      "шестисот", "семисот", "восьмисот", "девятисот"};

constexpr std::array RussianOrdinals{"первого",
                                     "второго",
                                     "третьего",
                                     "четвёртого",
                                     "пятого",
                                     "шестого",
                                     "седьмого",
                                     "восьмого",
                                     "девятого",
                                     "десятого",
                                     "одиннадцатого",
                                     "двенадцатого",
                                     "тринадцатого",
                                     "четырнадцатого",
                                     "пятнадцатого",
                                     "шестнадцатого",
                                     "семнадцатого",
                                     "восемнадцатого",
                                     "девятнадцатого",
                                     "двадцатого",
                                     "двадцать первого",
                                     "двадцать второго",
                                     "двадцать третьего",
                                     "двадцать четвёртого",
                                     "двадцать пятого",
                                     "двадцать шестого",
                                     "двадцать седьмого",
                                     "двадцать восьмого",
                                     "двадцать девятого",
                                     "тридцатого",
                                     "тридцать первого"};
constexpr std::array RussianMonths{"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                   "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr std::array EnglishOrdinals{
    "first",        "second",         "third",         "fourth",        "fifth",
    "sixth",        "seventh",        "eighth",        "ninth",         "tenth",
    "eleventh",     "twelfth",        "thirteenth",    "fourteenth",    "fifteenth",
    "sixteenth",    "seventeenth",    "eighteenth",    "nineteenth",    "twentieth",
    "twenty first", "twenty second",  "twenty third",  "twenty fourth", "twenty fifth",
    "twenty sixth", "twenty seventh", "twenty eighth", "twenty ninth",  "thirtieth",
    "thirty first"};
constexpr std::array EnglishMonths{"January",   "February", "March",    "April",
                                   "May",       "June",     "July",     "August",
                                   "September", "October",  "November", "December"};

bool isRussian(std::string_view language)
{
    return language == "ru";
}

/// A noun's forms after a number: "человек" after 1, 21; "человека" after 2 to 4; "человек" else.
const char* formFor(int count, const char* one, const char* few, const char* many)
{
    if (count % 100 >= 11 && count % 100 <= 14) {
        return many;
    }
    if (count % 10 == 1) {
        return one;
    }
    return count % 10 >= 2 && count % 10 <= 4 ? few : many;
}

enum class Gender { Masculine, Feminine };

/// "двадцати одного", "двадцати одной".
std::string genitive(int number, Gender gender)
{
    if (number < 0 || number >= WordsBelow) {
        return std::to_string(number);
    }
    std::string text;
    const auto add = [&text](const char* word) {
        text += (text.empty() ? "" : " ") + std::string(word);
    };
    if (number >= 100) {
        add(GenitiveHundreds.at(static_cast<std::size_t>(number / 100 - 1)));
    }
    int rest = number % 100;
    if (rest >= 20) {
        add(GenitiveTens.at(static_cast<std::size_t>(rest / 10 - 2)));
        rest %= 10;
    }
    if (rest == 1 && gender == Gender::Feminine) {
        add("одной");
    } else if (rest > 0 || number == 0) {
        add(GenitiveSmall.at(static_cast<std::size_t>(rest)));
    }
    return text;
}

std::string nominative(int number, std::string_view language)
{
    return number < 0 || number >= WordsBelow ? std::to_string(number)
                                              : numberInWords(number, language);
}

/// In the genitive: "одного часа десяти минут".
std::string russianLength(int minutes)
{
    std::string text;
    if (minutes >= 60) {
        text = genitive(minutes / 60, Gender::Masculine) + " " +
               formFor(minutes / 60, "часа", "часов", "часов");
    }
    if (const int rest = minutes % 60; rest > 0 || minutes == 0) {
        text += (text.empty() ? "" : " ") + genitive(rest, Gender::Feminine) + " " +
                formFor(rest, "минуты", "минут", "минут");
    }
    return text;
}

std::string englishLength(int minutes)
{
    std::string text;
    if (minutes >= 60) {
        text = nominative(minutes / 60, "en") + (minutes / 60 == 1 ? " hour" : " hours");
    }
    if (const int rest = minutes % 60; rest > 0 || minutes == 0) {
        text += (text.empty() ? "" : " ") + nominative(rest, "en") +
                (rest == 1 ? " minute" : " minutes");
    }
    return text;
}

std::string russianClock(int hour, int minute)
{
    if (minute == 0) {
        return nominative(hour, "ru") + " " + formFor(hour, "час", "часа", "часов");
    }
    return nominative(hour, "ru") + (minute < 10 ? " ноль " : " ") + nominative(minute, "ru");
}

std::string englishClock(int hour, int minute)
{
    std::string text = nominative(hour % 12 == 0 ? 12 : hour % 12, "en");
    if (minute > 0) {
        text += (minute < 10 ? " oh " : " ") + nominative(minute, "en");
    }
    return text + (hour < 12 ? " A M" : " P M");
}

} // namespace

std::string peopleInWords(int count, std::string_view language)
{
    const std::string number = nominative(count, language) + " ";
    if (isRussian(language)) {
        return number + formFor(count, "человек", "человека", "человек");
    }
    return number + (count == 1 ? "person" : "people");
}

std::string waitInWords(const WaitMinutes& wait, std::string_view language)
{
    const bool bothMinutes = wait.from < 60 && wait.to < 60;
    if (isRussian(language)) {
        if (wait.from == 0) {
            return "до " + russianLength(wait.to);
        }
        return "от " +
               (bothMinutes ? genitive(wait.from, Gender::Feminine) : russianLength(wait.from)) +
               " до " + russianLength(wait.to);
    }
    if (wait.from == 0) {
        return "up to " + englishLength(wait.to);
    }
    return (bothMinutes ? nominative(wait.from, language) : englishLength(wait.from)) + " to " +
           englishLength(wait.to);
}

std::string positionInWords(int position, int count, std::string_view language)
{
    return nominative(position, language) + (isRussian(language)
                                                 ? " из " + genitive(count, Gender::Masculine)
                                                 : " of " + nominative(count, language));
}

std::string momentInWords(const SpokenMoment& moment, std::string_view language)
{
    const bool russian = isRussian(language);
    std::string day = russian ? "сегодня" : "today";
    if (moment.day && moment.day->ok()) {
        const auto at = static_cast<unsigned>(moment.day->day()) - 1U;
        const auto month = static_cast<unsigned>(moment.day->month()) - 1U;
        day = russian ? std::string(RussianOrdinals.at(at)) + " " + RussianMonths.at(month)
                      : std::string("on the ") + EnglishOrdinals.at(at) + " of " +
                            EnglishMonths.at(month);
    }
    return russian ? day + " в " + russianClock(moment.hour, moment.minute)
                   : day + " at " + englishClock(moment.hour, moment.minute);
}

} // namespace talon::terminal
