#include "tests/controller/api/port_bench.h"

#include "tests/support/catch.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace talon::test {

void letPass(std::chrono::milliseconds time)
{
    waitUntil([] { return false; }, time);
}

PortBench::PortBench(const api::PortOptions& options)
    : port(office, options)
{
    QObject::connect(&office, &MemoryOffice::committed, &port, &api::Port::onCommitted);
    const auto bound = port.listen(QHostAddress::LocalHost, 0);
    REQUIRE(bound);
    number = *bound;
}

Line::Line(const PortBench& bench, int receiveBytes)
{
    if (receiveBytes == 0) {
        m_socket = connectTo(bench.number);
    } else {
        m_socket = Socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        ::setsockopt(fd(), SOL_SOCKET, SO_RCVBUF, &receiveBytes, sizeof receiveBytes);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(bench.number);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the sockets' interface
        REQUIRE(::connect(fd(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    REQUIRE(m_socket.isOpen());
}

bool Line::send(std::string_view bytes)
{
    return waitUntil([&] {
               const ssize_t count =
                   ::send(fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
               if (count > 0) {
                   bytes.remove_prefix(static_cast<std::size_t>(count));
               }
               const bool isBroken = count < 0 && errno != EAGAIN && errno != EWOULDBLOCK;
               return bytes.empty() || isBroken;
           }) &&
           bytes.empty();
}

bool Line::readSome()
{
    std::array<char, 65536> piece{};
    while (true) {
        const ssize_t count = ::recv(fd(), piece.data(), piece.size(), MSG_DONTWAIT);
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            return true;
        }
        if (count <= 0) {
            return false;
        }
        m_reader.add({piece.data(), static_cast<std::size_t>(count)});
    }
}

std::optional<HttpReply> Line::reply(std::chrono::milliseconds patience)
{
    std::optional<HttpReply> got;
    waitUntil(
        [&] {
            const bool isOpen = readSome();
            got = m_reader.next();
            return got.has_value() || !isOpen;
        },
        patience);
    return got;
}

bool Line::isEnded(std::chrono::milliseconds patience)
{
    return waitUntil([&] { return !readSome(); }, patience);
}

std::string Line::rest()
{
    readSome();
    return m_reader.takeRest();
}

std::string requestOf(std::string_view method,
                      std::string_view path,
                      std::string_view headers,
                      std::string_view body)
{
    std::string bytes;
    bytes.append(method).append(" ").append(path).append(" HTTP/1.1\r\nHost: office\r\n");
    bytes.append(headers);
    if (!body.empty()) {
        bytes += "Content-Type: application/json\r\n";
    }
    bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    return bytes.append(body);
}

std::string as(std::string_view login)
{
    return "Cookie: theme=light; talon-session=" + std::string(login) + "\r\n";
}

std::string key(std::string_view key)
{
    return "Idempotency-Key: " + std::string(key) + "\r\n";
}

HttpReply ask(const PortBench& bench, const std::string& request)
{
    Line line(bench);
    REQUIRE(line.send(request));
    const auto reply = line.reply();
    REQUIRE(reply);
    return *reply;
}

HttpReply act(const PortBench& bench,
              std::string_view path,
              const std::string& headers,
              std::string_view body)
{
    static int keys = 0;
    return ask(bench, requestOf("POST", path, headers + key("k-" + std::to_string(++keys)), body));
}

} // namespace talon::test
