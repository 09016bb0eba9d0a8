#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace talon::test {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds SilenceMax{10'000};

bool equalInAnyCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) ==
               std::tolower(static_cast<unsigned char>(y));
    });
}

int numberFrom(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

std::optional<std::string> HttpReply::header(std::string_view name) const
{
    std::string_view rest = head;
    while (!rest.empty()) {
        const auto end = std::min(rest.find("\r\n"), rest.size());
        const std::string_view line = rest.substr(0, end);
        const auto colon = line.find(':');
        if (colon != std::string_view::npos && equalInAnyCase(line.substr(0, colon), name)) {
            const auto start = std::min(line.find_first_not_of(' ', colon + 1), line.size());
            return std::string(line.substr(start));
        }
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    return std::nullopt;
}

std::string bytesOf(const HttpRequest& request)
{
    std::string bytes = request.method + " " + request.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto& [name, value] : request.headers) {
        bytes.append(name).append(": ").append(value).append("\r\n");
    }
    if (!request.body.empty() || request.method != "GET") {
        bytes += "Content-Type: application/json\r\nContent-Length: " +
                 std::to_string(request.body.size()) + "\r\n";
    }
    return bytes + "\r\n" + request.body;
}

std::optional<HttpReply> HttpReplyReader::next()
{
    const auto headEnd = m_buffer.find("\r\n\r\n");
    if (headEnd == std::string::npos) {
        return std::nullopt;
    }
    HttpReply reply;
    reply.head = m_buffer.substr(0, headEnd);
    reply.status = numberFrom(std::string_view(reply.head)
                                  .substr(std::min<std::size_t>(
                                      reply.head.size(), std::string_view("HTTP/1.1 ").size())));
    const auto length =
        static_cast<std::size_t>(numberFrom(reply.header("Content-Length").value_or("0")));
    const std::size_t bodyStart = headEnd + 4;
    if (m_buffer.size() < bodyStart + length) {
        return std::nullopt;
    }
    reply.body = m_buffer.substr(bodyStart, length);
    m_buffer.erase(0, bodyStart + length);
    return reply;
}

Socket::~Socket()
{
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

Socket connectTo(std::uint16_t port)
{
    Socket socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket.fd(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the sockets' interface
    if (::connect(socket.fd(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        return {};
    }
    return socket;
}

bool sendAll(const Socket& socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket.fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void HttpClient::disconnect()
{
    m_socket = Socket();
    m_reader = HttpReplyReader();
}

std::optional<HttpReply> HttpClient::send(const HttpRequest& request, milliseconds patience)
{
    return write(request) ? read(patience) : std::nullopt;
}

bool HttpClient::write(const HttpRequest& request)
{
    if (!m_socket.isOpen()) {
        m_socket = connectTo(m_port);
    }
    if (!m_socket.isOpen() || !sendAll(m_socket, bytesOf(request))) {
        disconnect();
        return false;
    }
    return true;
}

std::optional<HttpReply> HttpClient::read(milliseconds patience)
{
    const auto until = steady_clock::now() + patience;
    std::array<char, 65536> piece{};
    while (true) {
        if (auto reply = m_reader.next()) {
            if (equalInAnyCase(reply->header("Connection").value_or(""), "close")) {
                disconnect();
            }
            return reply;
        }
        const auto left = std::chrono::ceil<milliseconds>(until - steady_clock::now());
        pollfd wait{.fd = m_socket.fd(), .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || ::poll(&wait, 1, static_cast<int>(left.count())) <= 0) {
            break;
        }
        const ssize_t count = ::recv(m_socket.fd(), piece.data(), piece.size(), 0);
        if (count <= 0) {
            break;
        }
        m_reader.add(std::string_view(piece.data(), static_cast<std::size_t>(count)));
    }
    disconnect();
    return std::nullopt;
}

bool HttpLoad::run(std::uint16_t port, int connections, const Next& next, const Replied& replied)
{
    struct Connection
    {
        Socket socket;
        HttpReplyReader reader;
        steady_clock::time_point sentAt;
    };
    std::vector<Connection> all(static_cast<std::size_t>(connections));
    const Socket epoll(::epoll_create1(EPOLL_CLOEXEC));
    int busy = 0;
    const auto sendNext = [&](int i) {
        Connection& connection = all[static_cast<std::size_t>(i)];
        const auto bytes = next(i);
        if (!bytes) {
            --busy;
            return true;
        }
        connection.sentAt = steady_clock::now();
        return sendAll(connection.socket, *bytes);
    };
    for (Connection& connection : all) {
        connection.socket = connectTo(port);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u32 = static_cast<std::uint32_t>(busy++);
        if (!connection.socket.isOpen() ||
            ::epoll_ctl(epoll.fd(), EPOLL_CTL_ADD, connection.socket.fd(), &event) != 0) {
            return false;
        }
    }
    for (int i = 0; i < connections; ++i) {
        if (!sendNext(i)) {
            return false;
        }
    }
    std::array<epoll_event, 64> events{};
    std::array<char, 65536> piece{};
    while (busy > 0) {
        const int ready =
            ::epoll_wait(epoll.fd(), events.data(), int(events.size()), int(SilenceMax.count()));
        if (ready <= 0) {
            return false;
        }
        for (int e = 0; e < ready; ++e) {
            const auto i = events.at(static_cast<std::size_t>(e)).data.u32;
            Connection& connection = all[i];
            const ssize_t count = ::recv(connection.socket.fd(), piece.data(), piece.size(), 0);
            if (count <= 0) {
                return false;
            }
            connection.reader.add(std::string_view(piece.data(), static_cast<std::size_t>(count)));
            if (const auto reply = connection.reader.next()) {
                replied(static_cast<int>(i), *reply, steady_clock::now() - connection.sentAt);
                if (!sendNext(static_cast<int>(i))) {
                    return false;
                }
            }
        }
    }
    return true;
}

} // namespace talon::test
