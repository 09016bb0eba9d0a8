#include "tests/support/scenario.h"

#include "controller/queue/apply.h"
#include "controller/queue/decide.h"
#include "controller/queue/events.h"
#include "controller/queue/invariants.h"
#include "controller/queue/rule.h"
#include "tests/support/scenario_words.h"
#include "tests/support/small_office.h"

#include <array>
#include <cstdio>
#include <set>
#include <sstream>

namespace talon::test {

namespace {

using namespace queue;

std::string dayText(Day day)
{
    const std::chrono::year_month_day date{day};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

/// The small office's wall clock, "09:40".
std::string clockText(Instant at)
{
    const auto wall = at + std::chrono::hours{4};
    const auto minute = std::chrono::floor<std::chrono::minutes>(
        wall - std::chrono::floor<std::chrono::days>(wall));
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", static_cast<int>(minute.count() / 60),
                  static_cast<int>(minute.count() % 60));
    return text.data();
}

/// What an event is called in a table, told with the office from before it.
class Teller
{
public:
    explicit Teller(const Office& office)
        : m_office(office)
    {}

    std::string operator()(const DayStarted& e) const { return "day " + dayText(e.day); }
    std::string operator()(const SettingsChanged&) const { return "settings"; }
    std::string operator()(const TicketIssued& e) const { return e.number; }
    std::string operator()(const NumbersLeased& e) const
    {
        // Letters with the same numbers stand together: "leased АБВ 9900-9999".
        std::string told = e.day == m_office.day ? "leased " : "ahead ";
        for (std::size_t i = 0; i < e.leases.size(); ++i) {
            const NumberLease& lease = e.leases[i];
            told += lease.prefix;
            const bool isLast = i + 1 == e.leases.size();
            if (isLast || e.leases[i + 1].first != lease.first) {
                told += " " + std::to_string(lease.first) + "-" + std::to_string(lease.last) +
                        (isLast ? "" : " ");
            }
        }
        return told;
    }
    std::string operator()(const LateTicketRecorded& e) const
    {
        return e.number + " late " + std::string(name(e.why));
    }
    std::string operator()(const BookingAdded& e) const { return e.code + " booked"; }
    std::string operator()(const BookingMoved& e) const { return code(e.booking) + " moved"; }
    std::string operator()(const BookingCancelled& e) const
    {
        return code(e.booking) + " cancelled";
    }
    std::string operator()(const BookingMissed& e) const { return code(e.booking) + " missed"; }
    std::string operator()(const BreakBegun&) const { return "break"; }
    std::string operator()(const BreaksPlanned&) const { return "planned"; }
    std::string operator()(const VisitPassedOn& e) const
    {
        return number(e.visit) + " to " + std::to_string(e.to.service.value) +
               (e.to.onlyAt ? " at " + std::to_string(e.to.onlyAt->value) : "");
    }
    std::string operator()(const VisitHeld& e) const { return number(e.visit) + " held"; }
    std::string operator()(const VisitReturned& e) const { return number(e.visit) + " back"; }
    std::string operator()(const VisitCancelled& e) const { return number(e.visit) + " gone"; }
    std::string operator()(const CategorySet& e) const { return number(e.visit) + " graded"; }
    std::string operator()(const ActionUndone& e) const { return number(e.visit) + " undone"; }
    std::string operator()(const IssuingChanged&) const { return "issuing"; }
    std::string operator()(const PrintReported& e) const
    {
        return number(e.visit) + (e.copy ? " copy " : " ") + std::string(name(e.outcome));
    }
    std::string operator()(const WindowOpened&) const { return "open"; }
    std::string operator()(const WindowPaused&) const { return "paused"; }
    std::string operator()(const WindowClosed&) const { return "closed"; }
    std::string operator()(const VisitCalled& e) const
    {
        return number(e.visit) + (e.reason.helping ? " helping" : "") +
               (e.reason.outOfTurn.empty() ? "" : " out of turn");
    }
    std::string operator()(const VisitRecalled& e) const { return number(e.visit) + " again"; }
    std::string operator()(const ServiceStarted& e) const { return number(e.visit) + " started"; }
    std::string operator()(const VisitFinished& e) const { return number(e.visit) + " finished"; }
    std::string operator()(const VisitorAbsent& e) const { return number(e.visit) + " absent"; }
    std::string operator()(const VisitDropped& e) const { return number(e.visit) + " dropped"; }

private:
    std::string number(VisitId id) const { return m_office.visits.at(id).number; }

    std::string code(BookingId id) const { return m_office.bookings.at(id).code; }

