#include "tests/controller/forecast/hall.h"
#include "tests/support/catch.h"
#include "tests/support/random.h"

#include <algorithm>

using namespace talon;
using namespace talon::queue;
using namespace std::chrono_literals;
using talon::test::Hall;
using talon::test::HallDay;
using talon::test::Random;

/// What holds whatever people, devices and the clock do: thousands of commands at random, most of
/// them senseless. A failure names its seed; the same seed plays it again.
namespace {

constexpr std::uint64_t Seeds = 12;
constexpr int CommandsPerSeed = 600;

/// Services 1 to 3; 3 is given by a station, and helped out with by window 1.
OfficeSettings settingsWith(Random& random)
{
    OfficeSettings settings = test::hallSettings();
    settings.services.push_back(
        {.id = {3}, .name = {{"ru", "Справка"}}, .prefix = "В", .expectedService = 120s});
    settings.windows.at(0).helpsWith = {{3}};
    settings.windows.at(0).breaks = {{.begins = 11h, .length = 20min, .evenAlone = random.oneIn(2)},
                                     {.begins = 14h, .length = 10min}};
    settings.windows.push_back(
        {.id = {3}, .name = "3", .services = {{3}}, .helpsWith = {{1}}, .selfService = true});
    if (random.oneIn(3)) {
        settings.windows.pop_back();
        settings.services.pop_back();
        settings.windows.at(0).helpsWith.clear();
    }
    settings.rules.order = ServiceOrders.at(static_cast<std::size_t>(random.from(0, 3)));
    return settings;
}

Command visitCommand(Random& random)
{
    const VisitId visit{random.from(1, 120)};
    const StaffId clerk{random.from(1, 3)};
    switch (random.from(0, 5)) {
    case 0: return HoldVisit{.visit = visit, .clerk = clerk, .until = {}};
    case 1: return ReturnVisit{.visit = visit};
    case 2: return CancelVisit{.visit = visit, .clerk = clerk};
    case 3: return SetCategory{.visit = visit, .category = CategoryId{1}};
    case 4: return UndoLast{.window = {clerk.value}, .clerk = clerk};
    default:
        return TransferVisit{.visit = visit,
                             .clerk = clerk,
                             .to = {.service = {random.from(1, 3)},
                                    .onlyAt = random.oneIn(2)
                                                  ? std::optional<WindowId>{{random.from(1, 3)}}
                                                  : std::nullopt}};
    }
}

Command randomCommand(Random& random, const OfficeTime& time)
{
    const WindowId window{random.from(1, 3)};
    const StaffId clerk{window.value};
    switch (random.from(0, 20)) {
    case 0: return PauseWindow{window, clerk};
    case 1: return CloseWindow{window, clerk};
    case 2: return TakeBreak{.window = window, .clerk = clerk, .evenAlone = random.oneIn(2)};
    case 3: return MarkNoShow{.window = window, .clerk = clerk};
    case 4:
        return AddBooking{.code = std::to_string(random.next()),
                          .service = {random.from(1, 3)},
                          .day = time.day,
                          .at = time.now + std::chrono::minutes{random.from(1, 90)}};
    case 5: return CheckIn{.booking = {random.from(1, 30)}, .category = {}};
    case 6:
        return random.oneIn(4) ? Command{ChangeSettings{settingsWith(random)}} : Command{Tick{}};
    case 7:
    case 8: return visitCommand(random);
    case 9:
    case 10: return OpenWindow{window, clerk};
    case 11:
    case 12: return CallNext{window, clerk};
    case 13:
    case 14: return StartService{.window = window, .clerk = clerk};
    case 15: return FinishVisit{.window = window, .clerk = clerk, .topic = TopicId{1}};
    default:
        return IssueTicket{
            .service = {random.from(1, 3)},
            .category = random.oneIn(4) ? std::optional<CategoryId>{{1}} : std::nullopt,
            .then = random.oneIn(4) ? std::vector<ServiceId>{{1}} : std::vector<ServiceId>{},
            .promised = random.oneIn(2) ? std::optional<WaitRange>{{.low = 60s, .high = 600s}}
                                        : std::nullopt};
    }
}

bool isHonest(const WaitRange& range)
{
    return range.low >= 0s && range.low <= range.high && range.high < 100h;
}

bool isOnDuty(const Office& office, ServiceId service, std::optional<WindowId> only)
{
    return std::ranges::any_of(office.settings.windows, [&](const Window& window) {
        return office.desks.at(window.id).state != WindowState::Closed && !window.selfService &&
               (only ? window.id == *only : canServe(window, service));
    });
}

void checkAll(const Hall& hall)
{
    const auto forecast = hall.forecast();
    for (const auto& [id, range] : forecast.visits) {
        CHECK(isHonest(range));
        CHECK(hall.office.visits.at(id).state == VisitState::Waiting);
    }
    for (const auto& [id, visit] : hall.office.visits) {
        if (visit.state == VisitState::Waiting &&
            isOnDuty(hall.office, visit.service, visit.onlyAt)) {
            CHECK(forecast.visits.contains(id));
        }
    }
    for (const Service& service : hall.office.settings.services) {
        const auto newcomer = forecast.newcomers.find(service.id);
        if (newcomer != forecast.newcomers.end()) {
            CHECK(isHonest(newcomer->second));
        } else {
            CHECK(!isOnDuty(hall.office, service.id, {}));
            CHECK(!forecast.pastClosing.contains(service.id));
        }
    }
    const auto accuracy = hall.forecaster.accuracy();
    CHECK(accuracy.office.within <= accuracy.office.calls);
}

} // namespace

TEST_CASE("whatever happens, everybody whom a window can call is told an honest range")
{
    for (std::uint64_t seed = 1; seed <= Seeds; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        Hall hall(settingsWith(random));
        std::chrono::seconds now = 7h + 30min;
        Day day = HallDay;
        for (int i = 0; i < CommandsPerSeed; ++i) {
            now += std::chrono::seconds{random.from(0, 120)};
            if (random.oneIn(100)) {
                now -= std::chrono::minutes{random.from(0, 40)};
            }
            if (now > 23h || random.oneIn(400)) {
                day += std::chrono::days{1};
                now = 8h;
            }
            hall.at(day, std::max(now, 0s));
            hall.does(randomCommand(random, hall.time()));
            checkAll(hall);
            for (const SetLastTicket& command :
                 forecast::lastTickets(hall.office, hall.forecast(), hall.time())) {
                CHECK(hall.does(command));
            }
        }
    }
}
