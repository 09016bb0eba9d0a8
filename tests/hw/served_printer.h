#pragma once

#include "tests/hw/scratch_folder.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"

namespace talon::test {

/// A virtual printer in a process of its own, on a port or a line: `talon-hw serve`.
class ServedPrinter
{
public:
    enum class Road { Tcp, Pty };

    explicit ServedPrinter(Road road)
        : m_program(
              road == Road::Tcp
                  ? std::vector<std::string>{TALON_HW_PROGRAM, "serve", folder.path(), "--tcp", "0"}
                  : std::vector<std::string>{TALON_HW_PROGRAM, "serve", folder.path(), "--pty",
                                             links.path() + "/line"})
    {
        const auto line = m_program.readLine(std::chrono::seconds(10));
        REQUIRE(line);
        REQUIRE(line->starts_with("serving "));
        uri = line->substr(8);
    }

    /// As a person ends it, and how that went.
    std::optional<Exit> end()
    {
        m_program.signal(15);
        return m_program.waitFor(std::chrono::seconds(10));
    }

    ScratchFolder folder;
    ScratchFolder links;
    std::string uri; ///< As a client names it.

private:
    Process m_program;
};

} // namespace talon::test
