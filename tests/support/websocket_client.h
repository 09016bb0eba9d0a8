#pragma once

#include "tests/support/http_client.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// The client's side of RFC 6455, as little of it as a test needs.
namespace talon::test {

/// Cuts a server's bytes into messages.
class FrameReader
{
public:
    enum class Kind { Text, Ping, Pong, Close };

    struct Message
    {
        Kind kind = Kind::Text;
        std::string payload;
    };

    void add(std::string_view bytes) { m_buffer += bytes; }
    std::optional<Message> next();

private:
    std::string m_buffer;
    std::string m_parts; ///< Of a message that came in several frames.
};

/// One open feed.
class WebSocketClient
{
public:
    /// Upgrades; the reply to a refused upgrade is in `refusal`.
    static std::optional<WebSocketClient>
    open(std::uint16_t port,
         const std::string& path,
         const std::vector<std::pair<std::string, std::string>>& headers,
         HttpReply* refusal = nullptr);

    int fd() const { return m_socket.fd(); }

    /// Takes in what has arrived without waiting. False when the other side is gone.
    bool readSome();

    /// The next text that was taken in; answers pings on the way.
    std::optional<std::string> next();

    /// The next text, waiting for it; none when the time is over or the other side is gone.
    std::optional<std::string> waitForNext(std::chrono::milliseconds patience);

private:
    explicit WebSocketClient(Socket socket)
        : m_socket(std::move(socket))
    {}

    Socket m_socket;
    FrameReader m_reader;
};

} // namespace talon::test
