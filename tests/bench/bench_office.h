#pragma once

#include "tests/bench/measure.h"
#include "tests/support/controller_process.h"

#include <atomic>
#include <string>
#include <utility>

namespace talon::bench {

using Credential = std::pair<std::string, std::string>;

/// An office under load: the real program, with the bounds that protect it from a single address
/// moved out of the way.
struct BenchOffice
{
    /// Makes a new journal in a folder of its own, or uses one that is there.
    BenchOffice(const Scale& scale,
                int services,
                int windows,
                const std::filesystem::path& journal = {});

    test::TempFolder folder;
    test::ControllerProcess controller;
    Credential terminal;
    Credential display;
};

/// What came of many tickets.
struct Issued
{
    double rate = 0; ///< Tickets a second.
    Samples latency;
    Nanoseconds controllerCpu{}; ///< For each ticket.
    Nanoseconds driverCpu{};     ///< For each ticket, on our side of the sockets.
};

/// Issues tickets through the API, spread over the services, by clients that wait for each answer.
/// Throws when one is not issued.
Issued issueTickets(BenchOffice& office, int clients, int tickets, int services);

} // namespace talon::bench
