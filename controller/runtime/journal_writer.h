#pragma once

#include "controller/journal/journal.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace talon::runtime {

/// The thread that owns the journal. What arrives while it writes waits and shares the next
/// commit: one fsync for all of it (group commit).
class JournalWriter
{
public:
    using Written = Expected<std::int64_t, journal::JournalError>;

    /// `written(count, result)` is called on the writer's thread after each commit, in order: the
    /// first `count` entries handed over and not yet reported share this fate. After a failure
    /// everything that waits shares it too, so that nothing is kept out of order.
    JournalWriter(journal::Journal journal,
                  std::function<void(std::size_t count, const Written& result)> written);
    JournalWriter(const JournalWriter&) = delete;
    JournalWriter& operator=(const JournalWriter&) = delete;

    /// Writes what was handed over, then ends the thread.
    ~JournalWriter();

    void write(journal::Entry entry);

    /// After a failure was reported: takes entries again. Those handed over in between are failed.
    void resume();

private:
    void run();

    journal::Journal m_journal;
    std::function<void(std::size_t, const Written&)> m_written;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<journal::Entry> m_waiting;
    bool m_failed = false;
    bool m_ending = false;
    journal::JournalError m_error;
    std::thread m_thread; ///< Last: it uses the others.
};

} // namespace talon::runtime
