#include "tests/terminal/week/ledger.h"

#include "shared/wire/json_reader.h"
#include "shared/wire/ticket_json.h"
#include "terminal/flow/flow.h"
#include "tests/support/catch.h"
#include "tests/terminal/week/week_office.h"

#include <algorithm>
#include <ostream>

using namespace std::chrono_literals;

namespace talon::test {

namespace {

using queue::Visit;

/// How long a terminal goes on telling what became of a paper (flow.h), and a little more.
constexpr auto ReportsFor = terminal::ReportPatience + 1min;

/// A request that nobody waits for any more may still be done.
constexpr auto DoneLate = 10s;

std::string text(const Ledger::Name& name)
{
    const std::chrono::year_month_day day(name.first);
    return name.second + " of day " + std::to_string(static_cast<unsigned>(day.day()));
}

PrintOutcome best(const std::vector<terminal::PrintEnd>& ends)
{
    PrintOutcome best = PrintOutcome::NotReported;
    for (const PrintOutcome each :
         {PrintOutcome::OnScreen, PrintOutcome::Unknown, PrintOutcome::Printed}) {
        if (std::ranges::find(ends, each, &terminal::PrintEnd::outcome) != ends.end()) {
            best = each;
        }
    }
    return best;
}

bool wasCancelledUnprinted(const Visit& visit)
{
    return visit.state == VisitState::Cancelled && visit.cancelled == CancelReason::NotPrinted;
}

} // namespace

void Ledger::told(const Name& name, const Told& ticket)
{
    INFO(text(name) << " is given twice");
    REQUIRE(m_told.emplace(name, ticket).second);
}

void Ledger::ended(const Name& name, const terminal::PrintEnd& end)
{
    INFO(text(name));
    REQUIRE(m_told.contains(name));
    std::vector<terminal::PrintEnd>& ends = m_told.at(name).ends;
    ends.push_back(end);
    // Once, and once more if a copy was sent after a paper that nobody is sure of.
    const bool isCopied = ends.size() == 2 && ends.front().outcome == PrintOutcome::Unknown &&
                          !ends.front().copy && ends.back().copy;
    CHECK(end.outcome != PrintOutcome::NotReported);
    CHECK((isCopied || (ends.size() == 1 && !end.copy)));
}

void Ledger::out(const Name& name, const std::string& slip, bool isWhole)
{
    INFO(text(name));
    REQUIRE(m_told.contains(name));
    Told& ticket = m_told.at(name);
    ++(isWhole ? ticket.slips : ticket.scraps);
    if (isWhole) {
        INFO("two papers look alike");
        CHECK(m_slips.insert(slip).second);
    }
}

void Ledger::cutOff(const Name& name)
{
    if (const auto found = m_told.find(name); found != m_told.end()) {
        Told& ticket = found->second;
        ticket.isCutOff = true;
        ticket.wasOut =
            ticket.wasOut || (ticket.ends.empty() && ticket.slips > 0 && !ticket.isMixed);
    }
}

bool Ledger::isExcused(const Told& ticket) const
{
    return ticket.isCutOff || std::ranges::any_of(m_troubles, [&](const auto& trouble) {
               return trouble.first <= ticket.at + ReportsFor && trouble.second >= ticket.at;
           });
}

/// What lay below the printer, against what the terminal said of it.
void Ledger::checkPapers(const Name& name, const Told& ticket) const
{
    INFO(text(name) << ": " << ticket.slips << " slips, " << ticket.ends.size() << " ends");
    if (ticket.ends.empty()) {
        CHECK(ticket.isCutOff);
    }
    if (ticket.ends.empty() || ticket.isMixed) {
        return;
    }
    const terminal::PrintEnd& end = ticket.ends.back();
    CHECK(ticket.slips <= static_cast<int>(ticket.ends.size()));
    if (ticket.ends.size() == 1 && end.outcome == PrintOutcome::Printed) {
        CHECK(ticket.slips == 1);
    } else if (end.outcome == PrintOutcome::Printed) {
        CHECK(ticket.slips >= 1);
    } else if (end.outcome == PrintOutcome::OnScreen) {
        CHECK(ticket.slips == 0);
        CHECK(ticket.scraps == 0);
    }
}

void Ledger::holdAgainst(WeekOffice& office, const std::vector<Day>& days) const
{
    std::map<Name, Visit> visits;
    for (const Day day : days) {
        for (const Visit& visit : office.visitsOn(day)) {
            const Name name{day, visit.number};
            INFO(text(name) << " is two visits");
            CHECK(visits.emplace(name, visit).second);
        }
    }

    for (const auto& [name, ticket] : m_told) {
        INFO("ticket " << text(name) << ", terminal " << ticket.terminal << ", visit "
                       << ticket.visit.value);
        checkPapers(name, ticket);
        const auto found = visits.find(name);
        const bool isLate = m_late.contains(name);
        CHECK((found != visits.end()) != isLate);
        if (found == visits.end()) {
            CHECK(ticket.visit.value == 0);
            continue;
        }
        const Visit& visit = found->second;
        CHECK(visit.service == ticket.service);
        CHECK(visit.state != VisitState::Cancelled);
        CHECK(visit.offline.has_value() == (ticket.visit.value == 0));
        if (ticket.visit.value != 0) {
            CHECK(visit.id == ticket.visit);
        }
        // Begun and never ended: the terminal found its mark of it, and kept what follows.
        const bool isMarked = ticket.wasOut && ticket.ends.empty() && ticket.visit.value == 0;
        const PrintOutcome expected = isMarked ? PrintOutcome::Unknown : best(ticket.ends);
        INFO("paper " << name.second << ": journal " << talon::name(visit.print) << ", terminal "
                      << talon::name(expected));
        // A terminal that lost its power says of its half-printed ticket that nobody knows.
        const bool isMayBe = ticket.isCutOff && visit.print == PrintOutcome::Unknown;
        const bool isUntold = visit.print == PrintOutcome::NotReported && isExcused(ticket) &&
                              (ticket.visit.value != 0 || (ticket.isCutOff && !ticket.wasOut));
        const bool isEarlier = ticket.ends.size() == 2 && isExcused(ticket) &&
                               visit.print == ticket.ends.front().outcome;
        CHECK((visit.print == expected || isMayBe || isUntold || isEarlier));
        if (ticket.ends.size() == 2 && ticket.visit.value != 0 && !isExcused(ticket)) {
            CHECK(visit.copies == 1);
        }
    }

    // Visits that nobody has a ticket of: only those that the terminals know of.
    std::set<VisitId> givenUp;
    for (const std::string& key : m_givenUp) {
        const auto body = office.answerTo(key);
        const auto object = wire::objectFromText(QByteArray::fromStdString(body.value_or("")));
        const auto ticket = object ? wire::ticketFromJson(*object)
                                   : Expected<wire::Ticket, ParseError>(Unexpected(object.error()));
        if (ticket) {
            givenUp.insert(ticket->visit);
        }
    }
    std::vector<Unheard> unheard = m_unheard;
    for (const auto& [name, visit] : visits) {
        if (m_told.contains(name)) {
            continue;
        }
        INFO("visit " << visit.id.value << ", " << text(name)
                      << ", has no ticket: " << talon::name(visit.state));
        if (givenUp.contains(visit.id)) {
            // Called, or sent home, before the terminal could say so.
            const bool wasTooLate =
                visit.state == VisitState::NoShow || visit.state == VisitState::Dropped;
            CHECK((wasCancelledUnprinted(visit) || wasTooLate));
            continue;
        }
        const auto found = std::ranges::find_if(unheard, [&visit = visit](const Unheard& each) {
            const bool isSame = visit.booking ? !each.service : each.service == visit.service;
            return isSame && visit.joinedAt >= each.from && visit.joinedAt <= each.to + DoneLate;
        });
        CHECK(found != unheard.end());
        if (found != unheard.end()) {
            unheard.erase(found);
        }
    }
}

std::string Ledger::summary() const
{
    int alone = 0;
    int printed = 0;
    int copied = 0;
    int onScreen = 0;
    int unknown = 0;
    for (const auto& [name, ticket] : m_told) {
        alone += ticket.visit.value == 0 ? 1 : 0;
        switch (best(ticket.ends)) {
        case PrintOutcome::Printed: ++printed; break;
        case PrintOutcome::OnScreen: ++onScreen; break;
        default: ++unknown;
        }
        copied += ticket.ends.size() == 2 ? 1 : 0;
    }
    return std::to_string(m_told.size()) + " tickets, " + std::to_string(alone) +
           " without the controller (" + std::to_string(m_late.size()) +
           " handed over after their day, " + std::to_string(m_givenUp.size()) +
           " after a request given up); " + std::to_string(printed) + " printed, " +
           std::to_string(copied) + " with a copy, " + std::to_string(onScreen) +
           " on the screen only, " + std::to_string(unknown) + " unknown; " +
           std::to_string(m_refused) + " refused, " + std::to_string(m_unheard.size()) +
           " unheard; " + std::to_string(m_troubles.size()) + " faults";
}

} // namespace talon::test
