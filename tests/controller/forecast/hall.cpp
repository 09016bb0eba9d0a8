#include "tests/controller/forecast/hall.h"

#include "controller/queue/apply.h"
#include "controller/queue/decide.h"
#include "shared/base/ensure.h"

using namespace std::chrono_literals;

namespace talon::test {

OfficeSettings hallSettings()
{
    OfficeSettings settings;
    settings.name = {{"ru", "Зал"}};
    settings.timeZone = "UTC";
    settings.hours.week.fill({{.opens = 8h, .closes = 17h}});
    settings.services = {
        {.id = {1}, .name = {{"ru", "Касса"}}, .prefix = "А", .expectedService = 300s},
        {.id = {2}, .name = {{"ru", "Договор"}}, .prefix = "Б", .expectedService = 600s},
    };
    settings.categories = {{.id = {1}, .name = {{"ru", "Ветеран"}}, .target = 0min}};
    settings.topics = {{.id = {1}, .services = {}, .name = {{"ru", "Консультация"}}}};
    settings.windows = {
        {.id = {1}, .name = "1", .services = {{1}}},
        {.id = {2}, .name = "2", .services = {{1}, {2}}},
    };
    return settings;
}

Hall::Hall(OfficeSettings settings)
{
    queue::apply(office, queue::DayStarted{HallDay});
    queue::apply(office, queue::SettingsChanged{std::move(settings)});
    at(HallDay, 9h);
}

void Hall::at(Day day, std::chrono::seconds sinceMidnight)
{
    m_time = {.now = Instant{day} + sinceMidnight,
              .day = day,
              .minuteOfDay = std::chrono::floor<std::chrono::minutes>(sinceMidnight)};
}

bool Hall::does(const queue::Command& command)
{
    const auto decision = queue::decide(office, command, m_time);
    if (!decision) {
        return false;
    }
    for (const queue::Event& event : *decision) {
        queue::apply(office, event);
        forecaster.observe(office, event);
    }
    return true;
}

VisitId Hall::join(std::int64_t service, std::optional<CategoryId> category)
{
    TALON_ENSURE(does(queue::IssueTicket{
        .service = {service}, .category = category, .promised = promise(service, category)}));
    return {office.lastVisit};
}

void Hall::open(std::int64_t window)
{
    TALON_ENSURE(does(queue::OpenWindow{.window = {window}, .clerk = {window}}));
}

void Hall::callAndStart(std::int64_t window)
{
    TALON_ENSURE(does(queue::CallNext{.window = {window}, .clerk = {window}}));
    TALON_ENSURE(does(queue::StartService{.window = {window}, .clerk = {window}}));
}

void Hall::finish(std::int64_t window)
{
    TALON_ENSURE(
        does(queue::FinishVisit{.window = {window}, .clerk = {window}, .topic = TopicId{1}}));
}

std::optional<WaitRange> Hall::promise(std::int64_t service,
                                       std::optional<CategoryId> category) const
{
    return forecaster.forNewcomer(office, m_time, {service}, category, std::nullopt);
}

void teach(forecast::Forecaster& forecaster,
           std::int64_t service,
           std::chrono::seconds length,
           int visits)
{
    const Day before = HallDay - std::chrono::days{1};
    for (int i = 0; i < visits; ++i) {
        const Instant called = Instant{before} + i * length;
        forecaster.learn(queue::Visit{.id = {i + 1},
                                      .day = before,
                                      .service = {service},
                                      .state = VisitState::Finished,
                                      .joinedAt = Instant{before},
                                      .queuedAt = Instant{before},
                                      .window = WindowId{service},
                                      .calledAt = called,
                                      .latestCallAt = called,
                                      .startedAt = called,
                                      .endedAt = called + length});
    }
}

} // namespace talon::test
