#include "controller/runtime/journal_writer.h"

namespace talon::runtime {

namespace {

/// Bounds how long one commit takes, so that nobody waits long for a crowd of others.
constexpr std::size_t EntriesPerCommitMax = 512;

} // namespace

JournalWriter::JournalWriter(journal::Journal journal,
                             std::function<void(std::size_t, const Written&)> written)
    : m_journal(std::move(journal))
    , m_written(std::move(written))
    , m_thread([this] { run(); })
{}

JournalWriter::~JournalWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void JournalWriter::write(journal::Entry entry)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        wake = m_waiting.empty();
        m_waiting.push_back(std::move(entry));
    }
    if (wake) {
        m_wake.notify_one();
    }
}

void JournalWriter::resume()
{
    const std::lock_guard lock(m_mutex);
    m_failed = false;
}

void JournalWriter::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty()) {
            return;
        }
        if (m_failed) {
            const std::size_t count = m_waiting.size();
            m_waiting.clear();
            lock.unlock();
            m_written(count, Unexpected(m_error));
            lock.lock();
            continue;
        }
        std::vector<journal::Entry> batch;
        if (m_waiting.size() <= EntriesPerCommitMax) {
            batch.swap(m_waiting);
        } else {
            const auto end = m_waiting.begin() + EntriesPerCommitMax;
            batch.assign(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end));
            m_waiting.erase(m_waiting.begin(), end);
        }
        lock.unlock();
        const Written result = m_journal.append(batch);
        if (!result) {
            // Set before anybody hears of it: what was decided on the lost state must fail too.
            const std::lock_guard relock(m_mutex);
            m_failed = true;
            m_error = result.error();
        }
        m_written(batch.size(), result);
        lock.lock();
    }
}

} // namespace talon::runtime
