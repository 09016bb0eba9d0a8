#include "tests/shared/golden_message.h"

using namespace talon;
using namespace talon::test;
using namespace talon::wire;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Every message has one file in tests/golden/wire, read here and by the web pages' tests.
namespace {

OfficePresent present()
{
    return {.name = {{"ru", "Энгельсский ЦОК"}, {"en", "Engels Service Centre"}},
            .qualityLine = "8 800 000-00-00",
            .now = at(10h + 5min),
            .utcOffsetMinutes = 240,
            .open = true,
            .opensAt = std::nullopt};
}

const Text Readings{{"ru", "Передать показания счётчика"}, {"en", "Submit meter readings"}};
const Text Payment{{"ru", "Оплатить счёт в кассе"}, {"en", "Pay a bill at the cash desk"}};
const Text Contracts{{"ru", "Договоры энергоснабжения"}, {"en", "Supply contracts"}};
const Text Infant{{"ru", "С ребёнком до трёх лет"}, {"en", "With a child under three"}};
const Text Advice{{"ru", "Консультация"}, {"en", "Advice"}};
const Text ReadingsTaken{{"ru", "Показания приняты"}, {"en", "Readings taken"}};

VisitRow waitingRow()
{
    return {.visit = {1043},
            .number = "А016",
            .service = {1},
            .category = CategoryId{4},
            .state = VisitState::Waiting,
            .print = PrintOutcome::NotReported,
            .people = 3,
            .bookedFor = at(10h + 10min),
            .onlyAt = WindowId{5},
            .then = {{2}},
            .joinedAt = at(10h + 4min),
            .due = at(10h + 7min),
            .promised = WaitRange{.low = 180s, .high = 420s},
            .forecast = WaitRange{.low = 60s, .high = 300s},
            .note = "Просит окно пониже"};
}

VisitRow heldRow()
{
    return {.visit = {1040},
            .number = "В003",
            .service = {2},
            .state = VisitState::Held,
            .print = PrintOutcome::Printed,
            .joinedAt = at(9h + 20min),
            .due = at(9h + 35min),
            .heldUntil = at(10h + 30min)};
}

VisitRow cancelledRow()
{
    return {.visit = {1039},
            .number = "В002",
            .service = {2},
            .state = VisitState::Cancelled,
            .joinedAt = at(9h + 10min),
            .due = at(9h + 25min),
            .endedAt = at(9h + 30min),
            .cancelled = CancelReason::VisitorLeft};
}

VisitRow finishedRow()
{
    return {.visit = {1042},
            .number = "А015",
            .service = {1},
            .state = VisitState::Finished,
            .print = PrintOutcome::Printed,
            .copies = 1,
            .joinedAt = at(9h + 40min),
            .due = at(9h + 50min),
            .timesCalled = 2,
            .window = WindowId{3},
            .calledAt = at(9h + 48min),
            .startedAt = at(9h + 49min, 30s),
            .endedAt = at(9h + 53min),
            .topic = TopicId{13},
            .reason = CallReason{.waitedSeconds = 480,
                                 .targetSeconds = 600,
                                 .helping = true,
                                 .category = CategoryId{4}}};
}

VisitRow servedRow()
{
    return {.visit = {1041},
            .number = "Б007",
            .service = {2},
            .state = VisitState::Serving,
            .print = PrintOutcome::OnScreen,
            .joinedAt = at(9h + 51min),
            .due = at(10h + 1min),
            .timesCalled = 1,
            .window = WindowId{5},
            .calledAt = at(10h),
            .startedAt = at(10h + 1min),
            .reason = CallReason{
                .waitedSeconds = 540, .targetSeconds = 600, .outOfTurn = "опаздывает на поезд"}};
}

DeviceStatus worriedTerminal()
{
    return {.version = "0.1.0",
            .printer = "paperLow",
            .paperMetresLeft = 4,
            .scanner = ScannerState::Gone,
            .offlineTickets = 2,
            .numbersLeft = 38,
            .problems = {"scanner"}};
}

WindowRow servingWindow()
{
    return {.id = {5},
            .name = "5",
            .state = WindowState::Open,
            .clerk = StaffId{2},
            .clerkName = "Анна Кузнецова",
            .services = {{2}},
            .number = "Б007",
            .since = at(10h)};
}

WindowRow closedWindow()
{
    return {.id = {8}, .name = "8", .state = WindowState::Closed, .services = {{9}, {10}}};
}

WindowRow windowOnBreak()
{
    return {.id = {6},
            .name = "6",
            .state = WindowState::OnBreak,
            .clerk = StaffId{3},
            .clerkName = "Борис Волков",
            .services = {{1}, {2}},
            .backAt = at(10h + 20min),
            .nextBreak = BreakPlan{.begins = at(15h), .minutes = 10}};
}

} // namespace

