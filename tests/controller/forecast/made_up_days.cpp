#include "tests/controller/forecast/made_up_days.h"

#include "shared/base/ensure.h"

#include <cmath>

using namespace std::chrono_literals;

namespace talon::test {

namespace {

constexpr std::int64_t Windows = 5;
constexpr std::int64_t Noon = 14'400; ///< Seconds after opening.

OfficeSettings settings()
{
    OfficeSettings settings = hallSettings();
    settings.services = {
        {.id = {1}, .name = {{"ru", "Касса"}}, .prefix = "А", .expectedService = 180s},
        {.id = {2}, .name = {{"ru", "Договор"}}, .prefix = "Б", .expectedService = 600s},
        {.id = {3}, .name = {{"ru", "Справка"}}, .prefix = "В", .expectedService = 300s},
    };
    settings.windows = {
        {.id = {1}, .name = "1", .services = {{1}}, .helpsWith = {{3}}},
        {.id = {2}, .name = "2", .services = {{1}, {3}}},
        {.id = {3}, .name = "3", .services = {{2}, {3}}},
        {.id = {4}, .name = "4", .services = {{2}}, .helpsWith = {{3}}},
        {.id = {5}, .name = "5", .services = {{2}, {3}}, .helpsWith = {{1}}},
    };
    for (Window& window : settings.windows) {
        window.breaks = {{.begins = 11h + 15min * window.id.value, .length = 15min}};
    }
    return settings;
}

} // namespace

MadeUpDays::MadeUpDays(const MadeUp& how)
    : m_how(how)
    , m_random(how.seed)
    , m_hall(settings())
{}

std::vector<Outcome> MadeUpDays::live(int days)
{
    for (int day = 0; day < days; ++day) {
        liveDay(day);
    }
    return std::move(m_outcomes);
}

void MadeUpDays::after(std::chrono::seconds span, Action action)
{
    m_actions.emplace(m_now + span, std::move(action));
}

std::chrono::seconds MadeUpDays::exponential(double meanSeconds)
{
    const double part = static_cast<double>(m_random.from(1, 1'000'000)) / 1'000'001;
    return std::chrono::seconds{std::lround(-std::log(part) * meanSeconds)};
}

/// Varies by about 0.7 of its mean, as a sum of two that vary by theirs.
std::chrono::seconds MadeUpDays::serviceTime(ServiceId service)
{
    // Neither is quite what the settings expect.
    const double mean = service == ServiceId{1} ? 220 : service == ServiceId{2} ? 540 : 330;
    const double slower = m_day >= m_how.slowerDay ? m_how.slowerFrom : 1;
    return 10s + exponential(mean / 2 * slower) + exponential(mean / 2 * slower);
}

void MadeUpDays::liveDay(int day)
{
    m_day = day;
    m_now = 0s;
    m_actions.clear();
    m_idle.clear();
    for (std::int64_t window = 1; window <= Windows; ++window) {
        after(8h + 20s * window, [this, window] {
            m_hall.open(window);
            callsNext(window);
        });
    }
    // Two in three before noon, so that the queue grows and goes.
    for (int i = 0; i < m_how.visitsADay; ++i) {
        const bool early = m_random.from(1, 3) <= 2;
        const auto span = early ? m_random.from(0, Noon) : m_random.from(Noon, 2 * Noon);
        after(8h + std::chrono::seconds{span}, [this] { joins(); });
    }
    for (auto minute = 8h + 0min; minute < 22h; minute += 1min) {
        after(minute, [this] { m_hall.does(queue::Tick{}); });
    }
    while (!m_actions.empty()) {
        const auto next = m_actions.begin();
        m_now = next->first;
        const Action action = std::move(next->second);
        m_actions.erase(next);
        m_hall.at(HallDay + std::chrono::days{day}, m_now);
        action();
    }
}

void MadeUpDays::joins()
{
    const auto kind = m_random.from(1, 10);
    const std::int64_t service = kind <= 5 ? 1 : kind <= 7 ? 2 : 3;
    const std::optional<CategoryId> category =
        m_random.oneIn(10) ? std::optional<CategoryId>{{1}} : std::nullopt;
    const VisitId visit = m_hall.join(service, category);
    if (m_random.oneIn(25)) {
        after(exponential(1200),
              [this, visit] { m_hall.does(queue::CancelVisit{.visit = visit, .clerk = {0}}); });
    }
    for (const std::int64_t window : m_idle) {
        if (canServe(m_hall.office.settings.windows.at(static_cast<std::size_t>(window - 1)),
                     {service})) {
            m_idle.erase(window);
            after(10s + exponential(30), [this, window] { callsNext(window); });
            break;
        }
    }
}

void MadeUpDays::callsNext(std::int64_t window)
{
    const auto& desk = m_hall.office.desks.at({window});
    if (desk.state == WindowState::Open) {
        m_hall.does(queue::CallNext{.window = {window}, .clerk = {window}});
    }
    if (desk.state == WindowState::OnBreak) {
        const Instant midnight{HallDay + std::chrono::days{m_day}};
        const auto back = std::chrono::ceil<std::chrono::seconds>(*desk.backAt - midnight);
        after(std::max(back - m_now, 1s), [this, window] {
            m_hall.open(window);
            callsNext(window);
        });
        return;
    }
    if (!desk.visit) {
        m_idle.insert(window);
        if (m_now < 21h) {
            // Looks again now and then, and may have been sent on a break meanwhile.
            after(3min, [this, window] {
                if (m_idle.erase(window) > 0) {
                    callsNext(window);
                }
            });
        }
        return;
    }
    const queue::Visit& visit = m_hall.office.visits.at(*desk.visit);
    if (visit.promised) {
        m_outcomes.push_back(
            {.day = m_day,
             .service = visit.service,
             .promised = *visit.promised,
             .waited = std::chrono::floor<std::chrono::seconds>(*visit.calledAt - visit.joinedAt)});
    }
    if (m_random.oneIn(20)) {
        after(60s, [this, window] {
            TALON_ENSURE(m_hall.does(queue::MarkNoShow{.window = {window}, .clerk = {window}}));
            after(10s, [this, window] { callsNext(window); });
        });
        return;
    }
    after(5s + exponential(15), [this, window] { serves(window); });
}

void MadeUpDays::serves(std::int64_t window)
{
    TALON_ENSURE(m_hall.does(queue::StartService{.window = {window}, .clerk = {window}}));
    const VisitId visit = *m_hall.office.desks.at({window}).visit;
    after(serviceTime(m_hall.office.visits.at(visit).service), [this, window] {
        m_hall.finish(window);
        after(exponential(20), [this, window] { callsNext(window); });
    });
}

} // namespace talon::test
