#include "terminal/offline/hand_over.h"
#include "tests/e2e/test_office.h"
#include "tests/support/catch.h"
#include "tests/support/random.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon;
using namespace talon::test;
using namespace talon::terminal;
using link::ControllerLink;

/// Visitors go on coming while the controller is killed and started again, and the terminals lose
/// their power too. TALON_OFFLINE_KILLS says how often (8), TALON_SEED when.
namespace {

long numberFromEnvironment(const char* name, long otherwise)
{
    const char* const text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtol(text, nullptr, 10);
}

bool workUntil(std::chrono::milliseconds patience, const std::function<bool()>& holds)
{
    QElapsedTimer time;
    time.start();
    while (!holds()) {
        if (std::chrono::milliseconds(time.elapsed()) > patience) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
    }
    return true;
}

/// The office's clock as the tests pretend it: 2026-11-24, from five past ten on.
Instant officeNow()
{
    static QElapsedTimer since = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    const Day day{std::chrono::year{2026} / std::chrono::November / 24};
    return Instant(day) + 6h + 5min + std::chrono::milliseconds(since.elapsed());
}

/// A terminal with visitors in line. Each is asked of the controller while there is one; without an
/// answer in time they get a number of the terminal's own.
class Terminal
{
public:
    Terminal(const TestOffice& office, const std::string& token, const std::string& name)
        : m_office(office)
        , m_token(token)
        , m_path((office.folder.path() / (name + ".store")).string())
    {
        switchOn();
    }

    void switchOn()
    {
        m_link = std::make_unique<ControllerLink>(ControllerLink::Address{
            .controller = QUrl(u"http://127.0.0.1:%1"_s.arg(m_office.controller.port())),
            .token = QByteArray::fromStdString(m_token),
            .feed = u"terminal"_s});
        auto store = OfflineStore::open(m_path);
        REQUIRE(store);
        m_desk = std::make_unique<OfflineDesk>(*std::move(store));
        m_handOver = std::make_unique<HandOver>(*m_link, *m_desk, officeNow);
        m_link->start();
    }

    /// As a power cut: what was under way is forgotten. A visitor who had heard nothing goes on to
    /// the next terminal, and the request of theirs may have been done.
    void switchOff()
    {
        if (m_asking) {
            m_asking = false;
            ++m_unheard;
        }
        m_handOver.reset();
        m_desk.reset();
        m_link.reset();
    }

    void serveNext(int service)
    {
        if (m_asking) {
            return;
        }
        if (!m_link->isConnected()) {
            give(service, {});
            return;
        }
        m_asking = true;
        // The key is known only after the call, the answer comes later still.
        const auto key = std::make_shared<QByteArray>();
        *key =
            m_link->post(u"/api/tickets"_s, {{u"service"_s, service}}, 150ms,
                         [this, service, key](const auto& answer) {
                             m_asking = false;
                             if (answer) {
                                 told(textOf(answer->value("number"_L1)));
                             } else if (answer.error().kind == link::LinkError::Kind::Unreachable) {
                                 give(service, key->toStdString());
                             }
                         });
    }

    bool isDone() const
    {
        return !m_asking && m_link->isConnected() && m_handOver->waitingCount() == 0;
    }
    bool hasNumbers() const { return m_desk->book().dayAt(officeNow()).has_value(); }
    const std::vector<std::string>& numbers() const { return m_numbers; }
    int offline() const { return m_offline; }
    int refused() const { return m_refused; }
    int unheard() const { return m_unheard; }

private:
    void give(int service, const std::string& instead)
    {
        const auto kept = m_handOver->give({.service = {service}, .instead = instead});
        if (!kept) {
            ++m_refused;
            m_unheard += instead.empty() ? 0 : 1;
            return;
        }
        ++m_offline;
        told(kept->ticket.number);
        m_handOver->settlePaper(kept->key, PrintOutcome::Printed);
    }

    void told(const std::string& number) { m_numbers.push_back(number); }

    const TestOffice& m_office;
    std::string m_token;
    std::string m_path;
    std::unique_ptr<ControllerLink> m_link;
    std::unique_ptr<OfflineDesk> m_desk;
    std::unique_ptr<HandOver> m_handOver;
    bool m_asking = false;
    std::vector<std::string> m_numbers; ///< That visitors went away with.
    int m_offline = 0;
    int m_refused = 0; ///< Visitors who got none.
    int m_unheard = 0; ///< Requests that were done, perhaps, and heard by nobody.
};

} // namespace

