#include "controller/journal/journal.h"
#include "tests/controller/journal/scratch.h"
#include "tests/support/catch.h"
#include "tests/support/golden.h"
#include "tests/support/small_office.h"

using namespace talon;
using namespace std::chrono_literals;

/// Journals of older versions, as those versions left them, are brought up to date when they are
/// opened, and lose nothing.
namespace {

constexpr Day Monday{std::chrono::year{2026} / std::chrono::November / 23};

/// Two days of an office, written by the first version: a visitor served, one absent, one dropped
/// at the day's end; one called and one waiting when its clock stopped.
std::string firstVersion(const test::Scratch& scratch)
{
    const QString path = QString::fromStdString(scratch.path());
    REQUIRE(QFile::copy(test::goldenPath(QStringLiteral("journal/version1.journal")), path));
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    return path.toStdString();
}

} // namespace

TEST_CASE("a journal of the first version is brought up to date and is whole")
{
    const test::Scratch scratch;
    const std::string path = firstVersion(scratch);
    const auto before = journal::checkWhole(path);
    REQUIRE_FALSE(before);
    CHECK(before.error().kind == journal::JournalError::Kind::InUse);

    auto journal = journal::Journal::open(path, {});
    INFO((journal ? "" : journal.error().what));
    REQUIRE(journal);
    const queue::Office office = journal->takeMemory().office;
    CHECK(office.day == Monday + std::chrono::days{1});
    CHECK(office.lastVisit == 5);
    CHECK(office.settings.services.size() == 10);
    CHECK(office.settings.hours.week.at(0) == DayHours{{.opens = 8h, .closes = 17h}});
    REQUIRE(office.visits.size() == 2);
    CHECK(office.visits.at({4}).state == VisitState::Called);
    CHECK(office.visits.at({5}).state == VisitState::Waiting);

    auto reader = journal::Reader::open(path);
    REQUIRE(reader);
    const auto visits = reader->visitsOn(Monday, 100);
    REQUIRE(visits);
    REQUIRE(visits->size() == 3);
    CHECK(visits->at(0).state == VisitState::NoShow);
    CHECK(visits->at(1).state == VisitState::Finished);
    CHECK(visits->at(1).queuedAt == visits->at(1).joinedAt);
    CHECK(visits->at(2).dropped == DropReason::DayEnded);
}

TEST_CASE("what an older version wrote is checked like anything else, once it is up to date")
{
    const test::Scratch scratch;
    const std::string path = firstVersion(scratch);
    REQUIRE(journal::Journal::open(path, {}));
    const auto whole = journal::checkWhole(path);
    INFO((whole ? "" : whole.error().what));
    CHECK(whole);
    // And opens again without more ado.
    CHECK(journal::Journal::open(path, {}));
}
