#include "controller/forecast/forecast.h"
#include "controller/queue/apply.h"
#include "controller/queue/rule.h"
#include "shared/base/ensure.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

/// `forecast_trace FILE [FIRST_JUDGED_DAY]`: lives the days of a call centre with the queue's own
/// events, promises a wait to everybody who joins, and prints how the promises were kept from the
/// first judged day on. The file is a CSV with a head line and the columns
///
///     day, joined_s, class, priority, wait_s, service_s, outcome (served, left), server
///
/// Who works when is not in it: a server is on duty from its first call on, until it lets somebody
/// wait while it is idle. docs/forecast.md has the figures and says where the data is from.
namespace {

using namespace talon;
using namespace talon::forecast;
using namespace std::chrono_literals;

struct Row
{
    int day = 0;
    int joined = 0;
    std::string service;
    bool privileged = false;
    int wait = 0;
    int length = 0;
    bool isServed = false;
    std::string server;
};

int numberIn(const std::string& text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::vector<Row> readRows(const char* path)
{
    std::ifstream file(path);
    std::vector<Row> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::vector<std::string> cells;
        std::istringstream text(line);
        for (std::string cell; std::getline(text, cell, ',');) {
            cells.push_back(cell);
        }
        cells.resize(8);
        rows.push_back({.day = numberIn(cells[0]),
                        .joined = numberIn(cells[1]),
                        .service = cells[2],
                        .privileged = cells[3] == "2",
                        .wait = numberIn(cells[4]),
                        .length = numberIn(cells[5]),
                        .isServed = cells[6] == "served",
                        .server = cells[7]});
    }
    return rows;
}

enum class Step { Finish, Leave, Call, Join }; // At one second in this order.

struct Happening
{
    int second = 0;
    Step step = Step::Join;
    std::size_t row = 0;

    friend auto operator<=>(const Happening&, const Happening&) = default;
};

struct Judged
{
    double wait = 0;
    double low = 0;
    double high = 0;

    bool isWithin() const { return low <= wait && wait <= high; }
};

double shareWithin(const std::vector<Judged>& all)
{
    const auto within = std::ranges::count_if(all, &Judged::isWithin);
    return static_cast<double>(within) / static_cast<double>(all.size());
}

class Trace
{
public:
    Trace(std::vector<Row> rows, int firstJudged)
        : m_rows(std::move(rows))
        , m_firstJudged(firstJudged)
    {
        nameAll();
    }

    void live()
    {
        happen(queue::SettingsChanged{m_settings});
        std::map<int, std::set<Happening>> days;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            days[m_rows[i].day].insert({m_rows[i].joined, Step::Join, i});
        }
        for (auto& [day, happenings] : days) {
            m_day = Day{std::chrono::year{1999} / 1 / 1} + std::chrono::days{day - 1};
            happen(queue::DayStarted{m_day});
            m_visits.clear();
            m_idleSince.clear();
            while (!happenings.empty()) {
                const Happening next = *happenings.begin();
                happenings.erase(happenings.begin());
                m_now = Instant{m_day} + std::chrono::seconds{next.second};
                live(next, happenings);
            }
        }
    }

    void print() const
    {
        print("all who waited", m_all);
        for (const auto& [name, judged] : m_byClass) {
            print(name, judged);
        }
        print("told a window is free", m_atOnce);
        std::printf("told nothing, as nobody seemed to be at work: %d\n\nby day, within:\n",
                    m_unpromised);
        for (const auto& [day, judged] : m_byDay) {
            std::printf("%3d: %.3f of %zu\n", day, shareWithin(judged), judged.size());
        }
    }

private:
    static void print(const std::string& name, const std::vector<Judged>& all)
    {
        if (all.empty()) {
            return;
        }
        std::vector<double> errors;
        double below = 0;
        double width = 0;
        double error = 0;
        for (const Judged& one : all) {
            errors.push_back(std::abs((one.low + one.high) / 2 - one.wait));
            error += errors.back();
            below += one.wait < one.low ? 1 : 0;
            width += one.high - one.low;
        }
        std::ranges::sort(errors);
        const auto count = static_cast<double>(all.size());
        std::printf("%-22s %6zu calls  within %.3f  below %.3f  mean width %5.0f s  error of the "
                    "middle: median %5.1f s, mean %5.1f s\n",
                    name.c_str(), all.size(), shareWithin(all), below / count, width / count,
                    errors[errors.size() / 2], error / count);
    }

