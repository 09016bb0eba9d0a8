#include "terminal/ticket/paper_words.h"

#include "shared/domain/text.h"

#include <algorithm>
#include <array>

namespace talon::terminal {
namespace {

std::string russianPeople(int n)
{
    const bool teens = n % 100 >= 11 && n % 100 <= 14;
    const bool few = !teens && n % 10 >= 2 && n % 10 <= 4;
    return std::to_string(n) + (few ? " человека" : " человек");
}

std::string englishPeople(int n)
{
    return std::to_string(n) + (n == 1 ? " person" : " people");
}

std::string minutesIn(WaitMinutes wait, const char* upTo, const char* unit)
{
    const std::string to = std::to_string(wait.to) + " " + unit;
    return wait.from == 0 ? std::string(upTo) + " " + to : std::to_string(wait.from) + "–" + to;
}

std::string russianMinutes(WaitMinutes wait)
{
    return minutesIn(wait, "до", "мин");
}

std::string englishMinutes(WaitMinutes wait)
{
    return minutesIn(wait, "up to", "min");
}

std::string dayIn(const std::array<const char*, 12>& months, std::chrono::year_month_day day)
{
    return std::to_string(static_cast<unsigned>(day.day())) + " " +
           months.at(static_cast<unsigned>(day.month()) - 1) + " " +
           std::to_string(static_cast<int>(day.year()));
}

std::string russianDay(std::chrono::year_month_day day)
{
    return dayIn({"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
                  "сентября", "октября", "ноября", "декабря"},
                 day);
}

std::string englishDay(std::chrono::year_month_day day)
{
    return dayIn({"January", "February", "March", "April", "May", "June", "July", "August",
                  "September", "October", "November", "December"},
                 day);
}

constexpr std::array Languages{
    PaperWords{.language = FirstLanguage,
               .yourNumber = "Ваш номер",
               .priority = "Льготная очередь",
               .copy = "КОПИЯ",
               .aheadOfYou = "Перед вами",
               .nobodyAhead = "никого",
               .unknown = "пока неизвестно",
               .people = russianPeople,
               .wait = "Ожидание",
               .minutes = russianMinutes,
               .day = russianDay,
               .haveReady = "Приготовьте",
               .advice = "Номер покажут на табло и назовут вслух",
               .qualityLine = "Линия качества"},
    PaperWords{.language = "en",
               .yourNumber = "Your number",
               .priority = "Priority queue",
               .copy = "COPY",
               .aheadOfYou = "Ahead of you",
               .nobodyAhead = "nobody",
               .unknown = "not known yet",
               .people = englishPeople,
               .wait = "Waiting time",
               .minutes = englishMinutes,
               .day = englishDay,
               .haveReady = "Please have ready",
               .advice = "Your number will be shown on the board and called aloud",
               .qualityLine = "Quality line"},
};

} // namespace

const PaperWords& paperWords(std::string_view language)
{
    const auto found = std::ranges::find(Languages, language, &PaperWords::language);
    return found == Languages.end() ? Languages.front() : *found;
}

std::vector<std::string> allPaperWords()
{
    std::vector<std::string> all;
    for (const PaperWords& words : Languages) {
        for (const std::string_view word :
             {words.yourNumber, words.priority, words.copy, words.aheadOfYou, words.nobodyAhead,
              words.unknown, words.wait, words.haveReady, words.advice, words.qualityLine}) {
            all.emplace_back(word);
        }
        all.push_back(words.people(1234567890));
        all.push_back(words.minutes({.from = 0, .to = 5}));
        all.push_back(words.minutes({.from = 10, .to = 20}));
        for (unsigned month = 1; month <= 12; ++month) {
            all.push_back(words.day(
                {std::chrono::year(2026), std::chrono::month(month), std::chrono::day(1)}));
        }
    }
    return all;
}

} // namespace talon::terminal
