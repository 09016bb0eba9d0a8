#include "display/voice/call_language.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace talon::display {

namespace {

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!(text = trimmed(text)).empty()) {
        words.push_back(text.substr(0, text.find(' ')));
        text.remove_prefix(words.back().size());
    }
    return words;
}

auto fault(std::string field, std::string what)
{
    return Unexpected(ParseError{.field = std::move(field), .what = std::move(what)});
}

bool isCode(std::string_view code)
{
    return code.size() >= 2 && code.size() <= 16 && std::ranges::all_of(code, [](char sign) {
               return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-';
           });
}

bool isCall(std::string_view text)
{
    return text.find("{number}") != std::string_view::npos &&
           text.find("{window}") != std::string_view::npos;
}

Expected<voice::Reading, ParseError> readingFrom(std::string_view figures, std::string_view letters)
{
    voice::Reading reading;
    const auto words = wordsOf(figures);
    if (words.size() != reading.figures.size()) {
        return fault("figures", "are not ten words, from zero to nine");
    }
    std::ranges::copy(words, reading.figures.begin());
    for (const std::string_view pair : wordsOf(letters)) {
        const auto equals = pair.find('=');
        if (equals == 0 || equals == std::string_view::npos || equals + 1 == pair.size()) {
            return fault("letters", "are not pairs such as Б=бэ");
        }
        reading.letters.emplace(pair.substr(0, equals), pair.substr(equals + 1));
    }
    return reading;
}

using Fields = std::map<std::string, std::string_view, std::less<>>;

Expected<Fields, ParseError> fieldsFrom(std::string_view text)
{
    Fields fields{{"language", {}},      {"voice", {}},   {"call", {}},
                  {"call-to-named", {}}, {"figures", {}}, {"letters", {}}};
    for (int line = 1; !text.empty(); ++line) {
        const std::string_view row = trimmed(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(text.size(), text.find('\n')));
        text.remove_prefix(text.empty() ? 0 : 1);
        if (row.empty() || row.front() == '#') {
            continue;
        }
        const auto equals = row.find('=');
        const auto field = fields.find(trimmed(row.substr(0, equals)));
        if (equals == std::string_view::npos || field == fields.end()) {
            return fault("line " + std::to_string(line), "has no name that is known and a =");
        }
        field->second = trimmed(row.substr(equals + 1));
    }
    return fields;
}

} // namespace

std::vector<CallLanguage> ownLanguages()
{
    return {{.code = "ru",
             .voice = "ru",
             .call = "Талон {number}, окно {window}",
             .callToNamed = "Талон {number}, {window}",
             .reading = {}},
            {.code = "en",
             .voice = "en",
             .call = "Ticket {number}, window {window}",
             .callToNamed = "Ticket {number}, {window}",
             .reading = {}}};
}

Expected<CallLanguage, ParseError> callLanguageFrom(std::string_view text)
{
    auto fields = fieldsFrom(text);
    if (!fields) {
        return Unexpected(fields.error());
    }
    CallLanguage language{.code = std::string((*fields)["language"]),
                          .voice = std::string((*fields)["voice"]),
                          .call = std::string((*fields)["call"]),
                          .callToNamed = std::string((*fields)["call-to-named"]),
                          .reading = {}};
    if (!isCode(language.code)) {
        return fault("language", "is no code such as kk");
    }
    if (language.voice.empty()) {
        language.voice = language.code;
    }
    if (!isCode(language.voice)) {
        return fault("voice", "is no code such as kk");
    }
    if (!isCall(language.call)) {
        return fault("call", "is no sentence with {number} and {window}");
    }
    if (language.callToNamed.empty()) {
        language.callToNamed = language.call;
    }
    if (!isCall(language.callToNamed)) {
        return fault("call-to-named", "is no sentence with {number} and {window}");
    }
    const bool isOurs = std::ranges::any_of(
        ownLanguages(), [&](const CallLanguage& own) { return own.code == language.code; });
    if (!isOurs || !(*fields)["figures"].empty()) {
        auto reading = readingFrom((*fields)["figures"], (*fields)["letters"]);
        if (!reading) {
            return Unexpected(reading.error());
        }
        language.reading = std::move(*reading);
    }
    return language;
}

std::vector<CallLanguage> withOthers(std::vector<CallLanguage> others)
{
    for (CallLanguage& own : ownLanguages()) {
        if (std::ranges::find(others, own.code, &CallLanguage::code) == others.end()) {
            others.push_back(std::move(own));
        }
    }
    return others;
}

} // namespace talon::display
