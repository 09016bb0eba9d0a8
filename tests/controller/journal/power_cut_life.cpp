#include "tests/controller/journal/power_cut_life.h"

#include "controller/queue/decide.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

using namespace std::chrono_literals;

namespace talon::test {

namespace {

using namespace journal;

bool isMoment(const Memory& memory, const Moment& moment)
{
    return memory.seq == moment.seq && memory.office == moment.office &&
           memory.accounts == moment.accounts;
}

std::optional<std::string>
missingAnswer(const std::string& path, const Storage& storage, const std::vector<std::string>& keys)
{
    auto reader = Reader::open(path, storage);
    if (!reader) {
        return reader.error().what;
    }
    for (const std::string& key : keys) {
        const auto answer = reader->findAnswer(key);
        if (!answer) {
            return answer.error().what;
        }
        if (!answer->has_value()) {
            return "the answer to " + key + " is lost";
        }
    }
    return std::nullopt;
}

/// The next ticket of the office as it was found: a number or an id that is taken would show.
std::optional<std::string> wrongWhenGoingOn(Journal& journal, const queue::Office& office)
{
    const OfficeTime time = officeTime(SmallOfficeDay + std::chrono::days{35}, 10h);
    const auto decision = queue::decide(office, queue::IssueTicket{.service = {1}}, time);
    if (!decision) {
        return "no ticket can be issued";
    }
    const Entry entry{.at = time.now,
                      .by = "device:1",
                      .events = *decision,
                      .answer = StoredAnswer{.key = "after"},
                      .accounts = {}};
    const auto appended = journal.append(std::span(&entry, 1));
    return appended ? std::nullopt : std::optional(appended.error().what);
}

} // namespace

PowerCutLife::PowerCutLife(PowerCutVfs& vfs, std::uint64_t seed, int snapshotEvery)
    : m_vfs(vfs)
    , m_life(seed)
    , m_snapshotEvery(snapshotEvery)
{}

void PowerCutLife::open()
{
    auto journal = Journal::open(
        PowerCutPath,
        {.create = true, .snapshotEvery = m_snapshotEvery, .storage = m_vfs.storage()});
    INFO((journal ? "" : journal.error().what));
    REQUIRE(journal);
    m_journal.emplace(*std::move(journal));
    if (m_moments.empty()) {
        acknowledge({});
    }
}

void PowerCutLife::append(int entries)
{
    std::vector<Entry> batch;
    std::vector<std::string> keys;
    for (int i = 0; i < entries; ++i) {
        batch.push_back(m_life.next());
        for (const queue::Event& event : batch.back().events) {
            m_kinds.insert(queue::name(event));
        }
        if (batch.back().answer) {
            keys.push_back(batch.back().answer->key);
        }
    }
    const auto appended = m_journal->append(batch);
    INFO((appended ? "" : appended.error().what));
    REQUIRE(appended);
    acknowledge(std::move(keys));
}

void PowerCutLife::close()
{
    m_journal.reset();
}

void PowerCutLife::kill()
{
    m_vfs.dieAfter(0);
    m_journal.reset();
    m_vfs.restart();
}

void PowerCutLife::acknowledge(std::vector<std::string> keys)
{
    m_moments.push_back({.operations = m_vfs.operations().size(),
                         .office = m_life.office(),
                         .accounts = m_life.accounts(),
                         .seq = m_life.seq(),
                         .keys = std::move(keys)});
}

Found startAgain(PowerCutVfs& vfs,
                 const std::vector<Moment>& moments,
                 std::size_t acknowledged,
                 Care care)
{
    const Storage storage = vfs.storage();
    const auto wrong = [&](std::string what) {
        return Found{.moments = acknowledged, .wrong = std::move(what)};
    };
    if (acknowledged > 0 && vfs.disk().content(PowerCutPath) == nullptr) {
        return wrong("the file is gone");
    }
    auto journal = Journal::open(PowerCutPath, {.create = true, .storage = storage});
    if (!journal) {
        return wrong(journal.error().what);
    }
    const Memory memory = journal->takeMemory();
    Found found{.moments = acknowledged, .wrong = {}};
    // An append without an event or an account leaves two moments that look the same; of those the
    // first is all that is owed.
    const bool hasAll = acknowledged == 0 || isMoment(memory, moments[acknowledged - 1]);
    const bool hasNext = acknowledged < moments.size() && isMoment(memory, moments[acknowledged]);
    if (!hasAll && !hasNext) {
        return wrong("found event " + std::to_string(memory.seq) + ", acknowledged was " +
                     std::to_string(moments[acknowledged - 1].seq));
    }
    if (!hasAll) {
        found.moments = acknowledged + 1;
    }
    if (care == Care::Start || found.moments == 0) {
        return found;
    }
    found.wrong = missingAnswer(PowerCutPath, storage, moments[found.moments - 1].keys);
    if (!found.wrong && memory.seq > 0) {
        found.wrong = wrongWhenGoingOn(*journal, memory.office);
    }
    if (!found.wrong && care == Care::ReadAll) {
        if (const auto whole = checkWhole(PowerCutPath, storage); !whole) {
            found.wrong = whole.error().what;
        }
    }
    return found;
}

} // namespace talon::test