TEST_CASE("a ticket request is kept and read")
{
    checkBothWays(u"ticket_request.json"_s,
                  TicketRequest{.service = {1},
                                .category = CategoryId{4},
                                .language = "en",
                                .then = {{2}},
                                .people = 2},
                  ticketRequestFromJson);
}

TEST_CASE("a ticket request without category and language means none and Russian")
{
    const auto request = ticketRequestFromJson({{u"service"_s, 3}});
    REQUIRE(request);
    CHECK(*request == TicketRequest{.service = {3}, .category = std::nullopt, .language = "ru"});
}

TEST_CASE("a ticket is kept and read")
{
    checkBothWays(u"ticket.json"_s,
                  Ticket{.visit = {1043},
                         .number = "А016",
                         .service = {1},
                         .category = CategoryId{4},
                         .language = "en",
                         .joinedAt = at(10h + 4min),
                         .peopleAhead = 2,
                         .promised = WaitRange{.low = 300s, .high = 720s}},
                  ticketFromJson);
}

TEST_CASE("leases, and how a terminal asks for them, are kept and read")
{
    checkBothWays(u"lease_request.json"_s, LeaseRequest{.store = "5f3c"}, leaseRequestFromJson);
    checkBothWays(
        u"number_leases.json"_s,
        NumberLeases{
            .days = {{.day = std::chrono::floor<std::chrono::days>(at(10h)),
                      .begins = at(0h),
                      .ends = at(24h),
                      .hours = {{.opens = at(8h), .closes = at(12h)},
                                {.opens = at(13h), .closes = at(17h)}},
                      .leases = {{.service = {1}, .prefix = "А", .first = 9900, .last = 9999}}}}},
        numberLeasesFromJson);
}

TEST_CASE("a ticket that is handed over, and what became of it, are kept and read")
{
    checkBothWays(u"offline_ticket.json"_s,
                  OfflineTicket{.service = {1},
                                .category = CategoryId{4},
                                .language = "en",
                                .people = 2,
                                .booking = BookingId{5},
                                .day = std::chrono::floor<std::chrono::days>(at(10h)),
                                .serial = 9900,
                                .number = "А9900",
                                .takenAt = at(10h + 4min),
                                .paper = PrintOutcome::Printed,
                                .instead = "6f1c-77",
                                .store = "5f3c"},
                  offlineTicketFromJson);
    checkBothWays(u"handed_over.json"_s,
                  HandedOver{.ticket = Ticket{.visit = {1043},
                                              .number = "А9900",
                                              .service = {1},
                                              .joinedAt = at(10h + 4min),
                                              .peopleAhead = 2},
                             .late = {}},
                  handedOverFromJson);
    checkBothWays(u"handed_over_late.json"_s, HandedOver{.ticket = {}, .late = LateReason::DayOver},
                  handedOverFromJson);
}

TEST_CASE("a print report is kept and read")
{
    checkBothWays(u"print_report.json"_s,
                  PrintReport{.outcome = PrintOutcome::Unknown, .copy = true}, printReportFromJson);
}

TEST_CASE("a print report must say what became of the paper")
{
    const auto report = printReportFromJson({{u"outcome"_s, u"notReported"_s}});
    REQUIRE_FALSE(report);
    CHECK(describe(report.error()) == "outcome must say what became of the paper");
}

TEST_CASE("a terminal view is kept and read")
{
    checkBothWays(u"terminal_view.json"_s,
                  TerminalView{.office = present(),
                               .day = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24},
                               .dayEndsAt = at(24h),
                               .hours = {{.from = at(8h), .to = at(17h)}},
                               .groups = {{.id = {1}, .name = Advice, .icon = "question"},
                                          {.id = {2}, .parent = GroupId{1}, .name = Contracts}},
                               .services = {{.id = {1},
                                             .segment = Segment::B2c,
                                             .group = GroupId{2},
                                             .name = Readings,
                                             .bring = {{"ru", "Номер лицевого счёта"}},
                                             .readFirst = true,
                                             .icon = "meter",
                                             .waiting = 4,
                                             .forecast = WaitRange{.low = 300s, .high = 720s}},
                                            {.id = {9},
                                             .segment = Segment::B2b,
                                             .name = Contracts,
                                             .bring = {},
                                             .icon = "",
                                             .waiting = 0,
                                             .closed = ClosedReason::NotNow,
                                             .opensAt = at(14h),
                                             .hours = {{{.from = at(14h), .to = at(16h)}}}}},
                               .categories = {{.id = {4}, .name = Infant}},
                               .bookings = 17,
                               .officeCode = "engels",
                               .bookingEarliest = 45min,
                               .bookingGrace = 15min},
                  terminalViewFromJson);
}

