#include "tests/support/fast_time.h"

#include "shared/base/ensure.h"

#include <QEventLoop>
#include <QTimer>

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <limits>
#include <map>
#include <vector>

namespace talon::test {

namespace {

using Nanoseconds = std::int64_t;

constexpr Nanoseconds PerSecond = 1'000'000'000;
constexpr Nanoseconds Never = std::numeric_limits<Nanoseconds>::max();

/// Real time after which a sleeper looks again whether the others sleep too.
constexpr timespec LookAgain{.tv_sec = 0, .tv_nsec = 2'000'000};

/// A thread that waits in poll.
struct Sleeper
{
    Nanoseconds until = Never;
    int wake = -1; ///< An eventfd: time has come to its moment.
};

/// A lock that never sleeps: who waits for it must be seen to work.
class SpinLock
{
public:
    void lock()
    {
        while (m_taken.test_and_set(std::memory_order_acquire)) {
            sched_yield();
        }
    }
    void unlock() { m_taken.clear(std::memory_order_release); }

private:
    std::atomic_flag m_taken;
};

std::atomic<bool> isFast = false;
std::atomic<Nanoseconds> monotonic = 0; ///< The made-up steady clock.
std::atomic<Nanoseconds> wallOffset = 0;
std::atomic<Nanoseconds> stride = 0;
std::atomic<Nanoseconds> strideUntil = Never;
std::atomic<int> exactCount = 0; ///< Those who want no stride.
std::atomic<long> stepCount = 0;

SpinLock lock;
std::vector<Sleeper*> sleepers; ///< Under the lock.
std::map<int, int> stateFiles;  ///< Under the lock: thread id -> /proc/self/task/ID/stat.

/// Before main: the loops of Qt are to be the ones that poll.
[[maybe_unused]] const int withoutGlib = setenv("QT_NO_GLIB", "1", 1);

Nanoseconds realTime(clockid_t id)
{
    timespec time{};
    syscall(SYS_clock_gettime, id, &time);
    return time.tv_sec * PerSecond + time.tv_nsec;
}

timespec timeOf(Nanoseconds value)
{
    return {.tv_sec = value / PerSecond, .tv_nsec = value % PerSecond};
}

int realPoll(pollfd* files, nfds_t count, const timespec* within, const sigset_t* mask = nullptr)
{
    timespec left = within == nullptr ? timespec{} : *within; // The kernel writes into it.
    return static_cast<int>(syscall(SYS_ppoll, files, count, within == nullptr ? nullptr : &left,
                                    mask, static_cast<size_t>(_NSIG / 8)));
}

int pollNow(pollfd* files, nfds_t count)
{
    constexpr timespec Now{};
    return realPoll(files, count, &Now);
}

/// Whether a thread sleeps, as the kernel has it: "12 (name) S ...".
bool sleeps(int thread)
{
    auto known = stateFiles.find(thread);
    if (known == stateFiles.end()) {
        std::array<char, 64> path{};
        std::snprintf(path.data(), path.size(), "/proc/self/task/%d/stat", thread);
        known = stateFiles.emplace(thread, open(path.data(), O_RDONLY | O_CLOEXEC)).first;
    }
    std::array<char, 64> text{};
    const ssize_t count = pread(known->second, text.data(), text.size() - 1, 0);
    if (count <= 0) { // It has ended.
        close(known->second);
        stateFiles.erase(known);
        return true;
    }
    const char* const name = std::strrchr(text.data(), ')');
    return name != nullptr && name[1] == ' ' && name[2] == 'S';
}

bool allOthersSleep()
{
    static DIR* const threads = opendir("/proc/self/task");
    const int self = static_cast<int>(syscall(SYS_gettid));
    rewinddir(threads);
    bool all = true;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): under the lock
    while (const dirent* const entry = readdir(threads)) {
        const int thread = std::atoi(entry->d_name);
        all = all && (thread == 0 || thread == self || sleeps(thread));
    }
    return all;
}

/// Wakes the one who waits for the first moment, if nobody works: one alone, so that those of the
/// same moment do not race. Whether it is this one.
bool wakeFirstIfAllSleep(const Sleeper& self)
{
    bool isSelf = false;
    lock.lock();
    const auto first = std::ranges::min_element(sleepers, {}, &Sleeper::until);
    if (first != sleepers.end() && (*first)->until != Never && allOthersSleep()) {
        if ((*first)->until > monotonic) {
            const Nanoseconds strode =
                exactCount > 0 ? 0 : std::min<Nanoseconds>(monotonic + stride, strideUntil);
            monotonic = std::max((*first)->until, strode);
            ++stepCount;
        }
        isSelf = *first == &self;
        if (!isSelf) {
            eventfd_write((*first)->wake, 1);
        }
    }
    lock.unlock();
    return isSelf;
}

int fastPoll(pollfd* files, nfds_t count, Nanoseconds within)
{
    if (const int ready = pollNow(files, count); ready != 0 || within == 0) {
        return ready;
    }
    thread_local Sleeper self{.until = Never, .wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    thread_local std::vector<pollfd> watched;
    watched.assign(files, files + count);
    watched.push_back({.fd = self.wake, .events = POLLIN, .revents = 0});
    lock.lock();
    self.until = within == Never ? Never : monotonic + within;
    sleepers.push_back(&self);
    lock.unlock();
    int ready = 0;
    for (bool isWoken = false; !isWoken && ready == 0;) {
        isWoken = wakeFirstIfAllSleep(self);
        if (isWoken) {
            break;
        }
        ready = realPoll(watched.data(), watched.size(), &LookAgain);
        if (ready > 0 && watched.back().revents != 0) {
            eventfd_t value = 0;
            eventfd_read(self.wake, &value);
            --ready;
            isWoken = true;
        }
    }
    if (ready > 0) {
        std::copy_n(watched.begin(), count, files);
    } else if (ready == 0) {
        ready = pollNow(files, count);
    }
    const int error = errno;
    lock.lock();
    std::erase(sleepers, &self);
    lock.unlock();
    errno = error;
    return ready;
}

} // namespace

void FastTime::begin(Instant wallClock)
{
    TALON_ENSURE(!isFast);
    cpu_set_t processor;
    CPU_ZERO(&processor);
    CPU_SET(sched_getcpu(), &processor);
    TALON_ENSURE(sched_setaffinity(0, sizeof processor, &processor) == 0);
    // Ahead of the real one: deadlines told to the kernel itself do not come.
    monotonic = realTime(CLOCK_MONOTONIC);
    wallOffset = wallClock.time_since_epoch().count() * (PerSecond / 1000) - monotonic;
    isFast = true;
}

Instant FastTime::now()
{
    return Instant(std::chrono::milliseconds((monotonic + wallOffset) / (PerSecond / 1000)));
}

void FastTime::setStride(std::chrono::milliseconds time, Instant until)
{
    stride = std::chrono::nanoseconds(time).count();
    strideUntil = until == Instant::max()
                      ? Never
                      : until.time_since_epoch().count() * (PerSecond / 1000) - wallOffset;
}

FastTime::Exactly::Exactly()
{
    ++exactCount;
}

FastTime::Exactly::~Exactly()
{
    --exactCount;
}

long FastTime::steps()
{
    return stepCount;
}

void letTimePass(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace talon::test

// In place of the system's. NOLINTBEGIN
using namespace talon::test;

extern "C" {

int clock_gettime(clockid_t id, timespec* time) noexcept
{
    const bool isMadeUp = id != CLOCK_PROCESS_CPUTIME_ID && id != CLOCK_THREAD_CPUTIME_ID;
    if (!isFast || !isMadeUp) {
        return static_cast<int>(syscall(SYS_clock_gettime, id, time));
    }
    const bool isWall = id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE;
    *time = timeOf(monotonic + (isWall ? wallOffset.load() : 0));
    return 0;
}

int gettimeofday(timeval* time, void* /*zone*/) noexcept
{
    timespec precise{};
    clock_gettime(CLOCK_REALTIME, &precise);
    *time = {.tv_sec = precise.tv_sec, .tv_usec = precise.tv_nsec / 1000};
    return 0;
}

time_t time(time_t* place) noexcept
{
    timespec precise{};
    clock_gettime(CLOCK_REALTIME, &precise);
    if (place != nullptr) {
        *place = precise.tv_sec;
    }
    return precise.tv_sec;
}

int ppoll(pollfd* files, nfds_t count, const timespec* within, const sigset_t* mask)
{
    if (!isFast || mask != nullptr) {
        return realPoll(files, count, within, mask);
    }
    return fastPoll(files, count,
                    within == nullptr ? Never : within->tv_sec * PerSecond + within->tv_nsec);
}

int poll(pollfd* files, nfds_t count, int within)
{
    const timespec time = timeOf(std::max(within, 0) * (PerSecond / 1000));
    return ppoll(files, count, within < 0 ? nullptr : &time, nullptr);
}

int __ppoll_chk(
    pollfd* files, nfds_t count, const timespec* within, const sigset_t* mask, size_t /*room*/)
{
    return ppoll(files, count, within, mask);
}

int __poll_chk(pollfd* files, nfds_t count, int within, size_t /*room*/)
{
    return poll(files, count, within);
}

} // extern "C"
// NOLINTEND
