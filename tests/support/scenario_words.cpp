#include "tests/support/scenario_words.h"

#include "shared/domain/ticket_number.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <sstream>

namespace talon::test {

using namespace queue;

Words wordsOf(const std::string& line)
{
    std::istringstream stream(line);
    return {std::istream_iterator<std::string>(stream), {}};
}

std::optional<std::int64_t> after(const Words& words, const char* word)
{
    const auto found = std::ranges::find(words, word);
    if (found == words.end() || std::next(found) == words.end()) {
        return std::nullopt;
    }
    return std::atoll(std::next(found)->c_str());
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

std::optional<std::string> wordAfter(const Words& words, const char* word)
{
    const auto found = std::ranges::find(words, word);
    if (found == words.end() || std::next(found) == words.end()) {
        return std::nullopt;
    }
    return *std::next(found);
}

bool has(const Words& words, const char* word)
{
    return std::ranges::find(words, word) != words.end();
}

const Visit* visitNumbered(const Office& office, const std::string& number)
{
    const auto isIt = [&](const auto& entry) { return entry.second.number == number; };
    const auto found = std::ranges::find_if(office.visits, isIt);
    return found == office.visits.end() ? nullptr : &found->second;
}

namespace {

/// "settings without window 1", "... without service 2", "... prefix 1 Ю", "... target 1 45",
/// "... window 9" (one more, for service 1), "... order firstCome", "... recalls 2",
/// "... station 2", "... headstart 5", "... range 1 1 2", "... same".
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
    if (const auto order = wordAfter(words, "order")) {
        for (const ServiceOrder known : ServiceOrders) {
            settings.rules.order = name(known) == *order ? known : settings.rules.order;
        }
    }
    if (const auto recalls = after(words, "recalls")) {
        settings.rules.recallsBeforeNoShow = static_cast<int>(*recalls);
    }
    if (const auto headStart = after(words, "headstart")) {
        settings.rules.nextServiceHeadStart = std::chrono::minutes{*headStart};
    }
    for (Window& w : settings.windows) {
        w.selfService = w.selfService || after(words, "station") == w.id.value;
    }
    for (Service& s : settings.services) {
        if (after(words, "range") == s.id.value) {
            s.firstNumber = std::atoi(words.at(3).c_str());
            s.lastNumber = std::atoi(words.at(4).c_str());
        }
        if (after(words, "prefix") == s.id.value) {
            s.prefix = words.at(3);
        }
        if (after(words, "target") == s.id.value) {
            s.target = std::chrono::minutes{std::atoi(words.at(3).c_str())};
        }
    }
    return settings;
}

std::optional<CategoryId> categoryIn(const Words& words)
{
    const auto category = after(words, "category");
    return category && *category != 0 ? std::optional(CategoryId{*category}) : std::nullopt;
}

Instant instantAt(const OfficeTime& time, const std::string& text)
{
    return time.now + (minuteFrom(text).value_or(time.minuteOfDay) - time.minuteOfDay);
}

std::optional<Command> windowCommand(const Office& office, const Words& words)
{
    const auto given = after(words, "window");
    if (!given) {
        return std::nullopt;
    }
    const WindowId window{*given};
    const StaffId clerk{after(words, "by").value_or(*given)};
    std::optional<VisitId> meant;
    if (const auto number = wordAfter(words, "meaning")) {
        meant = visitNumbered(office, *number)->id;
    }
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
    if (verb == "break") {
        return TakeBreak{window, clerk, has(words, "alone")};
    }
    if (verb == "plan") {
        return PlanBreaks{window,
                          {{.begins = minuteFrom(words.at(3)).value_or(std::chrono::minutes{0}),
                            .length = std::chrono::minutes{std::atoi(words.at(4).c_str())},
                            .evenAlone = has(words, "alone")}}};
    }
    if (verb == "call") {
        return CallNext{window, clerk};
    }
    if (verb == "recall") {
        return Recall{window, clerk, meant};
    }
    if (verb == "start") {
        return StartService{window, clerk, meant};
    }
    if (verb == "finish") {
        FinishVisit finish{window, clerk, TopicId{after(words, "topic").value_or(1)}, {}, meant};
        if (const auto then = after(words, "then")) {
            finish.then = Stop{.service = {*then}, .onlyAt = {}};
        }
        if (has(words, "notopic")) {
            finish.topic.reset();
        }
        return finish;
    }
    if (verb == "absent") {
        return MarkNoShow{window, clerk, meant};
    }
    if (verb == "putback") {
        return PutBack{window, clerk, meant};
    }
    if (verb == "undo") {
        return UndoLast{window, clerk};
    }
    if (verb == "out") {
        const Visit* const visit = visitNumbered(office, words.at(1));
        return CallOutOfTurn{window, clerk, visit == nullptr ? VisitId{999'999} : visit->id,
                             wordAfter(words, "because").value_or("")};
    }
    return std::nullopt;
}

/// "hold А001 until 10:30 by 2": by the clerk of window 2; by nobody of a window else.
std::optional<Command>
visitCommand(const Office& office, const Words& words, const OfficeTime& time)
{
    if (words.size() < 2) {
        return std::nullopt;
    }
    const Visit* const found = visitNumbered(office, words.at(1));
    const VisitId visit = found == nullptr ? VisitId{999'999} : found->id;
    const StaffId clerk{after(words, "by").value_or(0)};
    const std::string& verb = words.front();
    if (verb == "hold") {
        const auto until = wordAfter(words, "until");
        return HoldVisit{visit, clerk,
                         until ? std::optional(instantAt(time, *until)) : std::nullopt};
    }
    if (verb == "return") {
        return ReturnVisit{visit};
    }
    if (verb == "transfer") {
        Stop to{.service = {after(words, "to").value_or(0)}, .onlyAt = {}};
        if (const auto window = after(words, "at")) {
            to.onlyAt = WindowId{*window};
        }
        return TransferVisit{visit, clerk, to, has(words, "andback"), ""};
    }
    if (verb == "cancel") {
        return CancelVisit{visit, clerk, CancelReason::VisitorLeft};
    }
    if (verb == "grade") {
        return SetCategory{visit, categoryIn(words)};
    }
    if ((verb == "printed" || verb == "copied") && words.size() == 3) {
        const auto outcome = std::ranges::find_if(
            PrintOutcomes, [&](PrintOutcome known) { return name(known) == words.at(2); });
        if (outcome == PrintOutcomes.end()) {
            return std::nullopt;
        }
        return ReportPrint{.visit = visit, .outcome = *outcome, .copy = verb == "copied"};
    }
    return std::nullopt;
}

/// "book КОД1 service 1 at 10:40", "checkin КОД1", "move КОД1 at 11:00", "unbook КОД1".
std::optional<Command>
bookingCommand(const Office& office, const Words& words, const OfficeTime& time)
{
    if (words.size() < 2) {
        return std::nullopt;
    }
    const auto coded = std::ranges::find_if(
        office.bookings, [&](const auto& entry) { return entry.second.code == words.at(1); });
    const BookingId booking = coded == office.bookings.end() ? BookingId{999'999} : coded->first;
    const Instant at = instantAt(time, wordAfter(words, "at").value_or(""));
    const Day day = time.day + std::chrono::days{after(words, "day").value_or(0)};
    const std::string& verb = words.front();
    if (verb == "book") {
        return AddBooking{.code = words.at(1),
                          .service = {after(words, "service").value_or(0)},
                          .day = day,
                          .at = at + (day - time.day)};
    }
    if (verb == "checkin") {
        return CheckIn{.booking = booking, .category = categoryIn(words)};
    }
    if (verb == "move") {
        return MoveBooking{.booking = booking, .day = day, .at = at + (day - time.day)};
    }
    if (verb == "unbook") {
        return CancelBooking{booking};
    }
    return std::nullopt;
}

std::optional<Command> issueCommand(const Words& words)
{
    IssueTicket issue{.service = {after(words, "issue").value_or(0)},
                      .category = categoryIn(words)};
    if (const auto then = after(words, "then")) {
        issue.then = {ServiceId{*then}};
    }
    issue.people = static_cast<int>(after(words, "people").value_or(1));
    issue.byStaff = has(words, "staff");
    return issue;
}

/// "lease 1", "handover 1 2 Б9900 taken 09:10 booking КОД1 instead Б003".
std::optional<Command>
leaseCommand(const Office& office, const Words& words, const OfficeTime& time)
{
    if (words.size() < 2) {
        return std::nullopt;
    }
    const DeviceId device{std::atoll(words.at(1).c_str())};
    if (words.front() == "lease") {
        return LeaseNumbers{.device = device, .holder = wordAfter(words, "holder").value_or("")};
    }
    const auto taken = wordAfter(words, "taken");
    if (words.front() != "handover" || words.size() < 4 || !taken) {
        return std::nullopt;
    }
    const auto days = std::chrono::days{after(words, "day").value_or(0)};
    HandOverTicket command{.device = device};
    command.ticket = {.service = {std::atoll(words.at(2).c_str())},
                      .category = categoryIn(words),
                      .people = static_cast<int>(after(words, "people").value_or(1)),
                      .day = time.day + days,
                      .number = words.at(3),
                      .takenAt = instantAt(time, *taken) + days};
    command.ticket.serial = numberFrom(words.at(3)).value_or(TicketNumber{}).serial;
    for (const auto& [id, booking] : office.bookings) {
        if (booking.code == wordAfter(words, "booking")) {
            command.ticket.booking = id;
        }
    }
    for (const PrintOutcome outcome : PrintOutcomes) {
        if (name(outcome) == wordAfter(words, "paper")) {
            command.ticket.paper = outcome;
        }
    }
    command.ticket.store = wordAfter(words, "store").value_or("");
    if (const auto instead = wordAfter(words, "instead")) {
        const Visit* const visit = visitNumbered(office, *instead);
        command.instead = visit == nullptr ? VisitId{999'999} : visit->id;
    }
    return command;
}

std::optional<Command> issuingCommand(const Words& words)
{
    const ServiceId service{after(words, words.front().c_str()).value_or(0)};
    if (words.front() == "last") {
        return SetLastTicket{.service = service, .given = has(words, "given")};
    }
    for (const IssuingMode mode : IssuingModes) {
        if (words.size() > 2 && name(mode) == words.at(2)) {
            return SetIssuing{.service = service, .mode = mode};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Command> commandFrom(const Office& office, const Words& words, const OfficeTime& time)
{
    const std::string& verb = words.front();
    if (verb == "issue") {
        return issueCommand(words);
    }
    if (verb == "issuing" || verb == "last") {
        return issuingCommand(words);
    }
    if (verb == "settings") {
        return ChangeSettings{changed(office.settings, words)};
    }
    if (verb == "home") {
        return SendHome{};
    }
    if (verb == "tick") {
        return Tick{};
    }
    if (verb == "lease" || verb == "handover") {
        return leaseCommand(office, words, time);
    }
    if (auto command = windowCommand(office, words)) {
        return command;
    }
    if (auto command = visitCommand(office, words, time)) {
        return command;
    }
    return bookingCommand(office, words, time);
}

} // namespace talon::test
