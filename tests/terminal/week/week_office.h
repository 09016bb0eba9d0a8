#pragma once

#include "controller/api/port.h"
#include "controller/runtime/runtime.h"
#include "tests/support/random.h"
#include "tests/terminal/week/network.h"

#include <QTimer>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace talon::test {

/// The controller of the week: the runtime over its journal, and the port, put together as the
/// program does; with clerks at its windows. It can be switched off and on at any moment.
class WeekOffice
{
public:
    /// Whether the visitor with this ticket stands in the hall.
    using IsThere = std::function<bool(const queue::Visit&)>;

    WeekOffice(const std::filesystem::path& folder, std::uint64_t seed);
    ~WeekOffice();

    static OfficeSettings settings();

    /// A terminal's cable, which follows the controller to its port.
    void join(Network& network);

    void switchOn();
    /// What was in the air may be done, and nobody hears of it.
    void switchOff();
    bool isOn() const { return m_runtime.has_value(); }

    const queue::Office& office() const { return m_runtime->office(); }
    OfficeTime time() const { return m_runtime->time(); }

    /// From the website.
    void addBooking(const std::string& code, ServiceId service, Instant at);

    void setIsThere(IsThere isThere) { m_isThere = std::move(isThere); }

    std::vector<queue::Visit> visitsOn(Day day);

    /// What a request with this key was answered, if it was ever done.
    std::optional<std::string> answerTo(const std::string& key);

    const std::string& token(int terminal) const { return m_tokens.at(terminal); }

    int finished() const { return m_finished; }

private:
    struct Clerk
    {
        WindowId window;
        StaffId staff;
        Instant busyUntil;
    };

    void submit(queue::Command command);
    void takeTurns();
    void takeTurn(Clerk& clerk);

    std::string m_path;
    Random m_random;
    IsThere m_isThere;
    std::map<int, std::string> m_tokens;
    std::vector<Network*> m_networks;
    std::optional<runtime::Runtime> m_runtime;
    std::optional<api::Port> m_port;
    std::vector<Clerk> m_clerks;
    QTimer m_turns;
    int m_keys = 0;
    int m_turnCount = 0;
    int m_finished = 0;
};

} // namespace talon::test
