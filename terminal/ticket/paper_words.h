#pragma once

#include "shared/domain/wait_range.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace talon::terminal {

/// The fixed words of a ticket in one language. A further language is a row in paper_words.cpp.
struct PaperWords
{
    std::string_view language;
    std::string_view yourNumber;
    std::string_view priority;    ///< Says that there is a right to wait less, not which.
    std::string_view copy;        ///< Says that this is not the first paper with this number.
    std::string_view aheadOfYou;  ///< Above the number of people.
    std::string_view nobodyAhead; ///< Instead of the number, when there are none.
    std::string_view unknown;     ///< Instead of the number, when nobody could be asked.
    std::string (*people)(int n); ///< "3 человека".
    std::string_view wait;        ///< Above the minutes.
    std::string (*minutes)(WaitMinutes wait);            ///< "10–20 мин".
    std::string (*day)(std::chrono::year_month_day day); ///< "24 ноября 2026".
    std::string_view haveReady;                          ///< Above the documents.
    std::string_view advice;
    std::string_view qualityLine; ///< Above the telephone.
};

/// In the language, else in the first language.
const PaperWords& paperWords(std::string_view language);

/// Every fixed word in every language, for the check of the font.
std::vector<std::string> allPaperWords();

} // namespace talon::terminal
