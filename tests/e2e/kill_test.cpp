#include "tests/e2e/hall_load.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon::test;

/// The controller is killed again and again while a hall is busy. TALON_KILLS says how often (40),
/// TALON_SEED when: the moments then come out alike, as far as the machine lets them.
namespace {

constexpr int Terminals = 4;
constexpr int Windows = 3;
/// An office lives through so many kills before the next one begins, as a day holds so many visits.
constexpr int KillsAnOffice = 50;

long numberFromEnvironment(const char* name, long otherwise)
{
    const char* const text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtol(text, nullptr, 10);
}

class Hall
{
public:
    explicit Hall(std::mt19937_64& random)
        : m_random(random)
        , m_office(Windows)
    {
        ControllerProcess& controller = m_office.controller;
        controller.start();
        m_manager = controller.signIn("manager");
        for (int i = 1; i <= Terminals; ++i) {
            m_terminals.emplace_back(controller.port(), m_office.terminal,
                                     "terminal" + std::to_string(i));
        }
        for (int i = 1; i <= Windows; ++i) {
            m_clerks.emplace_back(controller.port(), controller.signIn("clerk" + std::to_string(i)),
                                  i);
        }
        for (const auto& [feed, credential] :
             std::initializer_list<std::pair<std::string, Credential>>{
                 {"hall", m_office.display},
                 {"terminal", m_office.terminal},
                 {"dashboard", m_manager},
                 {"windows/1", m_manager}}) {
            m_watches.push_back(
                {.watch = std::make_unique<FeedWatch>(controller.port(), credential, feed)});
        }
    }

    /// A busy hall, a kill, a restart, and what must be true after it.
    void killOnce()
    {
        waitForFeeds();
        work();
        restart();
        checkTold();
        settle();
        checkTold();
        const auto tickets = static_cast<std::size_t>(m_visits.size());
        std::size_t told = 0;
        for (const TerminalLoad& terminal : m_terminals) {
            told += terminal.told().size();
        }
        CHECK(tickets == told);
        checkProblems();
    }

    /// Ends in peace; the whole journal must then be what was written.
    void close()
    {
        m_watches.clear();
        CHECK(m_office.controller.stop() == Exit{});
        const Finished checked = m_office.controller.command("check");
        INFO(checked.errors);
        CHECK(checked.exit == Exit{});
    }

    std::size_t tickets() const { return static_cast<std::size_t>(m_visits.size()); }
    int doneUnanswered() const { return m_doneUnanswered; }

private:
    struct Watched
    {
        std::unique_ptr<FeedWatch> watch;
        int before = 0; ///< Connections before the latest start.
    };

    /// Every feed has come back by itself since the latest start.
    void waitForFeeds()
    {
        const auto until = std::chrono::steady_clock::now() + 10s;
        for (const Watched& watched : m_watches) {
            while (watched.watch->connections() <= watched.before &&
                   std::chrono::steady_clock::now() < until) {
                std::this_thread::sleep_for(1ms);
            }
            REQUIRE(watched.watch->connections() > watched.before);
        }
    }