    void nameAll()
    {
        m_settings.name = {{"ru", "Trace"}};
        m_settings.timeZone = "UTC";
        m_settings.hours.week.fill({{.opens = 0min, .closes = 1440min}});
        m_settings.categories = {{.id = {1}, .name = {{"ru", "+90 s"}}, .target = 1min}};
        std::map<std::string, std::map<ServiceId, int>> given;
        for (const Row& row : m_rows) {
            if (!m_serviceIds.contains(row.service)) {
                const ServiceId id{static_cast<std::int64_t>(m_serviceIds.size()) + 1};
                m_serviceIds[row.service] = id;
                m_settings.services.push_back(
                    {.id = id, .name = {{"ru", row.service}}, .target = 2min});
            }
            if (!row.server.empty()) {
                auto& of = given[row.server];
                // What a server gives is known from the days before those judged only.
                of[m_serviceIds[row.service]] += row.day < m_firstJudged ? 1 : 0;
            }
        }
        for (const auto& [server, counts] : given) {
            const WindowId id{static_cast<std::int64_t>(m_windowIds.size()) + 1};
            m_windowIds[server] = id;
            Window window{.id = id, .name = server};
            int all = 0;
            for (const auto& [service, count] : counts) {
                all += count;
            }
            for (const auto& [name, service] : m_serviceIds) {
                const auto count = counts.find(service);
                const int known = count == counts.end() ? 0 : count->second;
                if (all < 50 ? name != "IN" : known * 100 >= all) {
                    window.services.push_back(service);
                }
            }
            m_settings.windows.push_back(std::move(window));
        }
    }

    void happen(const queue::Event& event)
    {
        queue::apply(m_office, event);
        m_forecaster.observe(m_office, event);
    }

    OfficeTime time() const
    {
        return {.now = m_now,
                .day = m_day,
                .minuteOfDay = std::chrono::floor<std::chrono::minutes>(m_now - Instant{m_day})};
    }

    void live(const Happening& next, std::set<Happening>& happenings)
    {
        const Row& row = m_rows[next.row];
        switch (next.step) {
        case Step::Join: {
            join(next.row);
            const Step then = row.isServed ? Step::Call : Step::Leave;
            happenings.insert({row.joined + row.wait, then, next.row});
            break;
        }
        case Step::Leave: {
            const VisitId visit = m_visits.at(next.row);
            happen(queue::VisitCancelled{.visit = visit, .from = {}, .at = m_now});
            break;
        }
        case Step::Call:
            call(next.row);
            happenings.insert({next.second + std::max(row.length, 1), Step::Finish, next.row});
            break;
        case Step::Finish: finish(m_windowIds.at(row.server), m_visits.at(next.row)); break;
        }
    }

    void join(std::size_t index)
    {
        const Row& row = m_rows[index];
        const ServiceId service = m_serviceIds.at(row.service);
        if (row.wait > 0) {
            leaveIdleWindows(service);
        }
        const std::optional<CategoryId> category =
            row.privileged ? std::optional<CategoryId>{{1}} : std::nullopt;
        // Who is served at once is told nothing.
        const auto promised = row.wait > 0 ? m_forecaster.forNewcomer(m_office, time(), service,
                                                                      category, std::nullopt)
                                           : std::nullopt;
        const VisitId visit{m_office.lastVisit + 1};
        m_visits[index] = visit;
        const int serial = m_office.lastNumber[service] + 1;
        happen(
            queue::TicketIssued{.visit = visit,
                                .serial = serial,
                                .number = std::to_string(serial),
                                .service = service,
                                .route = {},
                                .category = category,
                                .booking = {},
                                .bookedFor = {},
                                .at = m_now,
                                .due = queue::dueFor(m_office.settings, service, category, m_now),
                                .promised = promised});
    }

