#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "terminal/printing/print_queue.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace talon::test {

class WeekOffice;

/// What people outside the machines saw in the week, with pencil on paper: who was told which
/// number, what came out of the printers. At the end it is held against the controller's journal.
class Ledger
{
public:
    /// A number is given once a day.
    using Name = std::pair<Day, std::string>;

    /// A ticket whose number somebody saw on the screen.
    struct Told
    {
        int terminal = 0;
        ServiceId service;
        VisitId visit; ///< 0 for one that the terminal gave alone.
        Instant at;
        std::vector<terminal::PrintEnd> ends = {}; ///< What the print queue said of its papers.
        int slips = 0;                             ///< Whole ones out of the printer,
        int scraps = 0;                            ///< and pieces.
        bool isCutOff = false; ///< The terminal lost its power before it was done with this one,
        bool wasOut = false;   ///< with its paper below the printer already.
        bool isMixed = false;  ///< Printed while another was: whose a slip is nobody saw.
    };

    /// A request whose answer nobody heard: the screen said that there is no ticket, or went dark.
    struct Unheard
    {
        std::optional<ServiceId> service; ///< None for a booking.
        Instant from;
        Instant to;
    };

    void told(const Name& name, const Told& ticket);
    void ended(const Name& name, const terminal::PrintEnd& end);
    void out(const Name& name, const std::string& slip, bool isWhole);
    void cutOff(const Name& name);
    void mixed(const Name& name) { m_told.at(name).isMixed = true; }
    void unheard(const Unheard& request) { m_unheard.push_back(request); }
    void recordedLate(const Name& name) { m_late.insert(name); }
    /// Of a request that a terminal gave up, for a ticket of its own.
    void gaveUp(const std::string& key) { m_givenUp.insert(key); }
    /// The cable, the controller or the terminal had a fault from then to now.
    void hadTrouble(Instant from, Instant to) { m_troubles.emplace_back(from, to); }
    void wasRefused() { ++m_refused; }

    const std::map<Name, Told>& tickets() const { return m_told; }
    bool knows(Day day, const std::string& number) const { return m_told.contains({day, number}); }

    /// Nothing lost, nothing twice: fails the test where that is not so.
    void holdAgainst(WeekOffice& office, const std::vector<Day>& days) const;

    /// In one line, what the week was like.
    std::string summary() const;

private:
    void checkPapers(const Name& name, const Told& ticket) const;
    bool isExcused(const Told& ticket) const;

    std::map<Name, Told> m_told;
    std::set<Name> m_late;
    std::vector<Unheard> m_unheard;
    std::set<std::string> m_givenUp;
    std::set<std::string> m_slips; ///< Their bytes: two must not look alike.
    std::vector<std::pair<Instant, Instant>> m_troubles;
    int m_refused = 0;
};

} // namespace talon::test
