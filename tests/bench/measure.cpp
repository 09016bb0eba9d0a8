#include "tests/bench/measure.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>
#include <stdexcept>

namespace talon::bench {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t BlockBytes = 4096;

/// Writes a block and waits for the disk, again and again.
Samples syncAgain(int file, std::chrono::milliseconds span, bool append)
{
    const std::array<char, BlockBytes> block{};
    constexpr off_t Blocks = 256;
    off_t next = 0;
    Samples samples;
    const auto until = steady_clock::now() + span;
    while (steady_clock::now() < until) {
        const auto start = steady_clock::now();
        const off_t at = (append ? next : next % Blocks) * off_t{BlockBytes};
        if (::pwrite(file, block.data(), block.size(), at) != ssize_t{BlockBytes} ||
            ::fdatasync(file) != 0) {
            throw std::runtime_error("the disk cannot be written");
        }
        samples.add(steady_clock::now() - start);
        ++next;
    }
    return samples;
}

} // namespace

Nanoseconds Samples::quantile(double part) const
{
    if (m_all.empty()) {
        return {};
    }
    std::vector<Nanoseconds> sorted = m_all;
    const auto at = static_cast<std::ptrdiff_t>(part * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), sorted.begin() + at, sorted.end());
    return sorted[static_cast<std::size_t>(at)];
}

Nanoseconds Samples::mean() const
{
    if (m_all.empty()) {
        return {};
    }
    return std::accumulate(m_all.begin(), m_all.end(), Nanoseconds{}) /
           static_cast<std::int64_t>(m_all.size());
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

double milliseconds(Nanoseconds span)
{
    return std::chrono::duration<double, std::milli>(span).count();
}

SyncRate measureSync(const std::filesystem::path& folder, std::chrono::milliseconds span)
{
    const std::filesystem::path path = folder / "yardstick";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        throw std::runtime_error(path.string() + " cannot be made");
    }
    SyncRate rate;
    rate.append = syncAgain(file, span / 2, true);
    rate.overwrite = syncAgain(file, span / 2, false);
    ::close(file);
    std::filesystem::remove(path);
    return rate;
}

OnProcessors::OnProcessors(Which which)
{
    ::sched_getaffinity(0, sizeof m_before, &m_before);
    std::size_t last = 0;
    for (std::size_t i = 0; i < CPU_SETSIZE; ++i) {
        last = CPU_ISSET(i, &m_before) ? i : last;
    }
    cpu_set_t chosen = m_before;
    if (which == Which::Last) {
        CPU_ZERO(&chosen);
        CPU_SET(last, &chosen);
    } else if (CPU_COUNT(&m_before) > 1) {
        CPU_CLR(last, &chosen);
    }
    ::sched_setaffinity(0, sizeof chosen, &chosen);
}

OnProcessors::~OnProcessors()
{
    ::sched_setaffinity(0, sizeof m_before, &m_before);
}

void show(const std::string& line)
{
    std::puts(line.c_str());
    std::fflush(stdout);
}

std::string spread(const Samples& samples)
{
    std::array<char, 128> text{};
    std::snprintf(text.data(), text.size(), "p50 %.3f ms, p95 %.3f ms, p99 %.3f ms",
                  milliseconds(samples.quantile(0.5)), milliseconds(samples.quantile(0.95)),
                  milliseconds(samples.quantile(0.99)));
    return text.data();
}

std::string verdict(bool met)
{
    return met ? "met" : "NOT MET";
}

} // namespace talon::bench
