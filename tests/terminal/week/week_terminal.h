#pragma once

#include "terminal/app/terminal_app.h"
#include "tests/support/fast_time.h"
#include "tests/terminal/week/ledger.h"
#include "tests/terminal/week/network.h"

#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace talon::test {

/// A terminal of the week: all that the program puts together but the pictures, on a virtual
/// printer; and an eye on its screen, which must never be stuck.
class WeekTerminal
{
public:
    struct Place
    {
        int number = 0;
        std::filesystem::path folder;
        std::string token;
    };

    WeekTerminal(Place place, Network& network, Ledger& ledger);
    ~WeekTerminal();

    void switchOn();

    /// At once: what its destructors would still write is not on its disk afterwards.
    void cutPower();

    bool isOn() const { return m_parts != nullptr; }
    terminal::TerminalApp& app();
    int number() const { return m_place.number; }

    /// As in hw/virtual/faults.h; empty mends all.
    void setPrinterFaults(const std::string& words);

    /// Done once, when its screen next waits for a ticket.
    void whenItAsks(std::function<void()> what) { m_whenItAsks = std::move(what); }

    /// A visitor's finger is on it now.
    void noticeTouch();

    /// Tickets that the controller does not have yet.
    int waitingCount() const;
    bool isConnected() const;

    /// Where visitors begin, or where they see that they cannot.
    bool isWelcoming() const;

    /// What it gave up is known at the end from its own memory.
    void tellWhatWasGivenUp();

private:
    struct Parts;

    void seeScreen();
    void takeSlips(const Ledger::Name& name);
    void watch();

    Place m_place;
    Network& m_network;
    Ledger& m_ledger;
    std::unique_ptr<Parts> m_parts;
    terminal::Screen m_screen = terminal::Screen::Away;
    Instant m_askedAt; ///< The ticket that the screen waits for.
    Instant m_touchedAt;
    Instant m_changedAt;                  ///< To the screen that is shown.
    bool m_wasLate = false;               ///< To go on, when it was looked at last.
    std::vector<Ledger::Name> m_printing; ///< Asked for and not ended, oldest first.
    std::function<void()> m_whenItAsks;
    std::optional<FastTime::Exactly> m_exactly; ///< While somebody waits for a ticket.
    QTimer m_watch;
};

} // namespace talon::test