TEST_CASE("the arrivals that a terminal keeps are kept and read")
{
    constexpr Day Today{2026y / std::chrono::November / 24};
    checkBothWays(u"arrivals.json"_s,
                  Arrivals{.bookings = {{.id = {5},
                                         .code = "7K3M",
                                         .phoneEnd = "0417",
                                         .service = {1},
                                         .day = Today,
                                         .at = at(10h + 40min),
                                         .state = BookingState::Arrived,
                                         .number = "А016"},
                                        {.id = {6},
                                         .code = "Ж-204",
                                         .phoneEnd = {},
                                         .service = {2},
                                         .day = Today + std::chrono::days{7},
                                         .at = at(10h + 40min) + std::chrono::days{7},
                                         .state = BookingState::Cancelled,
                                         .number = {}}}},
                  arrivalsFromJson);
}

TEST_CASE("a terminal view of a closed office says when it opens")
{
    OfficePresent closed = present();
    closed.open = false;
    closed.opensAt = at(32h);
    checkBothWays(u"terminal_view_closed.json"_s,
                  TerminalView{.office = closed,
                               .day = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24},
                               .dayEndsAt = at(24h),
                               .services = {},
                               .categories = {}},
                  terminalViewFromJson);
}

namespace {

HallScreen hallScreen()
{
    HallScreen screen = usualScreen("hall");
    screen.layout = ScreenLayout::List;
    screen.windows = {{3}, {4}};
    screen.services = {{1}};
    screen.waits = false;
    screen.next = true;
    screen.voice = false;
    screen.highContrast = true;
    screen.ticker = {{{"ru", "Касса до 16:30"}, {"en", "Cash desk until 16:30"}}};
    screen.ways = {{.windows = {{3}}, .arrow = Arrow::AheadLeft, .place = {{"ru", "Зал 2"}}},
                   {.windows = {{4}}, .arrow = Arrow::Behind}};
    return screen;
}

} // namespace

TEST_CASE("a hall view is kept and read")
{
    checkBothWays(u"hall_view.json"_s,
                  HallView{.office = present(),
                           .calls = {{.id = 88,
                                      .visit = {1043},
                                      .service = {1},
                                      .number = "А016",
                                      .window = "3",
                                      .state = VisitState::Called,
                                      .language = "en",
                                      .times = 2,
                                      .at = at(10h + 5min)},
                                     {.id = 86,
                                      .visit = {1041},
                                      .service = {2},
                                      .number = "Б007",
                                      .window = "5",
                                      .state = VisitState::Serving,
                                      .language = "ru",
                                      .times = 1,
                                      .at = at(10h)}},
                           .windows = {{.id = {3},
                                        .name = "3",
                                        .state = WindowState::Open,
                                        .number = "А016",
                                        .services = {{1}, {2}}},
                                       {.id = {4}, .name = "4", .state = WindowState::Paused},
                                       {.id = {8}, .name = "8", .state = WindowState::Closed}},
                           .queues = {{.service = {1},
                                       .name = Readings,
                                       .waiting = 4,
                                       .forecast = WaitRange{.low = 300s, .high = 720s},
                                       .next = {"А017", "А018"}},
                                      {.service = {2}, .name = Payment, .waiting = 0}},
                           .screens = {hallScreen(), usualScreen("cash")}},
                  hallViewFromJson);
}

TEST_CASE("a feed message is kept and read")
{
    checkBothWays(
        u"feed_message.json"_s,
        FeedMessage{.feed = "windows/5", .epoch = 1, .seq = 4711, .view = toJson(servingWindow())},
        feedMessageFromJson);
}

TEST_CASE("a visit row is kept")
{
    checkKept(u"visit_row_waiting.json"_s, toJson(waitingRow()));
    checkKept(u"visit_row_finished.json"_s, toJson(finishedRow()));
    checkKept(u"visit_row_held.json"_s, toJson(heldRow()));
    checkKept(u"visit_row_cancelled.json"_s, toJson(cancelledRow()));
}

