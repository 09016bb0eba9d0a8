#include "terminal/offline/offline_desk.h"
#include "tests/support/catch.h"
#include "tests/support/power_cut_vfs.h"
#include "tests/support/random.h"
#include "tests/terminal/offline/leased_days.h"

#include <set>

using namespace talon;
using namespace talon::terminal;
using namespace std::chrono_literals;
using talon::test::DiskOperation;
using talon::test::Fate;
using talon::test::leasedDays;
using talon::test::offlineAt;
using talon::test::PowerCutDisk;
using talon::test::PowerCutVfs;
using talon::test::Random;

/// The power is cut at every operation of the terminal's disk: a ticket that was given is kept, and
/// no number is given again.
namespace {

constexpr const char* Path = "terminal.store";

/// What the terminal had said, after how many operations of the disk.
struct Moment
{
    std::size_t operations = 0;
    std::string id;
    std::vector<KeptTicket> tickets;
    std::optional<std::string> leases;
};

StoreDisk diskOf(PowerCutVfs& vfs)
{
    return {.vfs = vfs.storage().vfs, .files = &vfs};
}

/// A terminal that lives at random on a disk, and everything it said.
class Life
{
public:
    Life(PowerCutVfs& vfs, std::uint64_t seed)
        : m_vfs(vfs)
        , m_random(seed)
    {
        open();
    }

    void live(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            step();
            note();
        }
    }

    const std::vector<Moment>& moments() const { return m_moments; }

private:
    void open()
    {
        auto store = OfflineStore::open(Path, diskOf(m_vfs));
        INFO((store ? "" : store.error().what));
        REQUIRE(store);
        m_desk.emplace(*std::move(store));
        m_desk->recall(leasedDays());
        note();
    }

    void step()
    {
        const std::string key = "k" + std::to_string(++m_keys);
        switch (m_random.from(0, 11)) {
        case 0: {
            m_desk.reset();
            open();
            return;
        }
        case 1: {
            m_vfs.dieAfter(0);
            m_desk.reset();
            m_vfs.restart();
            open();
            return;
        }
        case 2: REQUIRE(m_desk->hold(leasedDays(), "leases " + key)); return;
        case 3:
        case 4:
        case 5: {
            const auto next = m_desk->nextToHandOver();
            REQUIRE(next);
            note();
            if (*next) {
                REQUIRE(m_desk->handedOver((*next)->seq, VisitId{m_keys}, 1));
            }
            return;
        }
        case 6: {
            const std::string other = "k" + std::to_string(m_random.from(1, m_keys));
            REQUIRE(m_desk->settlePaper(other, PrintOutcome::Printed));
            return;
        }
        case 7:
            if (const auto paper = m_desk->nextPaperToTell()) {
                REQUIRE(m_desk->paperTold(paper->seq, paper->ticket.paper));
            }
            return;
        default:
            REQUIRE(m_desk->give({.service = {m_random.from(1, 2)}}, offlineAt(10h), key));
            return;
        }
    }

    void note()
    {
        m_moments.push_back({.operations = m_vfs.operations().size(),
                             .id = m_desk->storeId(),
                             .tickets = m_desk->tickets(),
                             .leases = m_desk->document(Document::Leases)});
    }

    PowerCutVfs& m_vfs;
    Random m_random;
    std::optional<OfflineDesk> m_desk;
    std::vector<Moment> m_moments;
    std::int64_t m_keys = 0;
};

/// Starts from what is on the disk. What is wrong with it, if anything is.
std::string
startAgain(PowerCutVfs& vfs, const std::vector<Moment>& moments, std::size_t acknowledged)
{
    auto store = OfflineStore::open(Path, diskOf(vfs));
    if (!store) {
        return store.error().what;
    }
    if (vfs.disk().content(std::string(Path) + ".damaged-1") != nullptr) {
        return "the store was taken for damaged";
    }
    OfflineDesk desk(*std::move(store));
    const auto is = [&](const Moment& moment) {
        return desk.storeId() == moment.id && desk.tickets() == moment.tickets &&
               desk.document(Document::Leases) == moment.leases;
    };
    const bool hasAll = acknowledged == 0 || is(moments[acknowledged - 1]);
    const bool hasNext = acknowledged < moments.size() && is(moments[acknowledged]);
    if (!hasAll && !hasNext) {
        return "what was said is not what is there: " + std::to_string(desk.tickets().size()) +
               " tickets";
    }
    desk.recall(leasedDays());
    std::set<std::string> given;
    for (std::size_t i = 0; i < acknowledged; ++i) {
        for (const KeptTicket& kept : moments[i].tickets) {
            given.insert(kept.ticket.number);
        }
    }
    for (int service = 1; service <= 2; ++service) {
        const auto kept =
            desk.give({.service = {service}}, offlineAt(11h), "after" + std::to_string(service));
        if (!kept) {
            return "no ticket can be given";
        }
        if (given.contains(kept->ticket.number)) {
            return kept->ticket.number + " is given twice";
        }
    }
    return {};
}

