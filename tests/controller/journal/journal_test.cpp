#include "controller/journal/journal.h"

#include "controller/journal/visit_table.h"
#include "tests/controller/journal/office_life.h"
#include "tests/controller/journal/scratch.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

using namespace talon;
using namespace talon::journal;
using namespace std::chrono_literals;
using talon::test::append;
using talon::test::mustOpen;
using talon::test::OfficeLife;
using talon::test::Scratch;

namespace {

void checkVisits(const std::string& path, const OfficeLife& life)
{
    auto reader = Reader::open(path);
    REQUIRE(reader);
    for (const auto& [day, visits] : life.visits()) {
        std::vector<queue::Visit> expected;
        for (const auto& [id, visit] : visits) {
            expected.push_back(visit);
        }
        const auto found = reader->visitsOn(day, 10'000);
        REQUIRE(found);
        REQUIRE(*found == expected);
    }
}

} // namespace

TEST_CASE("a new journal is empty, of the first epoch, and whole")
{
    const Scratch scratch;
    {
        Journal journal = mustOpen(scratch.path(), {.create = true});
        const Memory memory = journal.takeMemory();
        CHECK(memory.office == queue::Office{});
        CHECK(memory.accounts == staff::Accounts{});
        CHECK(memory.seq == 0);
        CHECK(memory.epoch == 1);
    }
    CHECK(checkWhole(scratch.path()));
}

TEST_CASE("opening again is the same as having lived through it")
{
    // Few and many events between snapshots, so that both ways of remembering are walked.
    for (const int snapshotEvery : {1, 7, 50, 100'000}) {
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            INFO("seed " << seed << ", a snapshot every " << snapshotEvery);
            const Scratch scratch;
            OfficeLife life(seed);
            test::Random random(seed);
            for (int opening = 0; opening < 8; ++opening) {
                Journal journal =
                    mustOpen(scratch.path(), {.create = true, .snapshotEvery = snapshotEvery});
                const Memory memory = journal.takeMemory();
                REQUIRE(memory.office == life.office());
                REQUIRE(memory.accounts == life.accounts());
                REQUIRE(memory.seq == life.seq());
                for (int i = 0; i < 12; ++i) {
                    std::vector<Entry> batch;
                    for (auto left = random.from(1, 12); left > 0; --left) {
                        batch.push_back(life.next());
                    }
                    const auto seq = journal.append(batch);
                    REQUIRE(seq);
                    REQUIRE(*seq == life.seq());
                }
            }
            checkVisits(scratch.path(), life);
            const auto whole = checkWhole(scratch.path());
            INFO((whole ? "" : whole.error().what));
            REQUIRE(whole);
        }
    }
}

TEST_CASE("an answer is found by its key, also while the journal is in use")
{
    const Scratch scratch;
    Journal journal = mustOpen(scratch.path(), {.create = true});
    auto reader = Reader::open(scratch.path());
    REQUIRE(reader);
    CHECK(*reader->findAnswer("k1") == std::nullopt);

    const StoredAnswer answer{
        .key = "k1", .fingerprint = "f", .status = 201, .body = R"({"number":"А001"})"};
    append(journal, {.at = test::officeTime(test::SmallOfficeDay, 9h).now,
                     .by = "device:1",
                     .events = {},
                     .answer = answer,
                     .accounts = {}});
    CHECK(*reader->findAnswer("k1") == answer);
    CHECK(*reader->findAnswer("k2") == std::nullopt);
}

TEST_CASE("answers are kept for seven days, sessions until they end")
{
    const Scratch scratch;
    Journal journal = mustOpen(scratch.path(), {.create = true});
    const auto answerOn = [](Day day, std::string key) {
        return Entry{.at = day + 9h,
                     .by = "device:1",
                     .events = {queue::DayStarted{day}},
                     .answer = StoredAnswer{.key = std::move(key)},
                     .accounts = {}};
    };
    const Day day = test::SmallOfficeDay;
    append(journal, answerOn(day, "first"));
    append(
        journal,
        {.at = day + 9h,
         .by = "office",
         .events = {},
         .answer = std::nullopt,
         .accounts = {
             staff::StaffSaved{{.id = {1}, .login = "anna"}},
             staff::SessionOpened{{.tokenHash = "short", .staff = {1}, .expiresAt = day + 12h}},
             staff::SessionOpened{{.tokenHash = "long", .staff = {1}, .expiresAt = day + 1000h}}}});
    auto reader = Reader::open(scratch.path());
    REQUIRE(reader);

    append(journal, answerOn(day + std::chrono::days{7}, "second"));
    CHECK(reader->findAnswer("first")->has_value());
    append(journal, answerOn(day + std::chrono::days{8}, "third"));
    CHECK_FALSE(reader->findAnswer("first")->has_value());
    CHECK(reader->findAnswer("second")->has_value());
    CHECK(reader->findAnswer("third")->has_value());

    {
        const Journal closed = std::move(journal);
    }
    const auto sessions = mustOpen(scratch.path(), {}).takeMemory().accounts.sessions;
    CHECK(sessions.size() == 1);
    CHECK(sessions.contains("long"));
}

TEST_CASE("the reader gives at most as many visits as asked for, the first of the day")
{
    const Scratch scratch;
    OfficeLife life(3);
    Journal journal = mustOpen(scratch.path(), {.create = true});
    while (life.office().visits.size() < 5) {
        append(journal, life.next());
    }
    auto reader = Reader::open(scratch.path());
    REQUIRE(reader);
    const auto visits = reader->visitsOn(life.office().day, 2);
    REQUIRE(visits);
    REQUIRE(visits->size() == 2);
    CHECK(visits->front() == journal::recorded(life.office().visits.begin()->second));
    CHECK(reader->visitsOn(life.office().day + std::chrono::days{1}, 2)->empty());
}

TEST_CASE("the tables refuse what must never be, whatever the program thinks")
{
    const Scratch scratch;
    const Day day = test::SmallOfficeDay;
    Journal journal = mustOpen(scratch.path(), {.create = true});
    const auto entry = [&](std::vector<queue::Event> events) {
        return Entry{
            .at = day + 5h, .by = "t", .events = std::move(events), .answer = {}, .accounts = {}};
    };
    const auto ticket = [&](std::int64_t id, int serial, std::string number) {
        return queue::TicketIssued{.visit = {id},
                                   .serial = serial,
                                   .number = std::move(number),
                                   .service = {1},
                                   .at = day + 5h,
                                   .due = day + 5h};
    };
    append(journal, entry({queue::SettingsChanged{test::smallSettings()}, queue::DayStarted{day},
                           ticket(1, 1, "А001")}));

    SECTION("the same number twice in a day")
    {
        const auto twice = entry({ticket(2, 2, "А001")});
        const auto result = journal.append(std::span(&twice, 1));
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == JournalError::Kind::Damaged);
    }
    SECTION("the same request twice")
    {
        auto asked = entry({});
        asked.answer = StoredAnswer{.key = "k"};
        append(journal, asked);
        REQUIRE_FALSE(journal.append(std::span(&asked, 1)));
    }
    // After such an error the journal takes nothing more, and the file has nothing of it.
    const auto other = entry({ticket(2, 2, "А002")});
    CHECK_FALSE(journal.append(std::span(&other, 1)));
    {
        const Journal closed = std::move(journal);
    }
    CHECK(checkWhole(scratch.path()));
    CHECK(mustOpen(scratch.path(), {}).takeMemory().office.lastVisit == 1);
}

