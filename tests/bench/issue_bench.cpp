#include "tests/bench/bench_office.h"
#include "tests/bench/benches.h"

#include <cstdio>

namespace talon::bench {

namespace {

using namespace std::chrono_literals;

/// Enough that no service runs out of numbers.
constexpr int Services = 60;

void showIssued(const char* who, const Issued& issued, const Samples& sync)
{
    std::array<char, 256> text{};
    std::snprintf(text.data(), text.size(),
                  "  %s: %.0f/s, %s; mean %.3f ms = %.2f x fdatasync; CPU a ticket: controller "
                  "%.1f us, driver %.1f us",
                  who, issued.rate, spread(issued.latency).c_str(),
                  milliseconds(issued.latency.mean()),
                  milliseconds(issued.latency.mean()) / milliseconds(sync.mean()),
                  milliseconds(issued.controllerCpu) * 1000, milliseconds(issued.driverCpu) * 1000);
    show(text.data());
}

} // namespace

void benchSync(const Scale& scale)
{
    show("one fdatasync of 4 KiB");
    for (int run = 0; run < scale.runs; ++run) {
        const SyncRate rate = measureSync(scale.folder, scale.smoke ? 20ms : 2s);
        show("  append:    " + std::to_string(1e9 / double(rate.append.mean().count())) + "/s, " +
             spread(rate.append));
        show("  overwrite: " + std::to_string(1e9 / double(rate.overwrite.mean().count())) +
             "/s, " + spread(rate.overwrite));
    }
}

void benchIssue(const Scale& scale)
{
    show("ticket issue through the API, durable, a new office for each run");
    std::vector<double> alone;
    std::vector<double> crowd;
    std::vector<double> syncs;
    std::vector<double> aloneLatency;
    for (int run = 0; run < scale.runs; ++run) {
        BenchOffice office(scale, Services, 40);
        office.controller.start();
        issueTickets(office, 4, scale.tickets / 20, Services); // Warms up.
        Samples sync;
        const auto yardstick = [&] {
            sync.add(measureSync(office.folder.path(), scale.smoke ? 20ms : 500ms).overwrite);
        };
        yardstick();
        const Issued one = issueTickets(office, 1, scale.tickets / 10, Services);
        yardstick();
        const Issued many = issueTickets(office, scale.clients, scale.tickets, Services);
        yardstick();
        office.controller.stop();

        show(" run " + std::to_string(run + 1) + ": fdatasync mean " +
             std::to_string(milliseconds(sync.mean())) + " ms, " + spread(sync));
        showIssued("1 client", one, sync);
        showIssued((std::to_string(scale.clients) + " clients").c_str(), many, sync);
        alone.push_back(one.rate);
        crowd.push_back(many.rate);
        syncs.push_back(milliseconds(sync.mean()));
        aloneLatency.push_back(milliseconds(one.latency.mean()));
    }
    const double bound = 1.5 * median(syncs) + 1;
    const double target = std::min(20'000.0, 5 * median(alone));
    std::array<char, 512> text{};
    std::snprintf(text.data(), text.size(),
                  " medians: fdatasync %.3f ms (%.0f/s); 1 client %.0f/s, mean %.3f ms, at most "
                  "%.3f ms wanted: %s;\n          %d clients %.0f/s, at least %.0f/s wanted: %s",
                  median(syncs), 1000 / median(syncs), median(alone), median(aloneLatency), bound,
                  verdict(median(aloneLatency) <= bound).c_str(), scale.clients, median(crowd),
                  target, verdict(median(crowd) >= target).c_str());
    show(text.data());
}

} // namespace talon::bench
