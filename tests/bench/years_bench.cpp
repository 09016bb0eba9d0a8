#include "tests/bench/bench_office.h"
#include "tests/bench/benches.h"
#include "tests/bench/history.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace talon::bench {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr int Services = 60;
constexpr int Windows = 40;
constexpr Day Today{std::chrono::year{2026} / std::chrono::November / 24};

std::string textOf(Day day)
{
    const std::chrono::year_month_day date(day);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

void livePast(const std::filesystem::path& journal, const Scale& scale, int years)
{
    History past(journal, History::Snapshots::Seldom);
    if (past.day() >= Today - std::chrono::days{2}) {
        return;
    }
    for (int year = years; year > 0; --year) {
        const Day first = Today - std::chrono::days{year * 365};
        if (past.day() < first) {
            past.liveDay(first, scale.ticketsADay);
        }
        past.liveUntil(first + std::chrono::days{365}, scale.ticketsADay);
        show("  " + std::to_string(year - 1) + " years to go: " + std::to_string(past.seq()) +
             " events");
    }
    past.finish();
}

/// An office with so many years behind it, and a full day; not started.
std::unique_ptr<BenchOffice> officeWithPast(const Scale& scale, int years)
{
    auto office = std::make_unique<BenchOffice>(scale, Services, Windows,
                                                years > 0 ? scale.past : std::filesystem::path());
    const auto start = steady_clock::now();
    livePast(office->controller.journal(), scale, years);
    History today(office->controller.journal(), History::Snapshots::AsInLife);
    // A past that was used before has its latest day already: one more.
    const Day day = std::max(today.day() + std::chrono::days{1}, Today);
    today.liveDay(day, scale.ticketsADay);
    today.finish();
    office->controller.setPretendTime(textOf(day) + "T15:30");
    const std::chrono::duration<double> took = steady_clock::now() - start;
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), "  %d years: %lld events, %.2f GB, lived in %.0f s",
                  years, static_cast<long long>(today.seq()),
                  static_cast<double>(std::filesystem::file_size(office->controller.journal())) /
                      1e9,
                  took.count());
    show(text.data());
    return office;
}

/// From the start of the program to its first answer.
Nanoseconds startAndAsk(BenchOffice& office)
{
    const auto start = steady_clock::now();
    office.controller.start();
    test::HttpClient client(office.controller.port());
    const auto reply = client.send({.path = "/api/health"});
    const Nanoseconds took = steady_clock::now() - start;
    if (!reply || reply->status != 200) {
        throw std::runtime_error("no answer after the start");
    }
    return took;
}

/// The file as after a night without power: none of it in memory.
void forgetInMemory(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

void benchRestart(const Scale& scale, BenchOffice& office)
{
    const int starts = scale.smoke ? 2 : 15;
    Samples afterEnd;
    Samples afterKill;
    Samples cold;
    office.controller.start();
    for (int i = 0; i < starts; ++i) {
        office.controller.stop();
        afterEnd.add(startAndAsk(office));
        issueTickets(office, 8, 100, Services);
        office.controller.kill();
        afterKill.add(startAndAsk(office));
    }
    office.controller.stop();
    for (int i = 0; i < starts; ++i) {
        forgetInMemory(office.controller.journal());
        cold.add(startAndAsk(office));
        office.controller.stop();
    }
    show("  exec to first answer: " + std::to_string(milliseconds(afterEnd.quantile(0.5))) +
         " ms median after a clean end, " + std::to_string(milliseconds(afterKill.quantile(0.5))) +
         " ms (longest " + std::to_string(milliseconds(afterKill.quantile(1))) +
         ") after a kill under load, " + std::to_string(milliseconds(cold.quantile(0.5))) +
         " ms with the journal not in memory; within 300 ms: " +
         verdict(afterKill.quantile(0.5) <= 300ms));
}

/// Median rates of one client and of many.
struct Rates
{
    std::vector<double> alone;
    std::vector<double> crowd;

    void measure(const Scale& scale, BenchOffice& office)
    {
        office.controller.start();
        issueTickets(office, 4, scale.tickets / 40, Services);
        alone.push_back(issueTickets(office, 1, scale.tickets / 20, Services).rate);
        crowd.push_back(issueTickets(office, scale.clients, scale.tickets / 4, Services).rate);
        office.controller.stop();
    }
};

} // namespace

void benchYears(const Scale& scale)
{
    show("an office on its first day, and after " + std::to_string(scale.years) +
         " years, each with " + std::to_string(scale.ticketsADay) + " tickets in the day");
    const auto young = officeWithPast(scale, 0);
    const auto old = officeWithPast(scale, scale.years);
    show(" first day");
    benchRestart(scale, *young);
    show(" after years");
    benchRestart(scale, *old);

    Rates first;
    Rates late;
    for (int run = 0; run < scale.runs; ++run) {
        first.measure(scale, *young);
        late.measure(scale, *old);
    }
    std::array<char, 256> text{};
    std::snprintf(text.data(), text.size(),
                  " issuing, medians: 1 client %.0f/s on the first day, %.0f/s after years (%.2f); "
                  "%d clients %.0f/s and %.0f/s (%.2f)",
                  median(first.alone), median(late.alone), median(late.alone) / median(first.alone),
                  scale.clients, median(first.crowd), median(late.crowd),
                  median(late.crowd) / median(first.crowd));
    show(text.data());
}

} // namespace talon::bench
