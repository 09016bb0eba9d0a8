#include "tests/bench/benches.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <exception>
#include <string_view>

/// `talon-bench`: loads the real controller and prints figures. docs/performance.md tells how to
/// read them.
namespace {

using talon::bench::Scale;

struct Bench
{
    std::string_view name;
    const char* what;
    void (*run)(const Scale& scale);
};

constexpr std::array Benches{
    Bench{"sync", "one fdatasync of the disk, the yardstick of all else", talon::bench::benchSync},
    Bench{"issue", "tickets through the API by 1 and by many clients", talon::bench::benchIssue},
    Bench{"call", "from a call to many screens", talon::bench::benchCall},
    Bench{"years", "restart and issue after years of history", talon::bench::benchYears},
};

void printHelp()
{
    std::puts("Usage: talon-bench BENCH|all [--NAME VALUE]... [--smoke]\n");
    for (const Bench& bench : Benches) {
        std::printf("  %-8s %s\n", std::string(bench.name).c_str(), bench.what);
    }
    std::puts("\n  --controller FILE   the program to load\n"
              "  --folder FOLDER     on the disk to measure; a journal needs one that is no tmpfs\n"
              "  --past FILE         keeps the journal with years in it for the next time\n"
              "  --runs, --tickets, --clients, --sockets, --calls, --windows NUMBER\n"
              "  --years, --tickets-a-day NUMBER\n"
              "  --smoke             tiny numbers: shows that it runs, measures nothing");
}

Scale smokeOf(Scale scale)
{
    scale.smoke = true;
    scale.runs = 1;
    scale.tickets = 400;
    scale.clients = 8;
    scale.sockets = 20;
    scale.calls = 3;
    scale.years = 1;
    scale.ticketsADay = 5;
    return scale;
}

int* numberOf(Scale& scale, std::string_view name)
{
    struct Option
    {
        std::string_view name;
        int Scale::*number;
    };
    constexpr std::array Options{
        Option{"--runs", &Scale::runs},       Option{"--tickets", &Scale::tickets},
        Option{"--clients", &Scale::clients}, Option{"--sockets", &Scale::sockets},
        Option{"--calls", &Scale::calls},     Option{"--windows", &Scale::windows},
        Option{"--years", &Scale::years},     Option{"--tickets-a-day", &Scale::ticketsADay}};
    for (const Option& option : Options) {
        if (option.name == name) {
            return &(scale.*option.number);
        }
    }
    return nullptr;
}

bool readOption(Scale& scale, std::string_view name, std::string_view value)
{
    if (name == "--controller") {
        scale.controller = value;
        return true;
    }
    if (name == "--folder") {
        scale.folder = value;
        return true;
    }
    if (name == "--past") {
        scale.past = value;
        return true;
    }
    int* const number = numberOf(scale, name);
    return number != nullptr &&
           std::from_chars(value.data(), value.data() + value.size(), *number).ec == std::errc{};
}

int runAll(std::string_view wanted, const Scale& scale)
{
    bool known = false;
    for (const Bench& bench : Benches) {
        if (wanted == "all" || wanted == bench.name) {
            known = true;
            bench.run(scale);
        }
    }
    if (!known) {
        printHelp();
    }
    return known ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    Scale scale{
        .controller = TALON_CONTROLLER, .folder = std::filesystem::current_path(), .past = {}};
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    if (arguments.empty()) {
        printHelp();
        return 1;
    }
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "--smoke") {
            scale = smokeOf(scale);
        } else if (i + 1 < arguments.size() && readOption(scale, arguments[i], arguments[i + 1])) {
            ++i;
        } else {
            printHelp();
            return 1;
        }
    }
    try {
        return runAll(arguments.front(), scale);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "talon-bench: %s\n", failure.what());
        return 2;
    }
}
