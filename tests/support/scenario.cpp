#include "tests/support/scenario.h"

#include "controller/queue/apply.h"
#include "controller/queue/decide.h"
#include "controller/queue/invariants.h"
#include "controller/queue/rule.h"
#include "tests/support/small_office.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <sstream>

namespace talon::test {

namespace {

using namespace queue;

using Words = std::vector<std::string>;

Words wordsOf(const std::string& line)
{
    std::istringstream stream(line);
    return {std::istream_iterator<std::string>(stream), {}};
}

/// The number after a word: 7 in "call window 1 by 7" for "by".
std::optional<std::int64_t> after(const Words& words, const char* word)
{
    const auto found = std::ranges::find(words, word);
    if (found == words.end() || std::next(found) == words.end()) {
        return std::nullopt;
    }
    return std::atoll(std::next(found)->c_str());
}

std::string dayText(Day day)
{
    const std::chrono::year_month_day date{day};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::optional<Day> dayFrom(const std::string& text)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (std::sscanf(text.c_str(), "%d-%u-%u", &year, &month, &day) != 3) {
        return std::nullopt;
    }
    return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} /
                                 std::chrono::day{day}};
}

std::optional<std::chrono::minutes> minuteFrom(const std::string& text)
{
    int hour = 0;
    int minute = 0;
    if (std::sscanf(text.c_str(), "%d:%d", &hour, &minute) != 2) {
        return std::nullopt;
    }
    return std::chrono::minutes{hour * 60 + minute};
}

const Visit* visitNumbered(const Office& office, const std::string& number)
{
    const auto has = [&](const auto& entry) { return entry.second.number == number; };
    const auto found = std::ranges::find_if(office.visits, has);
    return found == office.visits.end() ? nullptr : &found->second;
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
    std::string operator()(const PrintReported& e) const
    {
        return number(e.visit) + " " + std::string(name(e.outcome));
    }
    std::string operator()(const WindowOpened&) const { return "open"; }
    std::string operator()(const WindowPaused&) const { return "paused"; }
    std::string operator()(const WindowClosed&) const { return "closed"; }
    std::string operator()(const VisitCalled& e) const
    {
        return number(e.visit) + (e.reason.helping ? " helping" : "");
    }
    std::string operator()(const VisitRecalled& e) const { return number(e.visit) + " again"; }
    std::string operator()(const ServiceStarted& e) const { return number(e.visit) + " started"; }
    std::string operator()(const VisitFinished& e) const { return number(e.visit) + " finished"; }
    std::string operator()(const VisitorAbsent& e) const { return number(e.visit) + " absent"; }
    std::string operator()(const VisitDropped& e) const { return number(e.visit) + " dropped"; }

private:
    std::string number(VisitId id) const { return m_office.visits.at(id).number; }

    const Office& m_office;
};

/// "settings without window 1", "... without service 2", "... prefix 1 Ю", "... target 1 45",
/// "... window 9" (one more, for service 1), "... same".
OfficeSettings changed(OfficeSettings settings, const Words& words)
{
    if (const auto window = after(words, "window"); window && words.at(1) == "without") {
        std::erase_if(settings.windows, [&](const Window& w) { return w.id.value == *window; });
    } else if (const auto service = after(words, "service"); service && words.at(1) == "without") {
        std::erase_if(settings.services, [&](const Service& s) { return s.id.value == *service; });
        for (Window& w : settings.windows) {
            std::erase(w.services, ServiceId{*service});
            std::erase(w.helpsWith, ServiceId{*service});
        }
    } else if (window) {
        settings.windows.push_back(
            {.id = {*window}, .name = words.at(2), .services = {{1}}, .helpsWith = {}});
    }
    for (Service& s : settings.services) {
        if (after(words, "prefix") == s.id.value) {
            s.prefix = words.at(3);
        }
        if (after(words, "target") == s.id.value) {
            s.target = std::chrono::minutes{std::atoi(words.at(3).c_str())};
        }
    }
    return settings;
}

std::optional<Command> windowCommand(const Words& words)
{
    const auto given = after(words, "window");
    if (!given) {
        return std::nullopt;
    }
    const WindowId window{*given};
    const StaffId clerk{after(words, "by").value_or(*given)};
    const std::string& verb = words.front();
    if (verb == "open") {
        return OpenWindow{window, clerk};
    }
    if (verb == "pause") {
        return PauseWindow{window, clerk};
    }
    if (verb == "close") {
        return CloseWindow{window, clerk};
    }
    if (verb == "call") {
        return CallNext{window, clerk};
    }
    if (verb == "recall") {
        return Recall{window, clerk};
    }
    if (verb == "start") {
        return StartService{window, clerk};
    }
    if (verb == "finish") {
        return FinishVisit{window, clerk, {after(words, "topic").value_or(1)}};
    }
    if (verb == "absent") {
        return MarkNoShow{window, clerk};
    }
    return std::nullopt;
}

std::optional<Command> commandFrom(const Office& office, const Words& words)
{
    const std::string& verb = words.front();
    if (verb == "issue") {
        IssueTicket issue{.service = {after(words, "issue").value_or(0)}, .category = {}};
        if (const auto category = after(words, "category")) {
            issue.category = CategoryId{*category};
        }
        return issue;
    }
    if (verb == "printed" && words.size() == 3) {
        const Visit* const visit = visitNumbered(office, words.at(1));
        const auto outcome = std::ranges::find_if(
            PrintOutcomes, [&](PrintOutcome known) { return name(known) == words.at(2); });
        if (outcome == PrintOutcomes.end()) {
            return std::nullopt;
        }
        return ReportPrint{.visit = visit == nullptr ? VisitId{999'999} : visit->id,
                           .outcome = *outcome};
    }
    if (verb == "settings") {
        return ChangeSettings{changed(office.settings, words)};
    }
    if (verb == "tick") {
        return Tick{};
    }
    return windowCommand(words);
}

/// The answer to a question, which changes nothing; none if it is none.
std::optional<std::string> answered(const Office& office, const Words& words, Instant now)
{
    const std::string& verb = words.front();
    if (verb == "waiting") {
        std::string numbers;
        if (const auto places = office.waiting.find({after(words, "waiting").value_or(0)});
            places != office.waiting.end()) {
            for (const WaitingPlace& place : places->second) {
                numbers += (numbers.empty() ? "" : " ") + office.visits.at(place.visit).number;
            }
        }
        return numbers.empty() ? "nobody" : numbers;
    }
    if (verb == "next") {
        const Window* const window =
            findWindow(office.settings, {after(words, "window").value_or(0)});
        const auto next = window == nullptr ? std::nullopt : nextFor(office, *window, now);
        return next ? office.visits.at(next->visit).number : "nobody";
    }
    if (verb == "ahead" || verb == "state") {
        const Visit* const visit = visitNumbered(office, words.back());
        if (visit == nullptr) {
            return "nobody";
        }
        return verb == "ahead" ? std::to_string(peopleAhead(office, visit->id))
                               : std::string(name(visit->state));
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
               (visit->reason->helping ? " helping" : "");
    }
    return std::nullopt;
}

std::string happened(Office& office, const Command& command, const OfficeTime& time)
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
            } else if (const auto command = commandFrom(office, words)) {
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