    void work()
    {
        std::vector<std::thread> threads;
        for (TerminalLoad& terminal : m_terminals) {
            threads.emplace_back([&] { terminal.live(); });
        }
        for (ClerkLoad& clerk : m_clerks) {
            threads.emplace_back([&] { clerk.live(); });
        }
        std::this_thread::sleep_for(std::chrono::microseconds(m_random() % 150'000));
        m_office.controller.kill();
        for (std::thread& thread : threads) {
            thread.join();
        }
    }

    /// One time in five the new life is cut short too, while it recovers.
    void restart()
    {
        while (m_random() % 5 == 0) {
            m_office.controller.launch();
            std::this_thread::sleep_for(std::chrono::microseconds(m_random() % 100'000));
            m_office.controller.kill();
        }
        for (Watched& watched : m_watches) {
            watched.before = watched.watch->connections();
        }
        m_office.controller.start();
        m_visits = visitsToday(m_office, m_manager);
        for (const TerminalLoad& terminal : m_terminals) {
            m_doneUnanswered -= static_cast<int>(terminal.told().size());
        }
        m_doneUnanswered += static_cast<int>(m_visits.size());
    }

    void settle()
    {
        std::vector<std::thread> threads;
        for (TerminalLoad& terminal : m_terminals) {
            threads.emplace_back([&] { terminal.settle(); });
        }
        for (ClerkLoad& clerk : m_clerks) {
            threads.emplace_back([&] { clerk.settle(); });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        m_visits = visitsToday(m_office, m_manager);
    }

    /// Everything that anybody was told of is there, and no number twice.
    void checkTold()
    {
        std::map<std::int64_t, QJsonObject> rows;
        std::set<std::string> numbers;
        for (const auto& row : std::as_const(m_visits)) {
            rows.emplace(row["visit"_L1].toInteger(), row.toObject());
            numbers.insert(textOf(row["number"_L1]));
        }
        CHECK(rows.size() == static_cast<std::size_t>(m_visits.size()));
        CHECK(numbers.size() == rows.size());
        int lost = 0;
        for (const TerminalLoad& terminal : m_terminals) {
            for (const ToldTicket& ticket : terminal.told()) {
                const auto row = rows.find(ticket.visit);
                lost += row == rows.end() || textOf(row->second.value("number"_L1)) != ticket.number
                            ? 1
                            : 0;
            }
        }
        CHECK(lost == 0);
        for (const ClerkLoad& clerk : m_clerks) {
            for (const auto& [visit, state] : clerk.told()) {
                checkVisit(rows[visit], clerk, state);
            }
        }
        for (const Watched& watched : m_watches) {
            checkShown(*watched.watch);
        }
    }

    /// What a clerk was told is so, or the visit has gone on since by a command not answered.
    static void checkVisit(const QJsonObject& row, const ClerkLoad& clerk, const std::string& state)
    {
        const std::string now = textOf(row.value("state"_L1));
        const bool wentOn = (state == "called" && (now == "serving" || now == "noShow")) ||
                            (state == "serving" && now == "finished");
        INFO("visit " << row.value("number"_L1).toString().toStdString() << " was " << state
                      << ", is " << now);
        if (row.value("window"_L1).toInt() != clerk.window() || (state != now && !wentOn)) {
            FAIL_CHECK("a clerk was told of what is not so");
        }
    }

    void checkShown(const FeedWatch& watch) const
    {
        HttpClient client(m_office.controller.port());
        const auto health = client.send({.path = "/api/health"});
        REQUIRE(health);
        CHECK(jsonOf(*health).value("seq"_L1).toInteger() >= watch.latestSeq());
    }

    void checkProblems() const
    {
        std::vector<std::string> all;
        const auto add = [&](const std::vector<std::string>& problems) {
            all.insert(all.end(), problems.begin(), problems.end());
        };
        for (const TerminalLoad& terminal : m_terminals) {
            add(terminal.problems());
        }
        for (const ClerkLoad& clerk : m_clerks) {
            add(clerk.problems());
        }
        for (const Watched& watched : m_watches) {
            add(watched.watch->problems());
        }
        if (!all.empty()) {
            INFO(all.front());
            FAIL("somebody was told what cannot be");
        }
    }

    std::mt19937_64& m_random;
    TestOffice m_office;
    Credential m_manager;
    std::vector<TerminalLoad> m_terminals;
    std::vector<ClerkLoad> m_clerks;
    std::vector<Watched> m_watches;
    QJsonArray m_visits;      ///< As the controller tells them after the latest restart.
    int m_doneUnanswered = 0; ///< Requests that were kept, and not answered before the kill.
};

} // namespace

TEST_CASE("killed at any moment the office keeps what it told")
{
    const long kills = numberFromEnvironment("TALON_KILLS", 40);
    const long seed =
        numberFromEnvironment("TALON_SEED", static_cast<long>(std::random_device{}()));
    std::printf("seed %ld, %ld kills\n", seed, kills);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));

    std::size_t tickets = 0;
    int doneUnanswered = 0;
    for (long done = 0; done < kills;) {
        Hall hall(random);
        for (int i = 0; i < KillsAnOffice && done < kills; ++i, ++done) {
            INFO("seed " << seed << ", kill " << done + 1);
            hall.killOnce();
        }
        hall.close();
        tickets += hall.tickets();
        doneUnanswered += hall.doneUnanswered();
    }
    std::printf("%zu tickets; %d were kept before the kill and answered only after it\n", tickets,
                doneUnanswered);
    CHECK(tickets > 0);
}
