#include "tests/controller/journal/office_life.h"
#include "tests/controller/journal/scratch.h"
#include "tests/support/catch.h"

#include <QDir>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace talon;
using namespace talon::journal;
using talon::test::append;
using talon::test::mustOpen;
using talon::test::OfficeLife;
using talon::test::Random;
using talon::test::Scratch;
using Kind = talon::journal::JournalError::Kind;

/// Files that are not what they should be: each is named, and left as it is.
namespace {

constexpr const char* File = "office.journal";

/// A journal with some days in it, closed.
queue::Office lived(const Scratch& scratch, int entries = 150)
{
    OfficeLife life(21);
    Journal journal = mustOpen(scratch.path(), {.create = true, .snapshotEvery = 40});
    for (int i = 0; i < entries; ++i) {
        if (i % 60 == 59) {
            life.skipToNextDay();
        }
        append(journal, life.next());
    }
    return life.office();
}

/// What opening, reading and checking say; all must agree, even when asked to create, and change
/// nothing.
JournalError refused(const Scratch& scratch)
{
    const QByteArray before = scratch.content(File);
    const auto opened = Journal::open(scratch.path(), {.create = true});
    REQUIRE_FALSE(opened);
    CHECK(scratch.content(File) == before);
    const auto checked = checkWhole(scratch.path());
    REQUIRE_FALSE(checked);
    CHECK(checked.error().kind == opened.error().kind);
    CHECK(scratch.content(File) == before);
    const std::string& what = opened.error().what;
    INFO(what);
    CHECK(what.rfind(scratch.path() + ": ", 0) == 0);
    CHECK(what.find('\n') == std::string::npos);
    return opened.error();
}

void change(const Scratch& scratch, const std::string& sql)
{
    SQLite::Database database(scratch.path(), SQLite::OPEN_READWRITE);
    database.exec(sql);
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::string whatIsWrong(const Scratch& scratch)
{
    const auto checked = checkWhole(scratch.path());
    if (checked) {
        return "";
    }
    CHECK(checked.error().kind == Kind::Damaged);
    return checked.error().what;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a journal that is not there is missing, and is not made unless asked for")
{
    const Scratch scratch;
    const auto opened = Journal::open(scratch.path(), {});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == Kind::Missing);
    CHECK_FALSE(scratch.has(File));
    CHECK(Reader::open(scratch.path()).error().kind == Kind::Missing);
    CHECK(checkWhole(scratch.path()).error().kind == Kind::Missing);
    CHECK(backUp(scratch.path(), scratch.file("copy")).error().kind == Kind::Missing);
    CHECK(raiseEpoch(scratch.path()).error().kind == Kind::Missing);
    CHECK_FALSE(scratch.has("office.journal.lock"));
}

TEST_CASE("a file that is no database is not ours")
{
    const Scratch scratch;
    scratch.setContent(File, "short");
    CHECK(refused(scratch).kind == Kind::NotOurs);
    scratch.setContent(File, QByteArray(20'000, 'x'));
    CHECK(refused(scratch).kind == Kind::NotOurs);
}

TEST_CASE("an empty file is damage, never a new office")
{
    const Scratch scratch;
    scratch.setContent(File, "");
    CHECK(refused(scratch).kind == Kind::Damaged);
}

TEST_CASE("another program's database is not ours")
{
    const Scratch scratch;
    {
        SQLite::Database other(scratch.path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    }
    CHECK(refused(scratch).kind == Kind::NotOurs);
}

TEST_CASE("a folder in the file's place is said to be one")
{
    const Scratch scratch;
    REQUIRE(QDir().mkdir(QString::fromStdString(scratch.path())));
    const auto opened = Journal::open(scratch.path(), {.create = true});
    REQUIRE_FALSE(opened);
    CHECK(has(opened.error().what, "Is a directory"));
}

TEST_CASE("a journal of a newer version is left alone")
{
    const Scratch scratch;
    lived(scratch, 5);
    change(scratch, "PRAGMA user_version = 99");
    const JournalError error = refused(scratch);
    CHECK(error.kind == Kind::Newer);
    CHECK(has(error.what, "99"));
}

TEST_CASE("a newer version that only its log knows of is noticed too")
{
    const Scratch scratch;
    lived(scratch, 5);
    QByteArray log;
    {
        SQLite::Database database(scratch.path(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA user_version = 99");
        log = scratch.content("office.journal-wal");
        REQUIRE(!log.isEmpty());
        scratch.setContent("copy", scratch.content(File));
    }
    scratch.setContent(File, scratch.content("copy"));
    scratch.setContent("office.journal-wal", log);
    CHECK(refused(scratch).kind == Kind::Newer);
    CHECK(scratch.content("office.journal-wal") == log);
}

TEST_CASE("a second controller is turned away, and the first goes on")
{
    const Scratch scratch;
    OfficeLife life(4);
    Journal journal = mustOpen(scratch.path(), {.create = true});
    append(journal, life.next());
    const auto second = Journal::open(scratch.path(), {.create = true});
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Kind::InUse);
    append(journal, life.next());
}

TEST_CASE("a file that vanished from beside its log is not begun anew")
{
    const Scratch scratch;
    lived(scratch, 5);
    REQUIRE(QFile::rename(QString::fromStdString(scratch.path()),
                          QString::fromStdString(scratch.file("moved"))));
    scratch.setContent("office.journal-wal", "frames");
    const auto opened = Journal::open(scratch.path(), {.create = true});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == Kind::Damaged);
    CHECK_FALSE(scratch.has(File));
}

TEST_CASE("a file cut short is damaged")
{
    const Scratch scratch;
    lived(scratch);
    const QByteArray whole = scratch.content(File);
    for (const qsizetype size : {whole.size() / 2, whole.size() - 4096, qsizetype{4096}}) {
        scratch.setContent(File, whole.left(size));
        CHECK(refused(scratch).kind == Kind::Damaged);
    }
}

TEST_CASE("our file with wrong first bytes is damaged")
{
    const Scratch scratch;
    lived(scratch, 5);
    QByteArray bytes = scratch.content(File);
    bytes[3] = 'x';
    scratch.setContent(File, bytes);
    CHECK(refused(scratch).kind == Kind::Damaged);
}

TEST_CASE("a damaged newest snapshot is passed over, and found by a check")
{
    const Scratch scratch;
    const queue::Office office = lived(scratch);
    change(scratch, "UPDATE snapshot SET office = replace(office, '\"lastVisit\":', '"
                    "\"lastVisit\":1') WHERE seq = (SELECT max(seq) FROM snapshot)");
    CHECK(mustOpen(scratch.path(), {}).takeMemory().office == office);
    CHECK(has(whatIsWrong(scratch), "snapshot"));

    change(scratch, "UPDATE snapshot SET office = '{}'");
    CHECK(mustOpen(scratch.path(), {}).takeMemory().office == office);
}

TEST_CASE("an edited, lost or forged event breaks the chain, and is named")
{
    const Scratch scratch;
    lived(scratch);
    SECTION("edited")
    {
        change(scratch, "UPDATE event SET at = at + 1 WHERE seq = 17");
        CHECK(has(whatIsWrong(scratch), "event 17 is not what was written"));
    }
    SECTION("its hash too")
    {
        change(scratch, "UPDATE event SET \"by\" = 'staff:9', hash = randomblob(32) "
                        "WHERE seq = 17");
        CHECK(has(whatIsWrong(scratch), "event 17 is not what was written"));
    }
    SECTION("lost")
    {
        change(scratch, "PRAGMA foreign_keys = OFF; DELETE FROM event WHERE seq = 17");
        CHECK(has(whatIsWrong(scratch), "event 17 is missing"));
    }
    SECTION("one of the latest, which a start reads")
    {
        change(scratch, "UPDATE event SET at = at + 1 WHERE seq = (SELECT max(seq) FROM event)");
        const JournalError error = refused(scratch);
        CHECK(error.kind == Kind::Damaged);
        CHECK(has(error.what, "is not what was written"));
    }
    SECTION("the last tickets, so that the chain itself looks whole")
    {
        change(scratch, "PRAGMA foreign_keys = OFF; DELETE FROM event WHERE seq >= "
                        "(SELECT max(seq) FROM event WHERE kind = 'ticketIssued'); "
                        "DELETE FROM snapshot WHERE seq > (SELECT max(seq) FROM event)");
        CHECK(refused(scratch).kind == Kind::Damaged);
    }
}

TEST_CASE("a visit's row that does not say what its events say is found by a check")
{
    const Scratch scratch;
    lived(scratch);
    SECTION("changed")
    {
        change(scratch, "UPDATE visit SET joined_at = joined_at + 1 WHERE id = 3");
        CHECK(has(whatIsWrong(scratch), "visit 3"));
    }
    SECTION("a name that nobody knows")
    {
        change(scratch, "UPDATE visit SET state = 'gone' WHERE id = 3");
        CHECK(has(whatIsWrong(scratch), "visit 3"));
    }
    SECTION("lost")
    {
        change(scratch, "DELETE FROM visit WHERE id = 3");
        CHECK(has(whatIsWrong(scratch), "visit"));
    }
    SECTION("of a day that never was")
    {
        change(scratch, "UPDATE visit SET day = day - 400 WHERE id = 1");
        CHECK(has(whatIsWrong(scratch), "visit"));
    }
}

TEST_CASE("of bits flipped in the events a check finds every one")
{
    const Scratch scratch;
    lived(scratch);
    const QByteArray whole = scratch.content(File);
    Random random(1);
    int flipped = 0;
    // Bodies are found by a text that only they have; each flip changes what an event says.
    for (qsizetype at = whole.indexOf("{\"at\":"); at >= 0 && flipped < 60;
         at = whole.indexOf("{\"at\":", at + 400)) {
        QByteArray bytes = whole;
        const qsizetype byte = at + random.from(6, 18);
        bytes[byte] = static_cast<char>(bytes.at(byte) ^ (1 << random.from(0, 6)));
        scratch.setContent(File, bytes);
        INFO("byte " << byte);
        CHECK_FALSE(whatIsWrong(scratch).empty());
        ++flipped;
    }
    CHECK(flipped > 20);
}

TEST_CASE("whatever bit flips anywhere, the journal opens or says that it is damaged")
{
    const Scratch scratch;
    lived(scratch);
    const QByteArray whole = scratch.content(File);
    Random random(2);
    for (int i = 0; i < 300; ++i) {
        QByteArray bytes = whole;
        const qsizetype byte = random.from(100, whole.size() - 1);
        bytes[byte] = static_cast<char>(bytes.at(byte) ^ (1 << random.from(0, 7)));
        scratch.setContent(File, bytes);
        INFO("byte " << byte);
        (void)checkWhole(scratch.path());
        const auto opened = Journal::open(scratch.path(), {});
        if (!opened) {
            INFO(opened.error().what);
            CHECK(opened.error().kind == Kind::Damaged);
        }
    }
}
