#include "tests/bench/bench_office.h"

#include <ctime>
#include <stdexcept>

namespace talon::bench {

namespace {

test::ControllerProcess::Options optionsFor(const Scale& scale,
                                            const std::filesystem::path& journal)
{
    return {.program = scale.controller,
            .journal = journal,
            .serveArguments = {"--connections-per-address", "1000", "--requests-per-second",
                               "10000000"},
            .process = {}};
}

Nanoseconds ownCpu()
{
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return std::chrono::seconds{used.tv_sec} + Nanoseconds{used.tv_nsec};
}

/// No two requests of the life of this process have the same key.
std::string newKey()
{
    static std::atomic<std::uint64_t> next = 0;
    static const std::string Mark =
        "bench-" + std::to_string(std::chrono::system_clock::now().time_since_epoch().count()) +
        "-";
    return Mark + std::to_string(++next);
}

} // namespace

BenchOffice::BenchOffice(const Scale& scale,
                         int services,
                         int windows,
                         const std::filesystem::path& journal)
    : folder(scale.folder)
    , controller(optionsFor(scale, journal.empty() ? folder.path() / "office.journal" : journal))
{
    if (!std::filesystem::exists(controller.journal())) {
        controller.init(test::settingsForLoad(services, windows));
    }
    controller.addStaff("manager", "manager");
    terminal = test::bearer(controller.addDevice("terminal", "entrance"));
    display = test::bearer(controller.addDevice("display", "hall"));
}

Issued issueTickets(BenchOffice& office, int clients, int tickets, int services)
{
    Issued issued;
    int sent = 0;
    int refused = 0;
    std::string refusal;
    const auto next = [&](int /*connection*/) -> std::optional<std::string> {
        if (sent == tickets) {
            return std::nullopt;
        }
        const int service = sent++ % services + 1;
        return bytesOf(test::post("/api/tickets",
                                  R"({"service":)" + std::to_string(service) +
                                      R"(,"category":null,"language":"ru"})",
                                  newKey(), office.terminal));
    };
    const auto replied = [&](int /*connection*/, const test::HttpReply& reply, Nanoseconds took) {
        issued.latency.add(took);
        if (reply.status != 200) {
            ++refused;
            refusal = reply.head + "\n" + reply.body;
        }
    };
    const Nanoseconds cpuBefore = office.controller.process().cpuTime();
    const Nanoseconds ownBefore = ownCpu();
    const auto start = std::chrono::steady_clock::now();
    const bool whole = test::HttpLoad::run(office.controller.port(), clients, next, replied);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (!whole || refused > 0) {
        throw std::runtime_error("not every ticket was issued: " + refusal);
    }
    issued.rate = tickets / took.count();
    issued.controllerCpu = (office.controller.process().cpuTime() - cpuBefore) / tickets;
    issued.driverCpu = (ownCpu() - ownBefore) / tickets;
    return issued;
}

} // namespace talon::bench
