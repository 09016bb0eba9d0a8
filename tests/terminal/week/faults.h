#pragma once

#include "tests/support/random.h"
#include "tests/terminal/week/ledger.h"
#include "tests/terminal/week/network.h"
#include "tests/terminal/week/week_office.h"
#include "tests/terminal/week/week_terminal.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace talon::test {

/// What breaks in the week, and is mended again: cables, the controller, the power of terminals,
/// and everything about a printer. Each at a moment of its own, whatever anybody does just then.
class Faults
{
public:
    struct Hall
    {
        WeekOffice& office;
        std::vector<Network*> networks; ///< One for each terminal.
        std::vector<WeekTerminal*> terminals;
        Ledger& ledger;
    };

    Faults(Hall hall, std::uint64_t seed);

    /// Plans the long faults of a day whose doors open in so long a time; some cables are pulled in
    /// the evening and found in the next morning, when visitors have come.
    void planDay(std::chrono::milliseconds untilOpening);

    /// A visitor comes to this terminal: perhaps something breaks just then.
    void perhapsNow(std::size_t terminal);

    /// Everything works, for good.
    void mendAll();

private:
    void at(std::chrono::milliseconds in, std::function<void()> what);
    void lasting(std::chrono::milliseconds in,
                 std::chrono::milliseconds length,
                 std::function<void()> begin,
                 std::function<void()> end);
    void breakSomething(std::size_t terminal, std::chrono::milliseconds in);
    void breakNetwork(std::size_t which,
                      Network::State state,
                      std::chrono::milliseconds in,
                      std::chrono::milliseconds length);
    void
    breakPrinter(std::size_t which, std::chrono::milliseconds in, std::chrono::milliseconds length);
    void stopController(std::chrono::milliseconds in, std::chrono::milliseconds length);
    void
    cutPower(std::size_t which, std::chrono::milliseconds in, std::chrono::milliseconds length);
    std::chrono::milliseconds someTime(std::chrono::seconds from, std::chrono::seconds to);

    void showNetwork(std::size_t which);

    Hall m_hall;
    std::vector<std::vector<Network::State>> m_broken; ///< Of each network, what lasts now.
    Random m_random;
    std::unique_ptr<QObject> m_plan; ///< What is still to come ends with it.
};

} // namespace talon::test
