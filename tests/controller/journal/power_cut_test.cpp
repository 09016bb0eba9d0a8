#include "tests/controller/journal/power_cut_life.h"
#include "tests/support/catch.h"

using namespace talon;
using namespace talon::journal;
using talon::test::Care;
using talon::test::Fate;
using talon::test::PowerCutDisk;
using talon::test::PowerCutLife;
using talon::test::PowerCutVfs;
using talon::test::Random;

/// The power is cut at every operation of the disk, and the office must not notice.
namespace {

struct Result
{
    int cuts = 0;
    int wrong = 0;
    std::string firstWrong;

    void note(const std::string& where, const test::Found& found)
    {
        ++cuts;
        if (found.wrong) {
            ++wrong;
            firstWrong = firstWrong.empty() ? where + ": " + *found.wrong : firstWrong;
        }
    }
};

/// Walks along what a life did to its disk and cuts the power after each operation.
class Cutting
{
public:
    explicit Cutting(std::uint64_t seed)
        : m_random(seed)
    {}

    void cutAlways(const PowerCutVfs& lived, const std::vector<test::Moment>& moments)
    {
        PowerCutDisk disk;
        std::size_t acknowledged = 0;
        std::size_t done = 0;
        while (true) {
            const std::size_t before = acknowledged;
            while (acknowledged < moments.size() && moments[acknowledged].operations <= done) {
                ++acknowledged;
            }
            const bool same = done > 0 && acknowledged == before && leavesDurable(lived, done - 1);
            m_where = "after operation " + std::to_string(done);
            if (!same) {
                cut(disk, Fate::Forget, moments, acknowledged, done);
            }
            cut(disk, Fate::Keep, moments, acknowledged, done);
            cut(disk, Fate::Tear, moments, acknowledged, done);
            cut(disk, Fate::Tear, moments, acknowledged, done + 1);
            if (done % 41 == 0) {
                cutStart(disk, moments, acknowledged);
            }
            if (done == lived.operations().size()) {
                return;
            }
            disk.happen(lived.operations()[done]);
            ++done;
        }
    }

    const Result& result() const { return m_result; }

private:
    /// A disk that forgets what was not synced is the same before and after such an operation.
    static bool leavesDurable(const PowerCutVfs& lived, std::size_t operation)
    {
        using Kind = test::DiskOperation::Kind;
        const Kind kind = lived.operations().at(operation).kind;
        return kind != Kind::Sync && kind != Kind::SyncFolder;
    }

    void cut(const PowerCutDisk& disk,
             Fate fate,
             const std::vector<test::Moment>& moments,
             std::size_t acknowledged,
             std::size_t number)
    {
        m_vfs.restartFrom(disk.afterPowerCut(fate, m_random));
        const Care care =
            number % 16 == 0 ? Care::ReadAll : (number % 4 == 0 ? Care::GoOn : Care::Start);
        m_result.note(m_where, startAgain(m_vfs, moments, acknowledged, care));
    }

    /// The power comes back and goes again at each operation of that start; what the start has
    /// shown to others must be there from then on.
    void cutStart(const PowerCutDisk& disk,
                  const std::vector<test::Moment>& moments,
                  std::size_t acknowledged)
    {
        PowerCutDisk second = disk.afterPowerCut(Fate::Keep, m_random);
        PowerCutVfs vfs("talon-second-cut");
        vfs.restartFrom(second);
        auto journal =
            Journal::open(test::PowerCutPath, {.create = true, .storage = vfs.storage()});
        REQUIRE(journal);
        const std::int64_t shown = journal->takeMemory().seq;
        const std::vector<test::DiskOperation> operations = vfs.operations();
        const std::string where = m_where;
        for (std::size_t done = 0; done <= operations.size(); ++done) {
            m_where = where + " and operation " + std::to_string(done) + " of the start";
            const bool opened = done == operations.size();
            const bool showsNext = acknowledged > 0 && acknowledged < moments.size() &&
                                   moments[acknowledged].seq == shown &&
                                   moments[acknowledged - 1].seq != shown;
            cut(second, Fate::Tear, moments, acknowledged + (opened && showsNext ? 1 : 0), done);
            if (!opened) {
                second.happen(operations[done]);
            }
        }
    }

    PowerCutVfs m_vfs{"talon-after-cut"};
    Random m_random;
    Result m_result;
    std::string m_where;
};

/// Single entries and batches, new days, snapshots, clean ends, kills and starts.
void live(PowerCutLife& life, int rounds)
{
    life.open();
    life.append(1);
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < 12; ++i) {
            life.append(i % 4 == 3 ? 5 : 1);
        }
        if (round % 2 == 0) {
            life.close();
        } else {
            life.kill();
        }
        life.life().skipToNextDay();
        life.open();
    }
}

} // namespace

TEST_CASE("the power may go at any operation of the disk: what was acknowledged is there")
{
    int cuts = 0;
    std::set<std::string_view> kinds;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        PowerCutVfs vfs("talon-life");
        PowerCutLife life(vfs, seed, 20);
        live(life, 8);
        Cutting cutting(seed);
        cutting.cutAlways(vfs, life.moments());
        INFO("seed " << seed << " " << cutting.result().firstWrong);
        CHECK(cutting.result().wrong == 0);
        cuts += cutting.result().cuts;
        kinds.insert(life.kinds().begin(), life.kinds().end());
    }
    // Otherwise the lives were too short to prove anything.
    CHECK(cuts > 15'000);
    CHECK(kinds.size() == std::variant_size_v<queue::Event>);
}

TEST_CASE("a long life, in which the log is moved into the file under way, survives as well")
{
    PowerCutVfs vfs("talon-life");
    PowerCutLife life(vfs, 9, 100'000);
    life.open();
    life.append(1);
    for (int i = 0; i < 700; ++i) {
        life.append(1);
    }
    // From the middle of it on: the checkpoint is there, between two appends.
    using Kind = test::DiskOperation::Kind;
    PowerCutDisk disk;
    PowerCutVfs after("talon-after-cut");
    Random random(9);
    Result result;
    bool moving = false;
    std::size_t acknowledged = 0;
    for (std::size_t done = 0; done < vfs.operations().size(); ++done) {
        const test::DiskOperation& operation = vfs.operations()[done];
        disk.happen(operation);
        while (life.moments().size() > acknowledged &&
               life.moments()[acknowledged].operations <= done + 1) {
            ++acknowledged;
        }
        const bool intoFile = operation.path == test::PowerCutPath;
        moving = acknowledged > 1 && (intoFile || (moving && operation.kind != Kind::Sync));
        if (moving) {
            after.restartFrom(disk.afterPowerCut(Fate::Tear, random));
            result.note("after operation " + std::to_string(done),
                        startAgain(after, life.moments(), acknowledged, Care::ReadAll));
        }
    }
    INFO(result.firstWrong);
    CHECK(result.wrong == 0);
    CHECK(result.cuts > 20);
}

TEST_CASE("a disk that lies about syncing is found out: these tests can fail")
{
    PowerCutVfs vfs("talon-life");
    vfs.lieAboutSyncs(true);
    PowerCutLife life(vfs, 1, 20);
    live(life, 2);
    Cutting cutting(1);
    cutting.cutAlways(vfs, life.moments());
    CHECK(cutting.result().wrong > 100);
}