TEST_CASE("visitors get tickets while the controller dies and returns: nothing lost, nothing twice")
{
    const long kills = numberFromEnvironment("TALON_OFFLINE_KILLS", 8);
    const long seed = numberFromEnvironment("TALON_SEED", 7);
    constexpr int Terminals = 3;
    Random random(static_cast<std::uint64_t>(seed));
    TestOffice office;
    std::vector<std::unique_ptr<Terminal>> terminals;
    std::vector<std::string> tokens;
    for (int i = 0; i < Terminals; ++i) {
        tokens.push_back(office.controller.addDevice("terminal", "t" + std::to_string(i)));
    }
    office.controller.start();
    for (int i = 0; i < Terminals; ++i) {
        terminals.push_back(std::make_unique<Terminal>(
            office, tokens.at(static_cast<std::size_t>(i)), "t" + std::to_string(i)));
    }
    const auto all = [&](auto holds) {
        return std::ranges::all_of(terminals, [&](const auto& each) { return holds(*each); });
    };
    const auto visitors = [&](std::chrono::milliseconds time) {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < time.count()) {
            auto& terminal = *terminals.at(static_cast<std::size_t>(random.from(0, Terminals - 1)));
            terminal.serveNext(static_cast<int>(random.from(1, TestOffice::Services)));
            if (random.oneIn(300)) {
                terminal.switchOff();
                terminal.switchOn();
            }
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
        }
    };
    REQUIRE(workUntil(10s, [&] { return all([](auto& t) { return t.hasNumbers(); }); }));
    for (long kill = 0; kill < kills; ++kill) {
        // Frozen for longer than anybody waits: it wakes up to requests that were given up.
        office.controller.process().signal(SIGSTOP);
        visitors(std::chrono::milliseconds(random.from(160, 300)));
        office.controller.process().signal(SIGCONT);
        visitors(std::chrono::milliseconds(random.from(0, 150)));
        office.controller.kill();
        visitors(std::chrono::milliseconds(random.from(0, 100)));
        office.controller.launch();
        if (random.oneIn(3)) {
            visitors(std::chrono::milliseconds(random.from(0, 60)));
            office.controller.kill();
            office.controller.launch();
        }
        office.controller.waitUntilReady();
        visitors(std::chrono::milliseconds(random.from(100, 400)));
        if (random.oneIn(2)) {
            REQUIRE(workUntil(30s, [&] { return all([](auto& t) { return t.isDone(); }); }));
        }
    }
    REQUIRE(workUntil(60s, [&] { return all([](auto& t) { return t.isDone(); }); }));

    std::multiset<std::string> told;
    int offline = 0;
    int refused = 0;
    int unheard = 0;
    for (const auto& terminal : terminals) {
        told.insert(terminal->numbers().begin(), terminal->numbers().end());
        offline += terminal->offline();
        refused += terminal->refused();
        unheard += terminal->unheard();
    }
    const QJsonArray rows = visitsToday(office, office.controller.signIn("manager"));
    std::multiset<std::string> waiting;
    int cancelled = 0;
    for (const auto& row : rows) {
        const bool isCancelled = row["state"_L1] == u"cancelled"_s;
        cancelled += isCancelled ? 1 : 0;
        if (!isCancelled) {
            waiting.insert(textOf(row["number"_L1]));
        }
    }
    std::printf("seed %ld, %ld kills: %zu tickets, %d of them without the controller; %d made and "
                "taken back; %d visitors got none\n",
                seed, kills, told.size(), offline, cancelled, refused);
    const std::set<std::string> different(told.begin(), told.end());
    CHECK(different.size() == told.size());
    int lost = 0;
    for (const std::string& number : different) {
        lost += waiting.count(number) == 1 ? 0 : 1;
    }
    CHECK(lost == 0);
    // Beyond those that visitors have: only what a terminal asked for when it lost its power.
    CHECK(waiting.size() - told.size() <= static_cast<std::size_t>(unheard));
    // Otherwise it was too dull to prove anything.
    CHECK(offline > 50);
    CHECK(static_cast<int>(told.size()) > offline);
    CHECK(cancelled > 0);
    CHECK(office.controller.stop() == Exit{});
    const Finished checked = office.controller.command("check");
    INFO(checked.errors);
    CHECK(checked.exit == Exit{});
}