TEST_CASE("a back-up is whole, can be taken in use, and replaces nothing")
{
    const Scratch scratch;
    OfficeLife life(5);
    Journal journal = mustOpen(scratch.path(), {.create = true});
    for (int i = 0; i < 100; ++i) {
        append(journal, life.next());
    }
    const std::string copy = scratch.file("copy.journal");
    const auto done = backUp(scratch.path(), copy);
    INFO((done ? "" : done.error().what));
    REQUIRE(done);
    const queue::Office then = life.office();
    append(journal, life.next());

    CHECK(checkWhole(copy));
    CHECK_FALSE(scratch.has("copy.journal.part"));
    CHECK(mustOpen(copy, {}).takeMemory().office == then);

    const auto again = backUp(scratch.path(), copy);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == JournalError::Kind::Exists);
    const auto itself = backUp(scratch.path(), scratch.path());
    REQUIRE_FALSE(itself);
    CHECK(itself.error().kind == JournalError::Kind::Exists);
}

TEST_CASE("a restored file gets a new epoch")
{
    const Scratch scratch;
    {
        const Journal journal = mustOpen(scratch.path(), {.create = true});
        const auto inUse = raiseEpoch(scratch.path());
        REQUIRE_FALSE(inUse);
        CHECK(inUse.error().kind == JournalError::Kind::InUse);
    }
    CHECK(*raiseEpoch(scratch.path()) == 2);
    CHECK(*raiseEpoch(scratch.path()) == 3);
    CHECK(mustOpen(scratch.path(), {}).takeMemory().epoch == 3);
}
