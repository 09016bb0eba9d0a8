#include "tests/controller/runtime/runtime_bench.h"

using namespace talon;
using namespace talon::test;
using namespace std::chrono_literals;

/// What the runtime adds to the queue: that things happen by themselves, and what is forecast.

TEST_CASE("a station calls as soon as somebody waits for it, without anybody asking")
{
    OfficeSettings settings = smallSettings();
    settings.windows.push_back(
        {.id = {7}, .name = "АСВК", .services = {{3}}, .helpsWith = {}, .selfService = true});
    RuntimeBench bench(settings);
    bench.open();
    REQUIRE(ask(bench, queue::OpenWindow{.window = {7}, .clerk = {1}}) == 200);
    REQUIRE(ask(bench, queue::IssueTicket{.service = {3}}) == 200);
    REQUIRE(
        waitUntil([&] { return bench.office().desks.at({7}).visit == std::optional(VisitId{1}); }));
    CHECK(bench.office().visits.at({1}).state == VisitState::Called);
}

TEST_CASE("what happened by itself is in the journal like anything else")
{
    OfficeSettings settings = smallSettings();
    settings.windows.push_back(
        {.id = {7}, .name = "АСВК", .services = {{3}}, .helpsWith = {}, .selfService = true});
    RuntimeBench bench(settings);
    bench.open();
    ask(bench, queue::OpenWindow{.window = {7}, .clerk = {1}});
    ask(bench, queue::IssueTicket{.service = {3}});
    REQUIRE(waitUntil([&] { return bench.office().desks.at({7}).visit.has_value(); }));
    const queue::Office before = bench.office();
    bench.close();
    CHECK(journal::checkWhole(bench.path()));
    bench.open();
    CHECK(bench.office() == before);
}

TEST_CASE(
    "a ticket is told a wait once a window is on duty, and the journal keeps what it was told")
{
    RuntimeBench bench;
    bench.open();
    ask(bench, queue::IssueTicket{.service = {1}});
    CHECK_FALSE(bench.office().visits.at({1}).promised);
    ask(bench, queue::OpenWindow{.window = {1}, .clerk = {1}});
    ask(bench, queue::IssueTicket{.service = {1}});
    ask(bench, queue::IssueTicket{.service = {1}, .category = CategoryId{1}});
    const auto second = bench.office().visits.at({2}).promised;
    const auto veteran = bench.office().visits.at({3}).promised;
    REQUIRE(second);
    REQUIRE(veteran);
    CHECK(second->low <= second->high);
    CHECK(veteran->high < second->high); // Goes before the two who wait.
    bench.close();
    bench.open();
    CHECK(bench.office().visits.at({2}).promised == second);
}

TEST_CASE("a forecast is there soon after an event, and is announced")
{
    RuntimeBench bench;
    bench.open();
    int announced = 0;
    QObject::connect(&bench.runtime(), &runtime::Runtime::forecastChanged, &bench.runtime(),
                     [&] { ++announced; });
    ask(bench, queue::OpenWindow{.window = {1}, .clerk = {1}});
    ask(bench, queue::IssueTicket{.service = {1}});
    REQUIRE(waitUntil([&] { return bench.runtime().forecast().visits.contains({1}); }));
    CHECK(announced > 0);
    CHECK(bench.runtime().forecast().newcomers.contains({1}));
    CHECK_FALSE(bench.runtime().forecast().newcomers.contains({3}));
}

TEST_CASE("near closing the last ticket is given by forecast, and the staff goes on")
{
    RuntimeBench bench;
    bench.open("2026-11-24T16:40");
    ask(bench, queue::OpenWindow{.window = {1}, .clerk = {1}});
    int issued = 0;
    // Five minutes each: after a handful the next would be called after 17:00.
    while (issued < 30 && ask(bench, queue::IssueTicket{.service = {1}}) == 200) {
        ++issued;
        waitUntil([&] {
            return false ||
                   bench.runtime().forecast().visits.size() == static_cast<std::size_t>(issued);
        });
    }
    CHECK(issued >= 2);
    CHECK(issued < 15);
    REQUIRE(waitUntil([&] { return bench.office().issuing.contains({1}); }));
    CHECK(bench.office().issuing.at({1}).lastTicketGiven);
    CHECK(ask(bench, queue::IssueTicket{.service = {1}, .byStaff = true}) == 200);
    CHECK(ask(bench, queue::SetIssuing{.service = {1}, .mode = IssuingMode::Continued}) == 200);
    CHECK(ask(bench, queue::IssueTicket{.service = {1}}) == 200);
}

TEST_CASE("the past is learned again after a restart: long services make longer forecasts")
{
    const auto newcomer = [](RuntimeBench& bench) {
        ask(bench, queue::OpenWindow{.window = {1}, .clerk = {1}});
        ask(bench, queue::IssueTicket{.service = {1}});
        ask(bench, queue::IssueTicket{.service = {1}});
        REQUIRE(waitUntil([&] { return bench.runtime().forecast().visits.size() >= 2; }));
        return bench.runtime().forecast().newcomers.at({1}).high;
    };
    RuntimeBench fresh;
    fresh.open();
    const auto expected = newcomer(fresh);

    // Yesterday each service took half an hour in place of the five minutes of the settings.
    RuntimeBench bench;
    {
        auto journal = journal::Journal::open(bench.path(), {});
        REQUIRE(journal);
        const Day yesterday = SmallOfficeDay - std::chrono::days{1};
        std::vector<queue::Event> events{queue::DayStarted{yesterday},
                                         queue::WindowOpened{.window = {1}, .clerk = {1}}};
        for (int i = 1; i <= 12; ++i) {
            const Instant at = officeTime(yesterday, 8h + std::chrono::minutes{31 * i}).now;
            const VisitId visit{i};
            events.emplace_back(queue::TicketIssued{.visit = visit,
                                                    .serial = i,
                                                    .number = "А" + std::to_string(i),
                                                    .service = {1},
                                                    .at = at,
                                                    .due = at + 10min});
            events.emplace_back(
                queue::VisitCalled{.visit = visit, .window = {1}, .call = i, .at = at});
            events.emplace_back(queue::ServiceStarted{.visit = visit, .window = {1}, .at = at});
            events.emplace_back(queue::VisitFinished{
                .visit = visit, .window = {1}, .topic = TopicId{1}, .at = at + 30min});
        }
        const journal::Entry past{
            .at = {}, .by = "test", .events = events, .answer = std::nullopt, .accounts = {}};
        REQUIRE(journal->append(std::span(&past, 1)));
    }
    bench.open();
    newcomer(bench);
    // The doors open before the past is learned: the forecast follows.
    CHECK(waitUntil(
        [&] { return bench.runtime().forecast().newcomers.at({1}).high > 2 * expected; }));
}
