#include "terminal/offline/offline_store.h"

#include "terminal/offline/offline_desk.h"
#include "tests/support/catch.h"
#include "tests/terminal/offline/leased_days.h"

#include <QFile>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>

using namespace talon;
using namespace talon::terminal;
using namespace std::chrono_literals;
using talon::test::leasedDays;
using talon::test::offlineAt;
using talon::test::OfflineDay;

namespace {

struct Folder
{
    QTemporaryDir folder;

    std::string path() const { return file("terminal.store").toStdString(); }
    QString file(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    bool has(const char* name) const { return QFile::exists(file(name)); }

    OfflineDesk open() const
    {
        auto store = OfflineStore::open(path());
        INFO((store ? "" : store.error().what));
        REQUIRE(store);
        OfflineDesk desk(*std::move(store));
        desk.recall(leasedDays());
        return desk;
    }

    void setContent(const char* name, const QByteArray& content) const
    {
        QFile file(this->file(name));
        REQUIRE(file.open(QFile::WriteOnly));
        REQUIRE(file.write(content) == content.size());
    }
};

KeptTicket mustGive(OfflineDesk& desk, const std::string& key, std::int64_t service = 1)
{
    const auto kept = desk.give({.service = {service},
                                 .category = CategoryId{4},
                                 .language = "en",
                                 .people = 3,
                                 .booking = BookingId{5},
                                 .instead = "abandoned-" + key},
                                offlineAt(10h) + 123ms, key);
    REQUIRE(kept);
    return *kept;
}

} // namespace

TEST_CASE("a store remembers its tickets, its documents and who it is")
{
    const Folder folder;
    std::string id;
    std::vector<KeptTicket> before;
    {
        OfflineDesk desk = folder.open();
        id = desk.storeId();
        CHECK(id.size() == 36);
        CHECK(mustGive(desk, "k1").ticket.number == "А9900");
        CHECK(mustGive(desk, "k2").ticket.number == "А9901");
        CHECK(mustGive(desk, "k3", 2).ticket.number == "Б9900");
        REQUIRE(desk.settlePaper("k2", PrintOutcome::Printed));
        REQUIRE(desk.settlePaper("forgotten", PrintOutcome::Printed));
        REQUIRE(desk.nextToHandOver());
        REQUIRE(desk.handedOver(1, VisitId{77}, 1));
        REQUIRE(desk.keepDocument(Document::View, R"({"office":{}})"));
        REQUIRE(desk.keepDocument(Document::View, R"({"office":{"open":true}})"));
        before = desk.tickets();
    }
    OfflineDesk desk = folder.open();
    CHECK(desk.storeId() == id);
    CHECK(desk.tickets() == before);
    CHECK(desk.waitingCount() == 2);
    CHECK(desk.document(Document::View) == R"({"office":{"open":true}})");
    CHECK_FALSE(desk.document(Document::Bookings));
    CHECK(mustGive(desk, "k4").ticket.number == "А9902");
}

TEST_CASE("tickets wait in the order of giving; a request once sent keeps its words")
{
    const Folder folder;
    {
        OfflineDesk desk = folder.open();
        mustGive(desk, "k1");
        mustGive(desk, "k2", 2);
        CHECK((*desk.nextToHandOver())->ticket.paper == PrintOutcome::NotReported);
        REQUIRE(desk.settlePaper("k1", PrintOutcome::Unknown));
        REQUIRE(desk.settlePaper("k2", PrintOutcome::OnScreen));
    }
    OfflineDesk desk = folder.open();
    const auto first = desk.nextToHandOver();
    REQUIRE((first && *first));
    CHECK((*first)->key == "k1");
    CHECK((*first)->ticket.paper == PrintOutcome::NotReported);
    CHECK_FALSE(desk.nextPaperToTell());
    REQUIRE(desk.handedOver((*first)->seq, VisitId{1}, 1));
    REQUIRE(desk.nextPaperToTell());
    CHECK(desk.nextPaperToTell()->ticket.paper == PrintOutcome::Unknown);
    REQUIRE(desk.paperTold(1, PrintOutcome::Unknown));
    CHECK_FALSE(desk.nextPaperToTell());
    REQUIRE(desk.settlePaper("k1", PrintOutcome::Printed));
    CHECK(desk.nextPaperToTell()->ticket.paper == PrintOutcome::Printed);
    const auto second = desk.nextToHandOver();
    CHECK((*second)->ticket.paper == PrintOutcome::OnScreen);
    REQUIRE(desk.handedOver((*second)->seq, std::nullopt, 1));
    CHECK_FALSE(*desk.nextToHandOver());
}

TEST_CASE("what the controller cannot read is kept, and tried again at the next start")
{
    const Folder folder;
    {
        OfflineDesk desk = folder.open();
        mustGive(desk, "k1");
        mustGive(desk, "k2");
        REQUIRE(desk.setAside(1));
        CHECK((*desk.nextToHandOver())->key == "k2");
        CHECK(desk.waitingCount() == 1);
    }
    OfflineDesk desk = folder.open();
    CHECK(desk.waitingCount() == 2);
    CHECK((*desk.nextToHandOver())->key == "k1");
}

TEST_CASE("what an older journal had waits again when a newer epoch is seen")
{
    const Folder folder;
    std::vector<KeptTicket> after;
    {
        OfflineDesk desk = folder.open();
        mustGive(desk, "k1");
        mustGive(desk, "k2");
        REQUIRE(desk.handedOver(1, VisitId{7}, 1));
        REQUIRE(desk.handedOver(2, VisitId{8}, 2));
        CHECK_FALSE(*desk.noticeEpoch(1));
        CHECK(*desk.noticeEpoch(2));
        CHECK(desk.waitingCount() == 1);
        CHECK((*desk.nextToHandOver())->key == "k1");
        after = desk.tickets();
    }
    CHECK(folder.open().tickets() == after);
}

TEST_CASE("tickets are forgotten a week after their day, those that wait never")
{
    const Folder folder;
    OfflineDesk desk = folder.open();
    mustGive(desk, "k1");
    mustGive(desk, "k2");
    REQUIRE(desk.handedOver(1, VisitId{7}, 1));
    REQUIRE(desk.forgetOld(OfflineDay + std::chrono::days{7}));
    CHECK(desk.tickets().size() == 2);
    REQUIRE(desk.forgetOld(OfflineDay + std::chrono::days{8}));
    REQUIRE(desk.tickets().size() == 1);
    CHECK(desk.tickets().front().key == "k2");
}

TEST_CASE("two terminals do not share a store")
{
    const Folder folder;
    const OfflineDesk desk = folder.open();
    const auto second = OfflineStore::open(folder.path());
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == StoreError::Kind::InUse);
}

