#pragma once

#include "controller/journal/journal.h"
#include "controller/queue/commands.h"
#include "shared/base/instant.h"

#include <filesystem>
#include <string>
#include <vector>

namespace talon::bench {

/// Lives the past of an office, quickly: every event is decided by the queue and kept by the
/// journal's own code, in large commits, while no controller runs.
class History
{
public:
    /// How often the office as a whole is kept. Nobody looks at those of days long past: the
    /// journal keeps the few newest.
    enum class Snapshots { AsInLife, Seldom };

    /// The journal must exist and have the settings of settingsForLoad().
    History(const std::filesystem::path& journal, Snapshots snapshots);

    /// Working days (not Sundays) from the day after the journal's last one to before `end`, each
    /// with so many visits, all but the last few of them served.
    void liveUntil(Day end, int ticketsADay);

    /// One more day. Its answers are kept as well, as those of the latest days would be.
    void liveDay(Day day, int tickets);

    /// The journal's latest day.
    Day day() const { return m_office.day; }
    std::int64_t seq() const { return m_seq; }

    /// Writes out what is left.
    void finish();

private:
    void keep(const queue::Command& command, const char* by);
    void serve(WindowId window, bool comes);

    journal::Journal m_journal;
    queue::Office m_office;
    std::int64_t m_seq = 0;
    OfficeTime m_time;
    bool m_withAnswers = false;
    std::int64_t m_keys = 0;
    std::vector<journal::Entry> m_batch;
};

} // namespace talon::bench
