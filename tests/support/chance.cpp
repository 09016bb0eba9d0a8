#include "tests/support/chance.h"

#include "tests/support/random.h"

#include <sys/random.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <optional>

namespace talon::test {

namespace {

/// Before main: Qt is to ask the system, not the processor.
[[maybe_unused]] const int withoutProcessor = setenv("QT_NO_CPU_FEATURE", "rdrnd rdseed", 1);

std::atomic<bool> isSeeded = false;
std::mutex mutex;
std::optional<Random> source;

void fill(void* place, size_t bytes)
{
    const std::lock_guard guard(mutex);
    for (size_t done = 0; done < bytes; done += sizeof(std::uint64_t)) {
        const std::uint64_t value = source->next();
        std::memcpy(static_cast<char*>(place) + done, &value, std::min(sizeof value, bytes - done));
    }
}

} // namespace

void seedChance(std::uint64_t seed)
{
    const std::lock_guard guard(mutex);
    source.emplace(seed);
    isSeeded = true;
}

} // namespace talon::test

// In place of the system's. NOLINTBEGIN
using namespace talon::test;

extern "C" {

ssize_t getrandom(void* place, size_t bytes, unsigned flags)
{
    if (!isSeeded) {
        return syscall(SYS_getrandom, place, bytes, flags);
    }
    fill(place, bytes);
    return static_cast<ssize_t>(bytes);
}

int getentropy(void* place, size_t bytes)
{
    return getrandom(place, bytes, 0) == static_cast<ssize_t>(bytes) ? 0 : -1;
}

} // extern "C"
// NOLINTEND