struct Result
{
    int cuts = 0;
    int wrong = 0;
    std::string firstWrong;
};

Result cutEverywhere(const PowerCutVfs& lived, const std::vector<Moment>& moments)
{
    Random random(5);
    PowerCutVfs after("talon-terminal-after");
    PowerCutDisk disk;
    Result result;
    std::size_t acknowledged = 0;
    for (std::size_t done = 0;; ++done) {
        while (acknowledged < moments.size() && moments[acknowledged].operations <= done) {
            ++acknowledged;
        }
        for (const Fate fate : {Fate::Forget, Fate::Keep, Fate::Tear, Fate::Tear}) {
            after.restartFrom(disk.afterPowerCut(fate, random));
            const std::string wrong = startAgain(after, moments, acknowledged);
            ++result.cuts;
            if (!wrong.empty()) {
                ++result.wrong;
                result.firstWrong = result.firstWrong.empty()
                                        ? "operation " + std::to_string(done) + ": " + wrong
                                        : result.firstWrong;
            }
        }
        if (done == lived.operations().size()) {
            return result;
        }
        disk.happen(lived.operations()[done]);
    }
}

} // namespace

TEST_CASE("the power may go at any moment: a given ticket is kept, no number is given twice")
{
    int cuts = 0;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        PowerCutVfs vfs("talon-terminal");
        Life life(vfs, seed);
        life.live(100);
        const Result result = cutEverywhere(vfs, life.moments());
        INFO("seed " << seed << " " << result.firstWrong);
        CHECK(result.wrong == 0);
        cuts += result.cuts;
    }
    // Otherwise the lives were too short to prove anything.
    CHECK(cuts > 3000);
}

TEST_CASE("a disk that lies about syncing is found out: this test can fail")
{
    PowerCutVfs vfs("talon-terminal");
    vfs.lieAboutSyncs(true);
    Life life(vfs, 1);
    life.live(40);
    CHECK(cutEverywhere(vfs, life.moments()).wrong > 50);
}

TEST_CASE("on a full disk nothing is given, and with room again the same number is")
{
    PowerCutVfs vfs("talon-terminal");
    auto store = OfflineStore::open(Path, diskOf(vfs));
    REQUIRE(store);
    OfflineDesk desk(*std::move(store));
    desk.recall(leasedDays());
    REQUIRE(desk.give({.service = {1}}, offlineAt(10h), "k1"));
    vfs.setRoom(vfs.disk().size());
    const auto none = desk.give({.service = {1}}, offlineAt(10h), "k2");
    REQUIRE_FALSE(none);
    CHECK(none.error() == NoNumber::NotKept);
    vfs.setRoom(100'000'000);
    const auto next = desk.give({.service = {1}}, offlineAt(10h), "k3");
    REQUIRE(next);
    CHECK(next->ticket.number == "А9901");
}

TEST_CASE("after a failed sync the store gives nothing more; a start finds out what there is")
{
    PowerCutVfs vfs("talon-terminal");
    {
        auto store = OfflineStore::open(Path, diskOf(vfs));
        REQUIRE(store);
        OfflineDesk desk(*std::move(store));
        desk.recall(leasedDays());
        REQUIRE(desk.give({.service = {1}}, offlineAt(10h), "k1"));
        vfs.failSyncs(true);
        CHECK_FALSE(desk.give({.service = {1}}, offlineAt(10h), "k2"));
        vfs.failSyncs(false);
        CHECK_FALSE(desk.give({.service = {1}}, offlineAt(10h), "k3"));
        CHECK_FALSE(desk.settlePaper("k1", PrintOutcome::Printed));
    }
    auto store = OfflineStore::open(Path, diskOf(vfs));
    REQUIRE(store);
    const auto tickets = store->takeTickets();
    REQUIRE_FALSE(tickets.empty());
    CHECK(tickets.front().key == "k1");
}