TEST_CASE("a window row is kept")
{
    checkKept(u"window_row.json"_s, toJson(servingWindow()));
    checkKept(u"window_row_closed.json"_s, toJson(closedWindow()));
    checkKept(u"window_row_on_break.json"_s, toJson(windowOnBreak()));
}

TEST_CASE("a window view is kept")
{
    const WindowView view{
        .office = present(),
        .window = {5},
        .name = "5",
        .state = WindowState::Open,
        .clerk = StaffId{2},
        .clerkName = "Анна Кузнецова",
        .nextBreak = BreakPlan{.begins = at(12h), .minutes = 30},
        .undoUntil = at(10h + 2min),
        .visit = servedRow(),
        .queue = {waitingRow()},
        .waiting = 1,
        .held = {heldRow()},
        .absent = {finishedRow()},
        .windows = {{.id = {5}, .name = "5", .state = WindowState::Open, .services = {{2}, {1}}},
                    {.id = {8}, .name = "8", .state = WindowState::Closed, .services = {{9}}}},
        .services = {{.id = 1, .name = Readings}, {.id = 2, .name = Payment}},
        .categories = {{.id = 4, .name = Infant}},
        .topics = {{.id = {1}, .services = {{1}}, .name = ReadingsTaken},
                   {.id = {13}, .services = {}, .name = Advice}},
    };
    checkKept(u"window_view.json"_s, toJson(view));
}

TEST_CASE("a view of a closed window names no clerk and no visit")
{
    const WindowView view{.office = present(), .window = {8}, .name = "8"};
    checkKept(u"window_view_closed.json"_s, toJson(view));
}

TEST_CASE("a dashboard view is kept")
{
    const DashboardView view{
        .office = present(),
        .today = {.issued = 23,
                  .waiting = 1,
                  .called = 0,
                  .serving = 1,
                  .finished = 20,
                  .held = 1,
                  .noShow = 1,
                  .cancelled = 2,
                  .dropped = 1,
                  .meanWaitSeconds = 372,
                  .wait95Seconds = 840,
                  .withinTargetPercent = 95,
                  .meanServiceSeconds = 214,
                  .forecasts = 20,
                  .forecastWithinPercent = 80,
                  .forecastErrorSeconds = 95},
        .services = {{.id = {1},
                      .segment = Segment::B2c,
                      .name = Readings,
                      .waiting = 1,
                      .longestSince = at(10h + 4min),
                      .firstDue = at(10h + 7min),
                      .openWindows = 0,
                      .forecast = WaitRange{.low = 300s, .high = 720s},
                      .issuing = IssuingMode::Continued},
                     {.id = {2},
                      .segment = Segment::B2c,
                      .name = Payment,
                      .waiting = 0,
                      .longestSince = std::nullopt,
                      .openWindows = 1,
                      .closed = ClosedReason::DayLimit}},
        .windows = {servingWindow(), windowOnBreak(), closedWindow()},
        .visits = {waitingRow(), servedRow(), finishedRow(), heldRow(), cancelledRow()},
        .categories = {{.id = 4, .name = Infant}},
        .topics = {{.id = 13, .name = Advice}},
        .devices = {{.id = {1},
                     .kind = "terminal",
                     .name = "зал, у входа",
                     .connected = true,
                     .since = at(7h + 58min),
                     .status = worriedTerminal(),
                     .heardAt = at(10h + 4min)},
                    {.id = {2}, .kind = "display", .name = "зал, слева"}},
    };
    checkKept(u"dashboard_view.json"_s, toJson(view));
}

TEST_CASE("a dashboard of a morning without visitors has nulls, not zeros")
{
    checkKept(u"dashboard_view_empty.json"_s,
              toJson(DashboardView{.office = present(), .today = {}}));
}

TEST_CASE("how a device is, is kept and read")
{
    checkBothWays(u"device_status.json"_s, worriedTerminal(), deviceStatusFromJson);
    const DeviceStatus display{.version = "0.1.0"};
    const auto read = deviceStatusFromJson(toJson(display));
    REQUIRE(read);
    CHECK(*read == display);
}

TEST_CASE("a message of a newer sender is read: its unknown fields are passed over")
{
    QJsonObject json = toJson(TicketRequest{.service = {1}});
    json.insert(u"seat"_s, 12);
    CHECK(ticketRequestFromJson(json));
}
