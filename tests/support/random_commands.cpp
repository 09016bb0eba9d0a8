#include "tests/support/random_commands.h"

#include "shared/domain/ticket_number.h"
#include "tests/support/small_office.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace talon::test {

using namespace queue;

namespace {

/// Somebody of the last few, sometimes nobody.
VisitId someVisit(Random& random, const Office& office)
{
    return {std::max<std::int64_t>(1, office.lastVisit + 1 - random.from(0, 25))};
}

OfficeSettings otherSettings(Random& random)
{
    OfficeSettings settings = fullSettings();
    if (random.oneIn(3)) {
        settings.windows.erase(settings.windows.begin() + 2);
    }
    if (random.oneIn(3)) {
        settings.windows.back().selfService = false;
    }
    if (random.oneIn(3)) {
        settings.categories.pop_back();
    }
    if (random.oneIn(3)) {
        // Without the service that the fewest come for.
        settings.services.pop_back();
    }
    if (random.oneIn(3)) {
        settings.services.at(1).schedule.emplace();
        settings.services.at(1).schedule->week.fill(
            {{.opens = std::chrono::hours{9}, .closes = std::chrono::hours{15}}});
    }
    if (random.oneIn(3)) {
        std::swap(settings.services.at(0).prefix, settings.services.at(1).prefix);
    }
    if (random.oneIn(2)) {
        settings.rules.order = ServiceOrders.at(static_cast<std::size_t>(random.from(0, 3)));
    }
    settings.services.at(2).target = std::chrono::minutes{random.from(1, 240)};
    settings.rules.recallsBeforeNoShow = static_cast<int>(random.from(0, 1));
    return settings;
}

std::optional<CategoryId> someCategory(Random& random)
{
    return random.oneIn(4) ? std::optional(CategoryId{random.from(1, 4)}) : std::nullopt;
}

Command ticketCommand(Random& random)
{
    IssueTicket issue{.service = {random.from(1, 5)},
                      .category = someCategory(random),
                      .people = static_cast<int>(random.from(0, 3)),
                      .byStaff = random.oneIn(4)};
    if (random.oneIn(4)) {
        issue.then = {ServiceId{random.from(1, 4)}};
    }
    return issue;
}

/// Mostly a number that the terminal holds, sometimes again one that it gave, sometimes any.
OfflineTicket offlineTicket(Random& random, const Office& office, const OfficeTime& time)
{
    OfflineTicket ticket{.service = {random.from(1, 5)},
                         .category = someCategory(random),
                         .people = static_cast<int>(random.from(0, 3)),
                         .day = office.day - std::chrono::days{random.oneIn(10) ? 1 : 0},
                         .serial = static_cast<int>(random.from(1, 60)),
                         .takenAt = time.now - std::chrono::minutes{random.from(-5, 90)},
                         .paper = PrintOutcomes.at(static_cast<std::size_t>(random.from(0, 3)))};
    std::string prefix = "А";
    const auto leases = office.leases.find(office.day);
    if (leases != office.leases.end() && !random.oneIn(6)) {
        const auto some = static_cast<std::size_t>(
            random.from(0, static_cast<std::int64_t>(leases->second.size()) - 1));
        const Lease& lease = leases->second.at(some);
        ticket.service = lease.service;
        ticket.serial = static_cast<int>(random.from(lease.first, lease.last));
        prefix = lease.prefix;
    }
    ticket.number = printedNumber(prefix, ticket.serial);
    if (random.oneIn(20)) {
        ticket.number = "А7";
    }
    if (random.oneIn(4)) {
        ticket.booking = {std::max<std::int64_t>(1, office.lastBooking - random.from(0, 3))};
    }
    return ticket;
}

Command leaseCommand(Random& random, const Office& office, const OfficeTime& time)
{
    const DeviceId device{random.from(1, 3)};
    if (random.oneIn(4)) {
        return LeaseNumbers{.device = device, .holder = random.oneIn(4) ? "new" : "old"};
    }
    HandOverTicket command{.device = device, .ticket = offlineTicket(random, office, time)};
    if (random.oneIn(3)) {
        command.instead = someVisit(random, office);
    }
    const auto leases = office.leases.find(office.day);
    if (leases != office.leases.end() && !random.oneIn(8)) {
        for (const Lease& lease : leases->second) {
            if (lease.service == command.ticket.service && lease.first <= command.ticket.serial &&
                command.ticket.serial <= lease.last) {
                command.device = lease.device;
            }
        }
    }
    return command;
}

Command bookingCommand(Random& random, const Office& office, const OfficeTime& time)
{
    const BookingId booking{std::max<std::int64_t>(1, office.lastBooking - random.from(0, 6))};
    const auto days = std::chrono::days{random.oneIn(4) ? 1 : 0};
    const Instant at = time.now + std::chrono::minutes{random.from(-1, 12)} + days;
    switch (random.from(0, 7)) {
    case 0:
    case 1:
    case 2:
        return AddBooking{.code = std::to_string(office.lastBooking + (random.oneIn(8) ? 0 : 1)),
                          .service = {random.from(1, 4)},
                          .day = time.day + days,
                          .at = at};
    case 3: return MoveBooking{.booking = booking, .day = time.day + days, .at = at};
    case 4: return CancelBooking{booking};
    default: return CheckIn{.booking = booking, .category = someCategory(random)};
    }
}

Command visitCommand(Random& random, const Office& office, const OfficeTime& time)
{
    const VisitId visit = someVisit(random, office);
    const StaffId clerk{random.from(1, 4)};
    switch (random.from(0, 9)) {
    case 0:
    case 1:
        return HoldVisit{
            .visit = visit,
            .clerk = clerk,
            .until = random.oneIn(3)
                         ? std::nullopt
                         : std::optional(time.now + std::chrono::minutes{random.from(0, 20)})};
    case 2:
    case 3: return ReturnVisit{visit};
    case 4:
    case 5: {
        Stop to{.service = {random.from(1, 4)}, .onlyAt = {}};
        if (random.oneIn(2)) {
            to.onlyAt = WindowId{random.from(1, 5)};
        }
        return TransferVisit{visit, clerk, to, random.oneIn(2), "note"};
    }
    case 6: return CancelVisit{visit, clerk, CancelReason::Mistake};
    case 7: return SetCategory{visit, someCategory(random)};
    default:
        return ReportPrint{.visit = visit,
                           .outcome =
                               PrintOutcomes.at(static_cast<std::size_t>(random.from(1, 3)))};
    }
}

Command officeCommand(Random& random)
{
    const ServiceId service{random.from(1, 5)};
    switch (random.from(0, 9)) {
    case 0: return ChangeSettings{otherSettings(random)};
    case 1:
        return SetIssuing{service, IssuingModes.at(static_cast<std::size_t>(random.from(0, 2)))};
    case 2: return SetLastTicket{service, random.oneIn(4)};
    case 3: return random.oneIn(8) ? Command(SendHome{}) : Command(Tick{});
    default: return Tick{};
    }
}

Command windowCommand(Random& random, const Office& office)
{
    // One more of each than there is, so that unknown ones come up as well.
    const WindowId window{random.from(1, 5)};
    const StaffId clerk{random.oneIn(8) ? random.from(1, 4) : window.value};
    std::optional<VisitId> meant;
    if (random.oneIn(3)) {
        const WindowDesk* const desk = findDesk(office, window);
        meant = desk == nullptr || random.oneIn(4) ? someVisit(random, office) : desk->visit;
    }
    switch (random.from(0, 24)) {
    case 0:
    case 1: return OpenWindow{window, clerk};
    case 2: return PauseWindow{window, clerk};
    case 3:
        return random.oneIn(3) ? Command(CloseWindow{window, clerk}) : OpenWindow{window, clerk};
    case 4: return TakeBreak{window, clerk, random.oneIn(3)};
    case 5:
        return PlanBreaks{window,
                          {{.begins = std::chrono::minutes{random.from(8 * 60, 16 * 60)},
                            .length = std::chrono::minutes{random.from(4, 30)},
                            .evenAlone = random.oneIn(3)}}};
    case 6: return Recall{window, clerk, meant};
    case 7: return MarkNoShow{window, clerk, meant};
    case 8: return PutBack{window, clerk, meant};
    case 9:
    case 10: return UndoLast{window, clerk};
    case 11:
        return CallOutOfTurn{window, clerk, someVisit(random, office),
                             random.oneIn(4) ? "" : "в больницу"};
    case 12:
    case 13:
    case 14:
    case 15: return StartService{window, clerk, meant};
    case 16:
    case 17:
    case 18: {
        FinishVisit finish{window, clerk, TopicId{random.from(1, 3)}, {}, meant};
        if (random.oneIn(20)) {
            finish.topic.reset();
        }
        if (random.oneIn(4)) {
            finish.then = Stop{.service = {random.from(1, 4)}, .onlyAt = {}};
        }
        return finish;
    }
    default: return CallNext{window, clerk};
    }
}

} // namespace

