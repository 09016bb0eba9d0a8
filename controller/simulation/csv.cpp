#include "controller/simulation/csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace talon::simulation {

namespace {

constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "Service time", "service_time" and "serviceTime" are one column.
std::string columnName(std::string_view text)
{
    std::string plain;
    for (const char c : inLowerCase(text)) {
        if (c != ' ' && c != '_' && c != '-') {
            plain += c;
        }
    }
    return plain;
}

/// What stands most often in the header, quotes apart.
char separatorOf(std::string_view header)
{
    constexpr std::array Separators{',', ';', '\t'};
    std::array<int, 3> counts{};
    bool quoted = false;
    for (const char c : header) {
        if (c == '"') {
            quoted = !quoted;
        }
        const auto* const found = std::ranges::find(Separators, c);
        if (!quoted && found != Separators.end()) {
            ++counts.at(static_cast<std::size_t>(found - Separators.begin()));
        }
    }
    return Separators.at(
        static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin()));
}

} // namespace

Expected<CsvReader, ParseError> CsvReader::open(std::string_view text)
{
    if (text.substr(0, ByteOrderMark.size()) == ByteOrderMark) {
        text.remove_prefix(ByteOrderMark.size());
    }
    CsvReader reader(text);
    reader.m_separator = separatorOf(text.substr(0, text.find('\n')));
    const auto header = reader.next();
    if (!header) {
        return Unexpected(header.error());
    }
    if (!*header) {
        return Unexpected(ParseError{.field = "line 1", .what = "has no header"});
    }
    for (const std::string& field : reader.m_fields) {
        std::string column = columnName(trimmed(field));
        if (!column.empty() && reader.find(column)) {
            return Unexpected(
                ParseError{.field = "line 1, column " + field, .what = "is there twice"});
        }
        reader.m_columns.push_back(std::move(column));
    }
    return reader;
}

Expected<Done, ParseError> CsvReader::require(const std::vector<std::string>& columns) const
{
    for (const std::string& column : columns) {
        if (!has(column)) {
            return Unexpected(
                ParseError{.field = "line 1, column " + column, .what = "is missing"});
        }
    }
    return Done{};
}

Expected<bool, ParseError> CsvReader::next()
{
    for (;;) {
        if (m_rest.empty()) {
            return false;
        }
        m_rowLine = m_line;
        if (const auto read = readFields(); !read) {
            return Unexpected(read.error());
        }
        if (m_fields.size() > 1 || !trimmed(m_fields.front()).empty()) {
            break;
        }
    }
    if (!m_columns.empty() && m_fields.size() > m_columns.size()) {
        return Unexpected(ParseError{.field = "line " + std::to_string(m_rowLine),
                                     .what = "has " + std::to_string(m_fields.size()) +
                                             " fields where the header has " +
                                             std::to_string(m_columns.size())});
    }
    return true;
}

std::string_view CsvReader::value(std::string_view column) const
{
    const auto index = find(column);
    return index && *index < m_fields.size() ? trimmed(m_fields[*index]) : std::string_view();
}

ParseError CsvReader::fault(std::string_view column, std::string what) const
{
    return {.field = "line " + std::to_string(m_rowLine) + ", column " + std::string(column),
            .what = std::move(what)};
}

std::optional<std::size_t> CsvReader::find(std::string_view column) const
{
    const auto found = std::ranges::find(m_columns, columnName(column));
    return found == m_columns.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - m_columns.begin()));
}

Expected<Done, ParseError> CsvReader::readFields()
{
    m_fields.clear();
    for (;;) {
        auto field = readField();
        if (!field) {
            return Unexpected(field.error());
        }
        m_fields.push_back(*std::move(field));
        if (m_rest.empty() || m_rest.front() != m_separator) {
            break;
        }
        m_rest.remove_prefix(1);
    }
    if (!m_rest.empty() && m_rest.front() == '\r') {
        m_rest.remove_prefix(1);
    }
    if (!m_rest.empty() && m_rest.front() == '\n') {
        m_rest.remove_prefix(1);
    }
    ++m_line;
    return Done{};
}

/// Leaves the separator or the line's end as the first of the rest.
Expected<std::string, ParseError> CsvReader::readField()
{
    const std::array ends{m_separator, '\r', '\n'};
    const std::string_view endings(ends.data(), ends.size());
    if (m_rest.empty() || m_rest.front() != '"') {
        std::string field(m_rest.substr(0, m_rest.find_first_of(endings)));
        m_rest.remove_prefix(field.size());
        return field;
    }
    const int begins = m_line;
    m_rest.remove_prefix(1);
    std::string field;
    for (;;) {
        const auto quote = m_rest.find('"');
        if (quote == std::string_view::npos) {
            return Unexpected(ParseError{.field = "line " + std::to_string(begins),
                                         .what = "opens a quote that is never closed"});
        }
        field += m_rest.substr(0, quote);
        m_rest.remove_prefix(quote + 1);
        if (m_rest.empty() || m_rest.front() != '"') {
            break;
        }
        field += '"';
        m_rest.remove_prefix(1);
    }
    m_line += static_cast<int>(std::ranges::count(field, '\n'));
    if (!m_rest.empty() && endings.find(m_rest.front()) == std::string_view::npos) {
        return Unexpected(ParseError{.field = "line " + std::to_string(m_line),
                                     .what = "goes on after a closing quote"});
    }
    return field;
}

std::optional<std::int64_t> numberFrom(std::string_view text, std::int64_t min, std::int64_t max)
{
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value, std::chars_format::fixed);
    if (text.empty() || read.ec != std::errc() || read.ptr != end || !std::isfinite(value) ||
        value < static_cast<double>(min) || value > static_cast<double>(max)) {
        return std::nullopt;
    }
    return std::llround(value);
}

std::string inLowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string field = "\"";
    for (const char c : text) {
        field += c;
        if (c == '"') {
            field += '"';
        }
    }
    return field + '"';
}

std::string csvLine(const std::vector<std::string>& fields)
{
    std::string line;
    for (const std::string& field : fields) {
        line.append(&field == &fields.front() ? "" : ",").append(field);
    }
    return line.append("\n");
}

} // namespace talon::simulation
