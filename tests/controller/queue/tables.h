#pragma once

#include "controller/queue/apply.h"
#include "tests/support/catch.h"
#include "tests/support/scenario.h"
#include "tests/support/small_office.h"

/// Tables of what happens at the small office of tests/support/small_office.h; see scenario.h for
/// the words.
namespace talon::test {

/// The office does what the table says.
inline void holds(const char* table)
{
    CHECK(play(table) == table);
}

/// So does the small office once it is set up like this.
template <class SetUp>
void holdsWith(SetUp setUp, const char* table)
{
    OfficeSettings settings = smallSettings();
    setUp(settings);
    const auto checked = check(settings);
    INFO((checked ? "" : describe(checked.error())));
    REQUIRE(checked);
    queue::Office office = smallOffice();
    queue::apply(office, queue::SettingsChanged{settings});
    CHECK(play(table, office) == table);
}

} // namespace talon::test
