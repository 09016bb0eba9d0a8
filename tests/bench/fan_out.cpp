#include "tests/bench/fan_out.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>
#include <stdexcept>

namespace talon::bench {

namespace {

using std::chrono::steady_clock;

/// Both ends of a TCP connection on this machine.
std::pair<test::Socket, test::Socket> tcpPair()
{
    const test::Socket listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the sockets' interface
    auto* const plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener.fd(), plain, length) != 0 || ::listen(listener.fd(), 1) != 0 ||
        ::getsockname(listener.fd(), plain, &length) != 0) {
        throw std::runtime_error("cannot listen");
    }
    test::Socket here = test::connectTo(ntohs(address.sin_port));
    test::Socket there(::accept4(listener.fd(), nullptr, nullptr, SOCK_CLOEXEC));
    return {std::move(here), std::move(there)};
}

} // namespace

FanOut::FanOut(int sockets)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    std::tie(m_toThread, m_fromUs) = tcpPair();
    for (int i = 0; i < sockets; ++i) {
        auto [reader, writer] = tcpPair();
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u32 = static_cast<std::uint32_t>(i);
        ::epoll_ctl(m_epoll.fd(), EPOLL_CTL_ADD, reader.fd(), &event);
        m_readers.push_back(std::move(reader));
        m_writers.push_back(std::move(writer));
    }
    m_thread = std::thread([this] { write(); });
}

FanOut::~FanOut()
{
    m_toThread = test::Socket();
    ::shutdown(m_fromUs.fd(), SHUT_RDWR);
    m_thread.join();
}

void FanOut::write()
{
    char word = 0;
    while (::recv(m_fromUs.fd(), &word, 1, 0) == 1) {
        for (const test::Socket& writer : m_writers) {
            sendAll(writer, m_message);
        }
    }
}

Samples FanOut::once(std::size_t bytes)
{
    Samples samples;
    // The thread looks at it only after the word.
    m_message.assign(bytes, 'x');
    std::vector<std::size_t> missing(m_readers.size(), m_message.size());
    std::array<epoll_event, 64> events{};
    std::array<char, 65536> piece{};
    const auto start = steady_clock::now();
    sendAll(m_toThread, "!");
    while (samples.count() < m_readers.size()) {
        // As the reader of a call: never asleep.
        const int ready = ::epoll_wait(m_epoll.fd(), events.data(), int(events.size()), 0);
        if (steady_clock::now() - start > std::chrono::seconds{10}) {
            throw std::runtime_error("the fan-out is stuck");
        }
        for (int e = 0; e < ready; ++e) {
            const std::size_t i = events.at(static_cast<std::size_t>(e)).data.u32;
            const ssize_t count = ::recv(m_readers[i].fd(), piece.data(), piece.size(), 0);
            missing[i] -= static_cast<std::size_t>(std::max<ssize_t>(count, 0));
            if (missing[i] == 0) {
                samples.add(steady_clock::now() - start);
            }
        }
    }
    return samples;
}

} // namespace talon::bench
