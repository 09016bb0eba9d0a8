#pragma once

#include "controller/api/port.h"
#include "tests/controller/api/memory_office.h"
#include "tests/support/http_client.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// A port of its own on loopback, and clients in the same thread: while one waits, the port works.
namespace talon::test {

/// Lets the port work until it is so, or the time is over.
template <class Condition>
bool waitUntil(Condition condition, std::chrono::milliseconds patience = std::chrono::seconds{10})
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > patience.count()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    return true;
}

/// Lets the port work for so long: for what must not happen.
void letPass(std::chrono::milliseconds time);

class PortBench
{
public:
    explicit PortBench(const api::PortOptions& options = {});

    MemoryOffice office;
    api::Port port;
    std::uint16_t number = 0;
};

/// One connection to it.
class Line
{
public:
    /// `receiveBytes` makes a client that can take little; 0 leaves it to the system.
    explicit Line(const PortBench& bench, int receiveBytes = 0);

    /// False when the other side is gone.
    bool send(std::string_view bytes);

    /// Half a goodbye, or a whole one.
    void leave() { m_socket = Socket(); }

    /// The next reply; none when the connection ended or time ran out.
    std::optional<HttpReply> reply(std::chrono::milliseconds patience = std::chrono::seconds{10});

    /// Whether the other side ends the connection within the time; what comes before is kept.
    bool isEnded(std::chrono::milliseconds patience = std::chrono::seconds{10});

    /// What has come, and was not taken as a reply.
    std::string rest();

    /// Takes in what is there; false when the other side is gone.
    bool readSome();

    int fd() const { return m_socket.fd(); }

private:
    Socket m_socket;
    HttpReplyReader m_reader;
};

/// A request as a string, with a Host, a length, and the headers given ("Name: value\r\n" each).
std::string requestOf(std::string_view method,
                      std::string_view path,
                      std::string_view headers = {},
                      std::string_view body = {});

inline const std::string AsTerminal = "Authorization: Bearer terminal\r\n";
inline const std::string AsDisplay = "Authorization: Bearer display\r\n";

/// The cookie of a member, and a key.
std::string as(std::string_view login);
std::string key(std::string_view key);

/// Sends one request on a connection of its own.
HttpReply ask(const PortBench& bench, const std::string& request);

/// The same for a POST that needs a key: a new one each time.
HttpReply act(const PortBench& bench,
              std::string_view path,
              const std::string& headers,
              std::string_view body = {});

} // namespace talon::test
