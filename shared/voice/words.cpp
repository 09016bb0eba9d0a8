#include "shared/voice/words.h"

#include "shared/base/ensure.h"

#include <array>
#include <map>
#include <vector>

namespace talon::voice {

namespace {

using Words = std::array<const char*, 20>;

constexpr int NumberMax = 9999;
constexpr std::size_t FiguresMax = 4;
constexpr std::size_t LettersMax = 2; ///< More in a row are a word.

constexpr Words RussianSmall{"ноль",        "один",       "два",          "три",
                             "четыре",      "пять",       "шесть",        "семь",
                             "восемь",      "девять",     "десять",       "одиннадцать",
                             "двенадцать",  "тринадцать", "четырнадцать", "пятнадцать",
                             "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"};
constexpr std::array RussianTens{"двадцать",   "тридцать",  "сорок",       "пятьдесят",
                                 "шестьдесят", "семьдесят", "восемьдесят", "девяносто"};
constexpr std::array RussianHundreds{"сто",      "двести",  "триста",    "четыреста", "пятьсот",
                                     "шестьсот", "семьсот", "восемьсот", "девятьсот"};
constexpr std::array RussianThousands{"тысяча",        "две тысячи",   "три тысячи",
                                      "четыре тысячи", "пять тысяч",   "шесть тысяч",
                                      "семь тысяч",    "восемь тысяч", "девять тысяч"};

constexpr Words EnglishSmall{"zero",    "one",     "two",       "three",    "four",
                             "five",    "six",     "seven",     "eight",    "nine",
                             "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                             "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array EnglishTens{"twenty", "thirty",  "forty",  "fifty",
                                 "sixty",  "seventy", "eighty", "ninety"};

using Names = std::map<std::string_view, const char*>;

const Names RussianNames{
    {"А", "а"},   {"Б", "бэ"},          {"В", "вэ"},        {"Г", "гэ"},
    {"Д", "дэ"},  {"Е", "е"},           {"Ё", "ё"},         {"Ж", "жэ"},
    {"З", "зэ"},  {"И", "и"},           {"Й", "и краткое"}, {"К", "ка"},
    {"Л", "эль"}, {"М", "эм"},          {"Н", "эн"},        {"О", "о"},
    {"П", "пэ"},  {"Р", "эр"},          {"С", "эс"},        {"Т", "тэ"},
    {"У", "у"},   {"Ф", "эф"},          {"Х", "ха"},        {"Ц", "цэ"},
    {"Ч", "че"},  {"Ш", "ша"},          {"Щ", "ща"},        {"Ъ", "твёрдый знак"},
    {"Ы", "ы"},   {"Ь", "мягкий знак"}, {"Э", "э"},         {"Ю", "ю"},
    {"Я", "я"},   {"A", "а"},           {"B", "бэ"},        {"C", "цэ"},
    {"D", "дэ"},  {"E", "е"},           {"F", "эф"},        {"G", "гэ"},
    {"H", "аш"},  {"I", "и"},           {"J", "йот"},       {"K", "ка"},
    {"L", "эль"}, {"M", "эм"},          {"N", "эн"},        {"O", "о"},
    {"P", "пэ"},  {"Q", "ку"},          {"R", "эр"},        {"S", "эс"},
    {"T", "тэ"},  {"U", "у"},           {"V", "вэ"},        {"W", "дубль вэ"},
    {"X", "икс"}, {"Y", "игрек"},       {"Z", "зэт"},
};

/// Whoever reads no Russian looks for the sign on the ticket: a letter that looks like one of
/// theirs is read as that one (В as B, С as C), any other by its Russian name.
const Names EnglishNames{
    {"А", "A"},        {"Б", "beh"},    {"В", "B"},         {"Г", "geh"},  {"Д", "deh"},
    {"Е", "E"},        {"Ё", "yo"},     {"Ж", "zheh"},      {"З", "zeh"},  {"И", "ee"},
    {"Й", "short ee"}, {"К", "K"},      {"Л", "ell"},       {"М", "M"},    {"Н", "H"},
    {"О", "O"},        {"П", "peh"},    {"Р", "P"},         {"С", "C"},    {"Т", "T"},
    {"У", "Y"},        {"Ф", "eff"},    {"Х", "X"},         {"Ц", "tseh"}, {"Ч", "cheh"},
    {"Ш", "shah"},     {"Щ", "shchah"}, {"Ъ", "hard sign"}, {"Ы", "yery"}, {"Ь", "soft sign"},
    {"Э", "eh"},       {"Ю", "you"},    {"Я", "yah"},
};

bool isRussian(std::string_view language)
{
    return language == "ru";
}

void add(std::string& text, std::string_view word)
{
    if (!text.empty()) {
        text += ' ';
    }
    text += word;
}

std::string inRussian(int number)
{
    std::string text;
    if (number >= 1000) {
        add(text, RussianThousands.at(static_cast<std::size_t>(number / 1000 - 1)));
    }
    if (number % 1000 >= 100) {
        add(text, RussianHundreds.at(static_cast<std::size_t>(number % 1000 / 100 - 1)));
    }
    int rest = number % 100;
    if (rest >= 20) {
        add(text, RussianTens.at(static_cast<std::size_t>(rest / 10 - 2)));
        rest %= 10;
    }
    if (rest > 0 || number == 0) {
        add(text, RussianSmall.at(static_cast<std::size_t>(rest)));
    }
    return text;
}

std::string inEnglish(int number)
{
    std::string text;
    if (number >= 1000) {
        add(text, EnglishSmall.at(static_cast<std::size_t>(number / 1000)));
        add(text, "thousand");
    }
    if (number % 1000 >= 100) {
        add(text, EnglishSmall.at(static_cast<std::size_t>(number % 1000 / 100)));
        add(text, "hundred");
    }
    int rest = number % 100;
    if (rest > 0 && number >= 100) {
        add(text, "and");
    }
    if (rest >= 20) {
        add(text, EnglishTens.at(static_cast<std::size_t>(rest / 10 - 2)));
        rest %= 10;
    }
    if (rest > 0 || number == 0) {
        add(text, EnglishSmall.at(static_cast<std::size_t>(rest)));
    }
    return text;
}

enum class Kind { Figures, Letters, Signs };

/// Signs of one kind in a row.
struct Run
{
    Kind kind = Kind::Signs;
    std::vector<std::string_view> signs; ///< Of UTF-8, one letter each.

    std::string text() const
    {
        std::string all;
        for (const std::string_view sign : signs) {
            all += sign;
        }
        return all;
    }
};

std::size_t bytesOf(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80U ? 1 : byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
}

Kind kindOf(std::string_view sign)
{
    const char first = sign.front();
    if (first >= '0' && first <= '9') {
        return Kind::Figures;
    }
    const bool isLatin = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    // Two bytes of UTF-8 from D0: Cyrillic; the signs № and — have three.
    const auto byte = static_cast<unsigned char>(first);
    return isLatin || (byte >= 0xC3U && byte < 0xE0U) ? Kind::Letters : Kind::Signs;
}

std::vector<Run> runsOf(std::string_view label)
{
    std::vector<Run> runs;
    while (!label.empty()) {
        const std::string_view sign = label.substr(0, bytesOf(label.front()));
        label.remove_prefix(sign.size());
        const Kind kind = kindOf(sign);
        if (runs.empty() || runs.back().kind != kind) {
            runs.push_back({.kind = kind, .signs = {}});
        }
        runs.back().signs.push_back(sign);
    }
    return runs;
}

void addFigures(std::string& text, const std::string& figures, std::string_view language)
{
    if (figures.size() > FiguresMax) {
        for (const char figure : figures) {
            add(text, numberInWords(figure - '0', language));
        }
        return;
    }
    std::size_t zeros = 0;
    while (zeros < figures.size() && figures[zeros] == '0') {
        add(text, numberInWords(0, language));
        ++zeros;
    }
    if (zeros < figures.size()) {
        add(text, numberInWords(std::stoi(figures.substr(zeros)), language));
    }
}

void addLetters(std::string& text, const Run& run, std::string_view language)
{
    if (run.signs.size() > LettersMax) {
        add(text, run.text());
        return;
    }
    const Names& names = isRussian(language) ? RussianNames : EnglishNames;
    for (const std::string_view letter : run.signs) {
        const auto found = names.find(letter);
        add(text, found == names.end() ? letter : std::string_view(found->second));
    }
}

} // namespace

std::string numberInWords(int number, std::string_view language)
{
    TALON_ENSURE(number >= 0 && number <= NumberMax);
    return isRussian(language) ? inRussian(number) : inEnglish(number);
}

std::string labelInWords(std::string_view label, std::string_view language)
{
    std::string text;
    for (const Run& run : runsOf(label)) {
        if (run.kind == Kind::Figures) {
            addFigures(text, run.text(), language);
        } else if (run.kind == Kind::Letters) {
            addLetters(text, run, language);
        }
    }
    return text;
}

std::string labelInWords(std::string_view label, const Reading& reading)
{
    std::string text;
    for (const Run& run : runsOf(label)) {
        if (run.kind == Kind::Letters && run.signs.size() > LettersMax) {
            add(text, run.text());
            continue;
        }
        for (const std::string_view sign : run.signs) {
            if (run.kind == Kind::Figures) {
                add(text, reading.figures.at(static_cast<std::size_t>(sign.front() - '0')));
            } else if (run.kind == Kind::Letters) {
                const auto found = reading.letters.find(sign);
                add(text, found == reading.letters.end() ? sign : std::string_view(found->second));
            }
        }
    }
    return text;
}

bool hasWord(std::string_view label)
{
    for (const Run& run : runsOf(label)) {
        if (run.kind == Kind::Letters && run.signs.size() > LettersMax) {
            return true;
        }
    }
    return false;
}

} // namespace talon::voice
