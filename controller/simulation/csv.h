#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talon::simulation {

/// Reads a table with a header, row by row, as spreadsheets write it: comma, semicolon or tab,
/// as the header has it; quotes; CRLF; a byte order mark. Empty lines are passed over. Columns are
/// found by name, in any order and any case; others are ignored.
class CsvReader
{
public:
    /// The text must outlive the reader. Fails when it has no header or a column is there twice.
    static Expected<CsvReader, ParseError> open(std::string_view text);

    /// Fails, naming it, when the header lacks one of these.
    Expected<Done, ParseError> require(const std::vector<std::string>& columns) const;
    bool has(std::string_view column) const { return find(column).has_value(); }

    /// Goes to the next row; false at the end.
    Expected<bool, ParseError> next();

    /// What the row has in this column, without spaces around it; empty when it has no such
    /// column.
    std::string_view value(std::string_view column) const;

    /// "line 7, column patience is not ...": for whoever has to mend the file.
    ParseError fault(std::string_view column, std::string what) const;

    int line() const { return m_rowLine; }

private:
    explicit CsvReader(std::string_view text)
        : m_rest(text)
    {}

    std::optional<std::size_t> find(std::string_view column) const;
    Expected<Done, ParseError> readFields();
    Expected<std::string, ParseError> readField();

    std::string_view m_rest;
    char m_separator = ',';
    int m_line = 1;
    int m_rowLine = 1;
    std::vector<std::string> m_columns;
    std::vector<std::string> m_fields;
};

/// A whole number from `min` to `max`; a fraction is rounded when the text has one.
std::optional<std::int64_t> numberFrom(std::string_view text, std::int64_t min, std::int64_t max);

std::string inLowerCase(std::string_view text); ///< Latin letters only.

/// A field as it stands in a table that others read: quoted where it must be.
std::string csvField(std::string_view text);

/// A whole line of fields that are quoted already where they must be.
std::string csvLine(const std::vector<std::string>& fields);

} // namespace talon::simulation