    const Office& m_office;
};

/// The answer to a question, which changes nothing; none if it is none.
std::optional<std::string> answered(const Office& office, const Words& words, Instant now)
{
    const std::string& verb = words.front();
    if (verb == "waiting") {
        std::set<WaitingPlace> all;
        for (const auto& [line, places] : office.lines) {
            if (line.service.value == after(words, "waiting")) {
                all.insert(places.begin(), places.end());
            }
        }
        std::string numbers;
        for (const WaitingPlace& place : all) {
            numbers += (numbers.empty() ? "" : " ") + office.visits.at(place.visit).number;
        }
        return numbers.empty() ? "nobody" : numbers;
    }
    if (verb == "next") {
        const Window* const window =
            findWindow(office.settings, {after(words, "window").value_or(0)});
        const auto next = window == nullptr ? std::nullopt : chooseFrom(office.lines, *window, now);
        return next ? office.visits.at(next->place.visit).number : "nobody";
    }
    if (verb == "ahead" || verb == "state") {
        const Visit* const visit = visitNumbered(office, words.back());
        if (visit == nullptr) {
            return "nobody";
        }
        return verb == "ahead" ? std::to_string(peopleAhead(office, visit->id))
                               : std::string(name(visit->state));
    }
    if (verb == "due") {
        const Visit* const visit = visitNumbered(office, words.back());
        return visit == nullptr ? "nobody" : clockText(visit->due);
    }
    if (verb == "window") {
        const WindowDesk* const desk = findDesk(office, {after(words, "window").value_or(0)});
        return desk == nullptr ? "none"
                               : std::string(name(desk->state)) +
                                     (desk->backAt ? " until " + clockText(*desk->backAt) : "");
    }
    if (verb == "why") {
        const Visit* const visit = visitNumbered(office, words.back());
        if (visit == nullptr || !visit->reason) {
            return "not called";
        }
        const auto whole = [](std::chrono::milliseconds time) {
            return std::to_string(std::chrono::floor<std::chrono::minutes>(time).count());
        };
        return whole(visit->reason->waited) + " of " + whole(visit->reason->target) + " min" +
               (visit->reason->helping ? " helping" : "") +
               (visit->reason->onlyHere ? " only here" : "") +
               (visit->reason->category ? " category" : "") +
               (visit->reason->bookedFor ? " booked " + clockText(*visit->reason->bookedFor) : "") +
               (visit->reason->outOfTurn.empty() ? "" : ": " + visit->reason->outOfTurn);
    }
    return std::nullopt;
}

std::string happenedOnce(Office& office, const Command& command, const OfficeTime& time)
{
    const Office before = office;
    const Decision decision = decide(office, command, time);
    if (!(office == before)) {
        return "decide changed the office";
    }
    if (!decision) {
        return std::string(name(decision.error()));
    }
    std::string told;
    for (const Event& event : *decision) {
        told += told.empty() ? "" : ", ";
        // The number of a ticket is in its event; of all others in the office.
        told += std::visit(Teller(office), event);
        apply(office, event);
        if (const auto broken = brokenInvariant(office)) {
            told += " BREAKS " + *broken;
        }
    }
    return told.empty() ? "nothing" : told;
}

/// Time brings one thing after the other, until nothing more happens.
std::string happened(Office& office, const Command& command, const OfficeTime& time)
{
    std::string told = happenedOnce(office, command, time);
    if (std::holds_alternative<Tick>(command)) {
        std::string more = told;
        while (more != "nothing") {
            more = happenedOnce(office, command, time);
            told += more == "nothing" ? "" : ", " + more;
        }
    }
    return told;
}

} // namespace

std::string play(const std::string& table, Office& office)
{
    Day day = office.day;
    std::istringstream lines(table);
    std::string told;
    for (std::string line; std::getline(lines, line);) {
        const std::size_t arrow = line.find("->");
        if (arrow == std::string::npos) {
            told += line + "\n";
            if (const Words words = wordsOf(line); words.size() == 2 && words.front() == "day") {
                day = dayFrom(words.back()).value_or(day);
            }
            continue;
        }
        Words words = wordsOf(line.substr(0, arrow));
        const auto minute = words.size() < 2 ? std::nullopt : minuteFrom(words.front());
        std::string answer = "what?";
        if (minute) {
            words.erase(words.begin());
            const OfficeTime time = officeTime(day, *minute);
            if (const auto reply = answered(office, words, time.now)) {
                answer = *reply;
            } else if (const auto command = commandFrom(office, words, time)) {
                answer = happened(office, *command, time);
            }
        }
        told += line.substr(0, arrow) + "-> " + answer + "\n";
    }
    return told;
}

std::string play(const std::string& table)
{
    Office office = smallOffice();
    return play(table, office);
}

} // namespace talon::test
