#pragma once

#include <sched.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

/// What all benches share: samples, the disk's yardstick, and how figures are shown.
namespace talon::bench {

using Nanoseconds = std::chrono::nanoseconds;

/// How much is measured. The smoke form is small enough for the suite: its figures mean nothing.
struct Scale
{
    std::string controller; ///< Path of talon-controller.
    std::filesystem::path folder;
    std::filesystem::path past; ///< A journal with years in it, to be used again; may be empty.
    int runs = 5;
    int tickets = 20'000; ///< For each run of the issue bench with many clients.
    int clients = 64;
    int sockets = 500;
    int calls = 200;
    int windows = 40; ///< Of the hall in the call bench: each makes the message longer.
    int years = 10;
    int ticketsADay = 3'000;
    bool smoke = false;
};

class Samples
{
public:
    void add(Nanoseconds sample) { m_all.push_back(sample); }
    void add(const Samples& others)
    {
        m_all.insert(m_all.end(), others.m_all.begin(), others.m_all.end());
    }
    std::size_t count() const { return m_all.size(); }

    /// 0.5 is the median, 1 the longest.
    Nanoseconds quantile(double part) const;
    Nanoseconds mean() const;

private:
    std::vector<Nanoseconds> m_all;
};

double median(std::vector<double> values);

double milliseconds(Nanoseconds span);

/// One `fdatasync` on this folder's disk, as a journal would do it: of 4 KiB at the end of a
/// growing file, and over bytes that are already there.
struct SyncRate
{
    Samples append;
    Samples overwrite;
};

SyncRate measureSync(const std::filesystem::path& folder, std::chrono::milliseconds span);

/// Keeps the calling thread, and what it starts meanwhile, on some of the processors. A screen is a
/// machine of its own: it must not read on the processor that is just writing to it.
class OnProcessors
{
public:
    enum class Which { Last, AllButLast };

    explicit OnProcessors(Which which);
    OnProcessors(const OnProcessors&) = delete;
    OnProcessors& operator=(const OnProcessors&) = delete;
    ~OnProcessors();

private:
    cpu_set_t m_before{};
};

/// One line of figures: "issue, 1 client: rate 3 204 /s, p50 0.31 ms, ...".
void show(const std::string& line);

/// "p50 0.31 ms, p95 0.40 ms, p99 0.52 ms".
std::string spread(const Samples& samples);

/// Whether a target of the project was met.
std::string verdict(bool met);

} // namespace talon::bench
