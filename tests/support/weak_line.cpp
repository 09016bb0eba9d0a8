#include "tests/support/weak_line.h"

#include "tests/support/http_client.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace talon::test {

namespace {

constexpr int LookEveryMs = 20;

/// False when the connection is over.
bool pass(const Socket& from, const Socket& to)
{
    std::array<char, 16 * 1024> bytes{};
    const ssize_t count = ::recv(from.fd(), bytes.data(), bytes.size(), 0);
    return count > 0 &&
           sendAll(to, std::string_view(bytes.data(), static_cast<std::size_t>(count)));
}

} // namespace

struct WeakLine::Pair
{
    Socket near;
    Socket far;
};

WeakLine::WeakLine(std::uint16_t to)
    : m_to(to)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(m_listener, any, length) != 0 || ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, any, &length) != 0) {
        throw std::runtime_error("no port for a weak line");
    }
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

WeakLine::~WeakLine()
{
    m_isEnding = true;
    m_thread.join();
    ::close(m_listener);
}

void WeakLine::run()
{
    std::vector<Pair> pairs;
    while (!m_isEnding) {
        if (m_wantsCut.exchange(false)) {
            pairs.clear();
        }
        std::vector<pollfd> waits{{.fd = m_listener, .events = POLLIN, .revents = 0}};
        if (!m_isFrozen) {
            for (const Pair& pair : pairs) {
                waits.push_back({.fd = pair.near.fd(), .events = POLLIN, .revents = 0});
                waits.push_back({.fd = pair.far.fd(), .events = POLLIN, .revents = 0});
            }
        }
        ::poll(waits.data(), waits.size(), LookEveryMs);
        for (std::size_t i = (waits.size() - 1) / 2; i-- > 0;) {
            const bool isNearOver =
                waits[1 + 2 * i].revents != 0 && !pass(pairs[i].near, pairs[i].far);
            const bool isFarOver =
                waits[2 + 2 * i].revents != 0 && !pass(pairs[i].far, pairs[i].near);
            if (isNearOver || isFarOver) {
                pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
        if (waits[0].revents != 0) {
            Socket near(::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC));
            Socket far = connectTo(m_to);
            if (near.isOpen() && far.isOpen()) {
                pairs.push_back({.near = std::move(near), .far = std::move(far)});
            }
        }
    }
}

} // namespace talon::test
