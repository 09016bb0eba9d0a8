#include "shared/link/controller_link.h"
#include "tests/e2e/test_office.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <functional>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon::test;
using talon::link::ControllerLink;

namespace {

ControllerLink::Address
addressOf(const TestOffice& office, const Credential& device, const QString& feed)
{
    const std::string token = device.second.substr(std::string("Bearer ").size());
    return {.controller = QUrl(u"http://127.0.0.1:%1"_s.arg(office.controller.port())),
            .token = QByteArray::fromStdString(token),
            .feed = feed};
}

/// Lets the links work until this holds; false when it does not within the patience.
bool workUntil(std::chrono::milliseconds patience, const std::function<bool()>& holds)
{
    QElapsedTimer time;
    time.start();
    while (!holds()) {
        if (std::chrono::milliseconds(time.elapsed()) > patience) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return true;
}

/// A terminal at which visitors stand in line: each ticket is asked for when the last one is told.
class BusyTerminal
{
public:
    explicit BusyTerminal(const TestOffice& office)
        : m_link(addressOf(office, office.terminal, u"terminal"_s))
    {
        m_link.start();
    }

    void askNext()
    {
        ++m_asked;
        m_link.post(u"/api/tickets"_s, {{u"service"_s, 1}}, 30s, [this](const auto& answer) {
            ++m_answered;
            if (answer) {
                m_numbers.insert(textOf(answer->value("number"_L1)));
            }
            if (!m_ending) {
                askNext();
            }
        });
    }

    void end() { m_ending = true; }
    bool isConnected() const { return m_link.isConnected(); }
    int asked() const { return m_asked; }
    int answered() const { return m_answered; }
    const std::set<std::string>& numbers() const { return m_numbers; }

private:
    ControllerLink m_link;
    int m_asked = 0;
    int m_answered = 0;
    bool m_ending = false;
    std::set<std::string> m_numbers;
};

} // namespace

TEST_CASE("the programs' own link goes on by itself when the controller is killed")
{
    constexpr int Kills = 5;
    TestOffice office;
    office.controller.start();
    BusyTerminal terminal(office);
    ControllerLink display(addressOf(office, office.display, u"hall"_s));
    std::int64_t shown = 0;
    QObject::connect(&display, &ControllerLink::viewArrived,
                     [&](const talon::wire::FeedMessage& message) {
                         CHECK(message.seq >= shown);
                         shown = message.seq;
                     });
    display.start();
    terminal.askNext();
    for (int kill = 0; kill < Kills; ++kill) {
        const int before = terminal.answered();
        REQUIRE(workUntil(10s, [&] {
            return display.isConnected() && terminal.isConnected() &&
                   terminal.answered() >= before + 20;
        }));
        office.controller.kill();
        REQUIRE(workUntil(10s, [&] { return !display.isConnected(); }));
        office.controller.start();
    }
    REQUIRE(workUntil(10s, [&] { return display.isConnected() && terminal.isConnected(); }));
    terminal.end();
    REQUIRE(workUntil(30s, [&] { return terminal.answered() == terminal.asked(); }));

    CHECK(terminal.numbers().size() == static_cast<std::size_t>(terminal.asked()));
    const QJsonArray visits = visitsToday(office, office.controller.signIn("manager"));
    CHECK(visits.size() == terminal.asked());
}
