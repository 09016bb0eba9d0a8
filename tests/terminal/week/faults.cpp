#include "tests/terminal/week/faults.h"

#include "tests/support/fast_time.h"

#include <QTimer>

#include <algorithm>
#include <array>
#include <string>

using namespace std::chrono_literals;

namespace talon::test {

namespace {

constexpr auto DayLength = 9h;

/// As in hw/virtual/faults.h.
constexpr std::array PrinterFaults{
    "paper-out",         "cover-open",       "gone",       "no-reply",
    "no-confirm",        "broken",           "cutter-jam", "dies-after 4000",
    "stalls-after 6000", "dies-after 20000", "near-end",   "paper-out-after 300",
    "paper-out-after 5", "mm-per-second 20",
};

} // namespace

Faults::Faults(Hall hall, std::uint64_t seed)
    : m_hall(std::move(hall))
    , m_broken(m_hall.networks.size())
    , m_random(seed)
    , m_plan(std::make_unique<QObject>())
{}

std::chrono::milliseconds Faults::someTime(std::chrono::seconds from, std::chrono::seconds to)
{
    return std::chrono::milliseconds(m_random.from(std::chrono::milliseconds(from).count(),
                                                   std::chrono::milliseconds(to).count()));
}

void Faults::at(std::chrono::milliseconds in, std::function<void()> what)
{
    QTimer::singleShot(in, Qt::PreciseTimer, m_plan.get(), std::move(what));
}

void Faults::lasting(std::chrono::milliseconds in,
                     std::chrono::milliseconds length,
                     std::function<void()> begin,
                     std::function<void()> end)
{
    at(in, std::move(begin));
    at(in + length, [this, length, end = std::move(end)] {
        end();
        // A minute more, in which all that was lost by it may still be missed.
        m_hall.ledger.hadTrouble(FastTime::now() - length, FastTime::now() + 1min);
    });
}

void Faults::planDay(std::chrono::milliseconds untilOpening)
{
    const auto some = [&] { return untilOpening + someTime(0s, DayLength); };
    for (std::size_t each = 0; each < m_hall.terminals.size(); ++each) {
        if (m_random.oneIn(2)) {
            breakNetwork(each, Network::State::Cut, some(), someTime(30min, 3h));
        }
        if (m_random.oneIn(3)) {
            breakNetwork(each, Network::State::Cut, untilOpening + someTime(5h, 10h),
                         someTime(16h, 18h));
        }
        breakPrinter(each, some(), someTime(5min, 40min));
    }
    if (m_random.oneIn(2)) {
        stopController(some(), someTime(2min, 40min));
    }
}

void Faults::perhapsNow(std::size_t terminal)
{
    if (m_random.oneIn(4)) {
        breakSomething(terminal, someTime(0s, 20s));
    } else if (m_random.oneIn(4)) {
        // In the very moments when a ticket is made and printed.
        m_hall.terminals.at(terminal)->whenItAsks([this, terminal] {
            breakSomething(terminal, m_random.oneIn(2) ? 0ms : someTime(0s, 6s));
        });
    }
}

void Faults::breakSomething(std::size_t terminal, std::chrono::milliseconds in)
{
    switch (m_random.from(1, 8)) {
    case 1: breakNetwork(terminal, Network::State::Cut, in, someTime(1s, 90s)); break;
    case 2: breakNetwork(terminal, Network::State::Silent, in, someTime(3s, 3min)); break;
    case 3: breakNetwork(terminal, Network::State::RepliesLost, in, someTime(1s, 1min)); break;
    case 4: stopController(in, someTime(1s, 20s)); break;
    case 5: cutPower(terminal, in, someTime(5s, 4min)); break;
    case 6:
    case 7: breakPrinter(terminal, in, someTime(1s, 30s)); break;
    default: breakPrinter(terminal, in, someTime(1min, 20min)); break;
    }
}

void Faults::breakNetwork(std::size_t which,
                          Network::State state,
                          std::chrono::milliseconds in,
                          std::chrono::milliseconds length)
{
    lasting(
        in, length,
        [this, which, state] {
            m_broken.at(which).push_back(state);
            showNetwork(which);
        },
        [this, which, state] {
            auto& broken = m_broken.at(which);
            broken.erase(std::ranges::find(broken, state));
            showNetwork(which);
        });
}

/// The latest of those that last.
void Faults::showNetwork(std::size_t which)
{
    const auto& broken = m_broken.at(which);
    m_hall.networks.at(which)->setState(broken.empty() ? Network::State::Whole : broken.back());
}

void Faults::breakPrinter(std::size_t which,
                          std::chrono::milliseconds in,
                          std::chrono::milliseconds length)
{
    WeekTerminal* const terminal = m_hall.terminals.at(which);
    const std::string words = PrinterFaults.at(static_cast<std::size_t>(
        m_random.from(0, static_cast<std::int64_t>(PrinterFaults.size()) - 1)));
    at(in, [terminal, words] { terminal->setPrinterFaults(words); });
    at(in + length, [terminal] { terminal->setPrinterFaults(""); });
}

void Faults::stopController(std::chrono::milliseconds in, std::chrono::milliseconds length)
{
    lasting(
        in, length, [this] { m_hall.office.switchOff(); },
        [this] {
            if (!m_hall.office.isOn()) {
                m_hall.office.switchOn();
            }
        });
}

void Faults::cutPower(std::size_t which,
                      std::chrono::milliseconds in,
                      std::chrono::milliseconds length)
{
    WeekTerminal* const terminal = m_hall.terminals.at(which);
    lasting(
        in, length, [terminal] { terminal->cutPower(); },
        [terminal] {
            if (!terminal->isOn()) {
                terminal->switchOn();
            }
        });
}

void Faults::mendAll()
{
    m_plan = std::make_unique<QObject>();
    m_hall.ledger.hadTrouble(FastTime::now() - 24h, FastTime::now());
    if (!m_hall.office.isOn()) {
        m_hall.office.switchOn();
    }
    for (std::size_t each = 0; each < m_broken.size(); ++each) {
        m_broken.at(each).clear();
        showNetwork(each);
    }
    for (WeekTerminal* const terminal : m_hall.terminals) {
        terminal->setPrinterFaults("");
        if (!terminal->isOn()) {
            terminal->switchOn();
        }
    }
}

} // namespace talon::test
