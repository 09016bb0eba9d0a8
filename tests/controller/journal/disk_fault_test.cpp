#include "tests/controller/journal/office_life.h"
#include "tests/controller/journal/power_cut_life.h"
#include "tests/support/catch.h"

using namespace talon;
using namespace talon::journal;
using talon::test::OfficeLife;
using talon::test::PowerCutPath;
using talon::test::PowerCutVfs;
using Kind = talon::journal::JournalError::Kind;

/// Disks that are full or fail.
namespace {

Journal mustOpen(PowerCutVfs& vfs)
{
    auto journal = Journal::open(PowerCutPath,
                                 {.create = true, .snapshotEvery = 20, .storage = vfs.storage()});
    INFO((journal ? "" : journal.error().what));
    REQUIRE(journal);
    return *std::move(journal);
}

} // namespace

TEST_CASE("a full disk keeps nothing of the batch, and the journal goes on when there is room")
{
    PowerCutVfs vfs("talon-full");
    OfficeLife life(8);
    Journal journal = mustOpen(vfs);
    int full = 0;
    for (int i = 0; i < 300; ++i) {
        const Entry entry = life.next();
        if (i % 10 == 9) {
            // From none at all to nearly enough for the whole of it.
            vfs.setRoom(vfs.disk().size() + (i % 7) * 4000);
        }
        auto appended = journal.append(std::span(&entry, 1));
        while (!appended) {
            INFO(appended.error().what);
            REQUIRE(appended.error().kind == Kind::Full);
            ++full;
            vfs.setRoom(1'000'000'000);
            appended = journal.append(std::span(&entry, 1));
        }
        REQUIRE(*appended == life.seq());
    }
    CHECK(full > 15);
    vfs.setRoom(1'000'000'000);
    CHECK(checkWhole(PowerCutPath, vfs.storage()));
    {
        const Journal closed = std::move(journal);
    }
    const Memory memory = mustOpen(vfs).takeMemory();
    CHECK(memory.office == life.office());
    CHECK(memory.accounts == life.accounts());
}

TEST_CASE("after a full disk the next batch follows what is kept, not what was refused")
{
    PowerCutVfs vfs("talon-full");
    OfficeLife life(8);
    Journal journal = mustOpen(vfs);
    for (int i = 0; i < 50; ++i) {
        const Entry entry = life.next();
        REQUIRE(journal.append(std::span(&entry, 1)));
    }
    vfs.setRoom(vfs.disk().size());
    OfficeLife refused = life;
    std::vector<Entry> lost;
    for (int i = 0; i < 40; ++i) {
        lost.push_back(refused.next());
    }
    REQUIRE_FALSE(journal.append(lost));
    vfs.setRoom(1'000'000'000);
    // Another future than the one that found no room.
    life.skipToNextDay();
    for (int i = 0; i < 50; ++i) {
        const Entry entry = life.next();
        REQUIRE(journal.append(std::span(&entry, 1)));
    }
    CHECK(checkWhole(PowerCutPath, vfs.storage()));
    {
        const Journal closed = std::move(journal);
    }
    CHECK(mustOpen(vfs).takeMemory().office == life.office());
}

TEST_CASE("a failed sync ends the journal's life, and the next start reads what is there")
{
    PowerCutVfs vfs("talon-sync");
    OfficeLife life(8);
    {
        Journal journal = mustOpen(vfs);
        const Entry first = life.next();
        REQUIRE(journal.append(std::span(&first, 1)));
        const queue::Office kept = life.office();
        const Entry second = life.next();
        vfs.failSyncs(true);
        const auto failed = journal.append(std::span(&second, 1));
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == Kind::Io);
        vfs.failSyncs(false);
        const auto again = journal.append(std::span(&second, 1));
        REQUIRE_FALSE(again);
        CHECK(again.error() == failed.error());
    }
    CHECK(checkWhole(PowerCutPath, vfs.storage()));
    const std::int64_t seq = mustOpen(vfs).takeMemory().seq;
    CHECK(seq >= 1);
    CHECK(seq <= life.seq());
}

TEST_CASE("a disk that cannot sync gets no journal, and none that is half made")
{
    PowerCutVfs vfs("talon-sync");
    vfs.failSyncs(true);
    const auto opened = Journal::open(PowerCutPath, {.create = true, .storage = vfs.storage()});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == Kind::Io);
    CHECK(vfs.disk().content(PowerCutPath) == nullptr);
    vfs.failSyncs(false);
    CHECK(mustOpen(vfs).takeMemory().seq == 0);
}

TEST_CASE("a back-up that finds no room leaves nothing behind")
{
    PowerCutVfs vfs("talon-full");
    OfficeLife life(8);
    Journal journal = mustOpen(vfs);
    const Entry first = life.next();
    REQUIRE(journal.append(std::span(&first, 1)));
    vfs.setRoom(vfs.disk().size() + 20'000);
    const auto done = backUp(PowerCutPath, "copy", vfs.storage());
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == Kind::Full);
    CHECK(vfs.disk().content("copy") == nullptr);
    CHECK(vfs.disk().content("copy.part") == nullptr);
    vfs.setRoom(1'000'000'000);
    CHECK(backUp(PowerCutPath, "copy", vfs.storage()));
    CHECK(checkWhole("copy", vfs.storage()));
}