    /// Somebody must wait: whoever gives the service and has been idle for long has gone.
    void leaveIdleWindows(ServiceId service)
    {
        for (const Window& window : m_office.settings.windows) {
            const auto& desk = m_office.desks.at(window.id);
            if (desk.state == WindowState::Open && !desk.visit && canServe(window, service) &&
                m_now - m_idleSince[window.id] > 60s) {
                happen(queue::WindowClosed{.window = window.id, .at = m_now});
            }
        }
    }

    void call(std::size_t index)
    {
        const WindowId window = m_windowIds.at(m_rows[index].server);
        const VisitId visit = m_visits.at(index);
        const auto& desk = m_office.desks.at(window);
        if (desk.visit) {
            finish(window, *desk.visit); // The file has seconds that overlap.
        }
        if (desk.state != WindowState::Open) {
            happen(queue::WindowOpened{.window = window, .clerk = {window.value}, .at = m_now});
        }
        judge(index);
        happen(queue::VisitCalled{.visit = visit,
                                  .window = window,
                                  .call = m_office.lastCall + 1,
                                  .reason = {},
                                  .at = m_now});
        happen(queue::ServiceStarted{.visit = visit, .window = window, .at = m_now});
    }

    void judge(std::size_t index)
    {
        const Row& row = m_rows[index];
        const auto& promised = m_office.visits.at(m_visits.at(index)).promised;
        if (row.day < m_firstJudged || row.wait == 0 || !promised) {
            m_unpromised += row.day >= m_firstJudged && row.wait > 0 && !promised ? 1 : 0;
            return;
        }
        const Judged judged{.wait = static_cast<double>(row.wait),
                            .low = static_cast<double>(promised->low.count()),
                            .high = static_cast<double>(promised->high.count())};
        m_all.push_back(judged);
        m_byDay[row.day].push_back(judged);
        m_byClass[row.service + (row.privileged ? ", first" : "")].push_back(judged);
        if (promised->low == 0s) {
            m_atOnce.push_back(judged);
        }
    }

    void finish(WindowId window, VisitId visit)
    {
        if (m_office.desks.at(window).visit == visit) {
            happen(
                queue::VisitFinished{.visit = visit, .window = window, .topic = {}, .at = m_now});
            m_idleSince[window] = m_now;
        }
    }

    std::vector<Row> m_rows;
    int m_firstJudged;
    OfficeSettings m_settings;
    queue::Office m_office;
    Forecaster m_forecaster;
    Day m_day{};
    Instant m_now;
    std::map<std::string, ServiceId> m_serviceIds;
    std::map<std::string, WindowId> m_windowIds;
    std::map<std::size_t, VisitId> m_visits; ///< Of the day, by row.
    std::map<WindowId, Instant> m_idleSince;
    std::vector<Judged> m_all;
    std::vector<Judged> m_atOnce;
    std::map<std::string, std::vector<Judged>> m_byClass;
    std::map<int, std::vector<Judged>> m_byDay;
    int m_unpromised = 0;
};

} // namespace

int main(int argc, char* argv[])
{
    if (argc < 2) {
        std::puts("Usage: forecast_trace FILE [FIRST_JUDGED_DAY]");
        return 1;
    }
    constexpr int SecondHalf = 16;
    Trace trace(readRows(argv[1]), argc > 2 ? numberIn(argv[2]) : SecondHalf);
    trace.live();
    trace.print();
    return 0;
}
