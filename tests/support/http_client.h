#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// HTTP/1.1 over plain sockets on this machine, by code that shares nothing with the controller's.
namespace talon::test {

struct HttpRequest
{
    std::string method = "GET";
    std::string path;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

struct HttpReply
{
    int status = 0;
    std::string head; ///< Status line and headers as they came.
    std::string body;

    /// A header's value, its name in any case.
    std::optional<std::string> header(std::string_view name) const;
};

/// As sent.
std::string bytesOf(const HttpRequest& request);

/// Cuts a stream of bytes into replies. Understands bodies with a Content-Length only.
class HttpReplyReader
{
public:
    void add(std::string_view bytes) { m_buffer += bytes; }

    /// The next whole reply, if it is there.
    std::optional<HttpReply> next();

    /// What came after the replies taken.
    std::string takeRest() { return std::exchange(m_buffer, {}); }

private:
    std::string m_buffer;
};

/// A socket that is closed by its owner's end.
class Socket
{
public:
    Socket() = default;
    explicit Socket(int fd)
        : m_fd(fd)
    {}
    Socket(Socket&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {}
    Socket& operator=(Socket&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket();

    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

/// Connected to a port of 127.0.0.1; closed when nobody listens there.
Socket connectTo(std::uint16_t port);

/// Writes all of it, unless the other side is gone.
bool sendAll(const Socket& socket, std::string_view bytes);

/// One kept-alive connection on which one request at a time is answered. Connects when it must,
/// and tries each request once: what became of an unanswered one is the caller's question.
class HttpClient
{
public:
    explicit HttpClient(std::uint16_t port)
        : m_port(port)
    {}

    /// None when there was no connection, or it broke before the whole reply, or time ran out.
    std::optional<HttpReply> send(const HttpRequest& request,
                                  std::chrono::milliseconds patience = std::chrono::seconds{10});

    /// The two halves of send().
    bool write(const HttpRequest& request);
    std::optional<HttpReply> read(std::chrono::milliseconds patience = std::chrono::seconds{10});

    void disconnect();

private:
    std::uint16_t m_port;
    Socket m_socket;
    HttpReplyReader m_reader;
};

/// Many kept-alive connections in one thread, each with one request in flight, as many terminals
/// or browsers would have.
class HttpLoad
{
public:
    /// Makes the next request of a connection, as bytes; none when that connection is done.
    using Next = std::function<std::optional<std::string>(int connection)>;
    using Replied = std::function<void(
        int connection, const HttpReply& reply, std::chrono::nanoseconds latency)>;

    /// Runs until all connections are done. False when one broke or was silent for ten seconds.
    static bool run(std::uint16_t port, int connections, const Next& next, const Replied& replied);
};

} // namespace talon::test
