#pragma once

#include "controller/journal/journal.h"
#include "controller/queue/commands.h"
#include "tests/support/random.h"

#include <map>

namespace talon::test {

/// A small office lived at random, seeded: what the runtime would hand to the journal, and what
/// the office is like after it.
class OfficeLife
{
public:
    explicit OfficeLife(std::uint64_t seed);

    /// The next thing that happens, already part of office(), accounts() and answers().
    journal::Entry next();

    /// The office's next command comes on the next day.
    void skipToNextDay();

    const queue::Office& office() const { return m_office; }
    const staff::Accounts& accounts() const { return m_accounts; }
    std::int64_t seq() const { return m_seq; }

    /// By key; those of the last seven days and maybe older ones.
    const std::map<std::string, journal::StoredAnswer>& answers() const { return m_answers; }

    /// The visits of all days, as each day left them.
    const std::map<Day, std::map<VisitId, queue::Visit>>& visits() const { return m_visits; }

private:
    staff::AccountChange accountChange();
    void passTime();
    void live(const journal::Entry& entry);

    Random m_random;
    OfficeTime m_time;
    queue::Office m_office;
    staff::Accounts m_accounts;
    std::int64_t m_seq = 0;
    int m_entries = 0;
    std::map<std::string, journal::StoredAnswer> m_answers;
    std::map<Day, std::map<VisitId, queue::Visit>> m_visits;
};

} // namespace talon::test
