#pragma once

#include "tests/support/catch.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace talon::test {

/// A row of phrases.txt: what is called, and how it has to be said.
struct PhraseRow
{
    std::string number;
    std::string window;
    std::string russian;
    std::string english;
};

inline std::vector<PhraseRow> phraseTable()
{
    std::ifstream file(TALON_SOURCE_DIR "/tests/display/voice/phrases.txt");
    std::vector<PhraseRow> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        PhraseRow row;
        std::istringstream cells(line);
        for (std::string* const cell : {&row.number, &row.window, &row.russian, &row.english}) {
            REQUIRE(std::getline(cells, *cell, '|'));
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace talon::test