Command randomCommand(Random& random, const Office& office, const OfficeTime& time)
{
    switch (random.from(0, 19)) {
    case 0:
    case 1:
    case 2:
    case 3: return random.oneIn(3) ? leaseCommand(random, office, time) : ticketCommand(random);
    case 4: return bookingCommand(random, office, time);
    case 5:
    case 6:
    case 7: return visitCommand(random, office, time);
    case 8:
    case 9: return officeCommand(random);
    default: return windowCommand(random, office);
    }
}

OfficeSettings fullSettings()
{
    OfficeSettings settings = smallSettings();
    settings.services.push_back({.id = {4},
                                 .name = {{"ru", "Приём руководителя"}},
                                 .prefix = "Р",
                                 .firstNumber = 50,
                                 .dailyLimit = 3,
                                 .hidden = true});
    settings.services.at(2).dailyLimit = 8;
    settings.windows.at(0).breaks = {{.begins = 10h, .length = 15min},
                                     {.begins = 12h, .length = 30min, .evenAlone = true}};
    settings.windows.at(1).breaks = {{.begins = 12h, .length = 30min}};
    settings.windows.push_back({.id = {4},
                                .name = "АСВК",
                                .services = {{3}},
                                .helpsWith = {{1}, {2}},
                                .selfService = true});
    settings.rules.nextServiceHeadStart = 3min;
    settings.rules.bookingGrace = 1min; // So that also a short life misses some.
    settings.rules.bookingLate = 3min;
    return settings;
}

} // namespace talon::test
