#pragma once

#include "tests/controller/journal/office_life.h"
#include "tests/support/power_cut_vfs.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace talon::test {

/// What was acknowledged, and after how many operations of the disk.
struct Moment
{
    std::size_t operations = 0;
    queue::Office office;
    staff::Accounts accounts;
    std::int64_t seq = 0;
    std::vector<std::string> keys; ///< Of the answers that this moment added.
};

/// An office that lives on a PowerCutVfs, and everything it told the outside.
class PowerCutLife
{
public:
    PowerCutLife(PowerCutVfs& vfs, std::uint64_t seed, int snapshotEvery);

    void open();
    void append(int entries);
    void close(); ///< As it should be.
    void kill();  ///< Between two operations; open() comes next.

    OfficeLife& life() { return m_life; }
    const std::vector<Moment>& moments() const { return m_moments; }
    const std::set<std::string_view>& kinds() const { return m_kinds; } ///< Of events, so far.

private:
    void acknowledge(std::vector<std::string> keys);

    PowerCutVfs& m_vfs;
    OfficeLife m_life;
    int m_snapshotEvery;
    std::optional<journal::Journal> m_journal;
    std::vector<Moment> m_moments;
    std::set<std::string_view> m_kinds;
};

inline constexpr const char* PowerCutPath = "office.journal";

/// What a start found on the disk.
struct Found
{
    std::size_t moments = 0;          ///< How many of them it has.
    std::optional<std::string> wrong; ///< The first thing that is not as it must be.
};

enum class Care {
    Start,   ///< The office is what was acknowledged, or that and the one append under way.
    GoOn,    ///< And the answers are there, and the office can go on with another ticket.
    ReadAll, ///< And the whole file is sound.
};

/// Starts the office from what is on the disk and looks for what must be there. `acknowledged`
/// counts moments.
Found startAgain(PowerCutVfs& vfs,
                 const std::vector<Moment>& moments,
                 std::size_t acknowledged,
                 Care care);

} // namespace talon::test
