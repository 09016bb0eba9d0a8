#include "display/voice/word_list.h"

#include "display/voice/call_phrase.h"
#include "shared/voice/word_files.h"

#include <array>
#include <set>
#include <utility>

namespace talon::display {

namespace {

constexpr std::array Letters{"А", "Б", "В", "Г", "Д", "Е", "Ё", "Ж", "З", "И", "Й",
                             "К", "Л", "М", "Н", "О", "П", "Р", "С", "Т", "У", "Ф",
                             "Х", "Ц", "Ч", "Ш", "Щ", "Ъ", "Ы", "Ь", "Э", "Ю", "Я"};

class Words
{
public:
    explicit Words(const CallLanguage& language)
        : m_languages{language}
    {}

    void add(const std::string& number, const std::string& window)
    {
        const auto phrase = callPhrase(number, window, m_languages.front().code, m_languages);
        for (const auto& clause : voice::clausesOf(phrase.text)) {
            for (const std::string& word : clause) {
                const std::string file = voice::fileNameOf(word);
                if (m_files.insert(file).second) {
                    m_words.push_back({.word = word, .file = file, .example = phrase.text});
                }
            }
        }
    }

    std::vector<CallWord> take() { return std::move(m_words); }

private:
    std::vector<CallLanguage> m_languages;
    std::set<std::string> m_files;
    std::vector<CallWord> m_words;
};

} // namespace

std::vector<CallWord> wordsOf(const CallLanguage& language, const std::vector<std::string>& plates)
{
    Words words(language);
    for (const char* const letter : Letters) {
        words.add(letter + std::string("015"), "5");
    }
    for (int number = 0; number <= 9999; ++number) {
        words.add("А" + std::to_string(number), std::to_string(number % 99 + 1));
    }
    for (const std::string& plate : plates) {
        words.add("А015", plate);
    }
    return words.take();
}

} // namespace talon::display
