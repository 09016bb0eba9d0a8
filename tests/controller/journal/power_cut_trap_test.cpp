#include "tests/support/catch.h"
#include "tests/support/power_cut_vfs.h"
#include "tests/support/small_office.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace talon;
using namespace talon::journal;
using namespace std::chrono_literals;
using talon::test::Fate;
using talon::test::PowerCutDisk;
using talon::test::PowerCutVfs;
using talon::test::Random;

/// Ways to lose a ticket, each shown to lose it when SQLite is used in another way than ours.
namespace {

constexpr const char* Path = "office.journal";

Entry ticket(std::int64_t visit)
{
    const Instant at = test::officeTime(test::SmallOfficeDay, 9h).now;
    return {.at = at,
            .by = "device:1",
            .events = {queue::TicketIssued{.visit = {visit},
                                           .serial = static_cast<int>(visit),
                                           .number = "А00" + std::to_string(visit),
                                           .service = {1},
                                           .at = at,
                                           .due = at + 10min}},
            .answer = StoredAnswer{.key = "ticket" + std::to_string(visit)},
            .accounts = {}};
}

Journal mustOpen(PowerCutVfs& vfs)
{
    auto journal = Journal::open(Path, {.create = true, .storage = vfs.storage()});
    INFO((journal ? "" : journal.error().what));
    REQUIRE(journal);
    return *std::move(journal);
}

bool isKnown(Reader& reader, const std::string& key)
{
    const auto answer = reader.findAnswer(key);
    REQUIRE(answer);
    return answer->has_value();
}

bool isKnown(PowerCutVfs& vfs, const std::string& key)
{
    auto reader = Reader::open(Path, vfs.storage());
    REQUIRE(reader);
    return isKnown(*reader, key);
}

/// A journal with ticket 1, whose process died when all of ticket 2 was written to the log and
/// nothing of it synced.
void dieBeforeSync(PowerCutVfs& vfs)
{
    Journal journal = mustOpen(vfs);
    const Entry first = ticket(1);
    REQUIRE(journal.append(std::span(&first, 1)));

    vfs.dieAtSync();
    const Entry second = ticket(2);
    REQUIRE_FALSE(journal.append(std::span(&second, 1)));
    REQUIRE(vfs.isDead());
}

/// Counts the commits that were acknowledged and are not there after a cut, over all cuts.
int lostCommits(const char* journalMode, const char* synchronous)
{
    PowerCutVfs vfs("talon-raw");
    std::vector<std::size_t> acknowledged;
    {
        SQLite::Database database(Path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0,
                                  "talon-raw");
        database.exec(std::string("PRAGMA journal_mode = ") + journalMode);
        database.exec(std::string("PRAGMA synchronous = ") + synchronous);
        database.exec("CREATE TABLE ticket (id INTEGER PRIMARY KEY)");
        for (int i = 0; i < 20; ++i) {
            database.exec("INSERT INTO ticket DEFAULT VALUES");
            acknowledged.push_back(vfs.operations().size());
        }
    }
    int lost = 0;
    PowerCutDisk disk;
    PowerCutVfs after("talon-after-cut");
    Random random(1);
    for (std::size_t done = 0; done < vfs.operations().size(); ++done) {
        disk.happen(vfs.operations()[done]);
        if (done + 1 < acknowledged.front()) {
            continue;
        }
        const auto expected = std::ranges::count_if(
            acknowledged, [&](std::size_t operations) { return operations <= done + 1; });
        after.restartFrom(disk.afterPowerCut(Fate::Forget, random));
        try {
            SQLite::Database database(Path, SQLite::OPEN_READWRITE, 0, "talon-after-cut");
            const int found = database.execAndGet("SELECT count(*) FROM ticket").getInt();
            lost += found < expected ? 1 : 0;
        } catch (const SQLite::Exception&) {
            ++lost;
        }
    }
    return lost;
}

} // namespace

TEST_CASE("killed before the sync, restarted, asked again, power cut: the ticket is still there")
{
    PowerCutVfs vfs("talon-trap");
    dieBeforeSync(vfs);
    vfs.restart();
    Random random(1);

    SECTION("a start that only looks finds the ticket, answers with it, and then loses it")
    {
        CHECK(isKnown(vfs, "ticket2"));
        vfs.restartFrom(vfs.disk().afterPowerCut(Fate::Forget, random));
        CHECK_FALSE(isKnown(vfs, "ticket2"));
        CHECK(isKnown(vfs, "ticket1"));
    }
    SECTION("a start of the journal keeps what it shows")
    {
        {
            Journal journal = mustOpen(vfs);
            CHECK(journal.takeMemory().office.lastVisit == 2);
            CHECK(isKnown(vfs, "ticket2"));
            vfs.dieAfter(0);
        }
        vfs.restartFrom(vfs.disk().afterPowerCut(Fate::Forget, random));
        CHECK(isKnown(vfs, "ticket2"));
        CHECK(mustOpen(vfs).takeMemory().office.lastVisit == 2);
    }
    SECTION("also when somebody reads at that moment, so that the log cannot be emptied")
    {
        SQLite::Database other(Path, SQLite::OPEN_READWRITE, 0, "talon-trap");
        SQLite::Statement reading(other, "SELECT seq FROM event");
        REQUIRE(reading.executeStep());
        {
            Journal journal = mustOpen(vfs);
            CHECK(journal.takeMemory().office.lastVisit == 2);
            vfs.dieAfter(0);
        }
        vfs.restartFrom(vfs.disk().afterPowerCut(Fate::Forget, random));
        CHECK(isKnown(vfs, "ticket2"));
    }
}

TEST_CASE("of SQLite's modes the harness tells those that lose from those that do not")
{
    CHECK(lostCommits("WAL", "FULL") == 0);
    CHECK(lostCommits("WAL", "NORMAL") > 0);
    CHECK(lostCommits("DELETE", "FULL") > 0);
    CHECK(lostCommits("DELETE", "EXTRA") == 0);
}