TEST_CASE("a file that is none of ours is set aside untouched, and a new store made")
{
    const Folder folder;
    folder.setContent("terminal.store", "letters to a friend");
    std::string id;
    {
        const OfflineDesk desk = folder.open();
        id = desk.storeId();
        CHECK(desk.tickets().empty());
    }
    QFile aside(folder.file("terminal.store.damaged-1"));
    REQUIRE(aside.open(QFile::ReadOnly));
    CHECK(aside.readAll() == "letters to a friend");
    folder.setContent("terminal.store", "");
    CHECK(folder.open().storeId() != id);
    CHECK(folder.has("terminal.store.damaged-2"));
}

TEST_CASE("a damaged store is set aside with its log: the new one is another holder of numbers")
{
    const Folder folder;
    std::string id;
    {
        OfflineDesk desk = folder.open();
        id = desk.storeId();
        for (int i = 0; i < 60; ++i) {
            mustGive(desk, "k" + std::to_string(i));
        }
    }
    {
        SQLite::Database database(folder.path(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    QFile file(QString::fromStdString(folder.path()));
    REQUIRE(file.open(QFile::ReadWrite));
    REQUIRE(file.seek(4096 * 2));
    REQUIRE(file.write(QByteArray(4096 * 6, 'x')) > 0);
    file.close();
    const OfflineDesk desk = folder.open();
    CHECK(desk.storeId() != id);
    CHECK(desk.tickets().empty());
    CHECK(folder.has("terminal.store.damaged-1"));
}

TEST_CASE("a log without its file, as a cut set-aside leaves it, is set aside too")
{
    const Folder folder;
    folder.setContent("terminal.store-wal", "frames of another file");
    const OfflineDesk desk = folder.open();
    CHECK(desk.tickets().empty());
    CHECK(folder.has("terminal.store.damaged-1-wal"));
    CHECK(folder.has("terminal.store"));
}
