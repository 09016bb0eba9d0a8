#include "hw/tcp/tcp_printer.h"

#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace talon::hw {
namespace {

using namespace std::chrono_literals;

constexpr auto OpenWithin = 1500ms;
/// A printer that is busy may drop the first packet of a connection, and the system would wait a
/// second before it sends another. Doubled from try to try, for one that is far away.
constexpr std::chrono::milliseconds FirstTryWithin = 300ms;
constexpr auto TryAgainAfter = 50ms; ///< It refuses while it is busy with somebody else.
constexpr auto LookEvery = 2ms;      ///< Nothing tells when the system has sent everything.

constexpr std::size_t HeardBytesMax = 4096; ///< In one go; a printer has less to say.

/// So little waits in the machine that a printer that takes nothing is noticed by the write.
constexpr int SendBufferBytes = 8192;

/// A line that is cut without a word is given up after so long.
constexpr int SilenceMs = 5000;

void setOption(const Descriptor& socket, int level, int option, int value)
{
    setsockopt(socket.number(), level, option, &value, sizeof(value));
}

void prepare(const Descriptor& socket)
{
    setOption(socket, SOL_SOCKET, SO_SNDBUF, SendBufferBytes);
    setOption(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(socket, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, SilenceMs);
    setOption(socket, IPPROTO_TCP, TCP_KEEPIDLE, 2);
    setOption(socket, IPPROTO_TCP, TCP_KEEPINTVL, 1);
    setOption(socket, IPPROTO_TCP, TCP_KEEPCNT, 3);
}

int errorOf(const Descriptor& socket)
{
    int error = 0;
    socklen_t size = sizeof(error);
    return getsockopt(socket.number(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

/// What has come; the error is 0 when the far end has closed.
Expected<Bytes, int> receive(const Descriptor& socket)
{
    std::array<std::byte, 512> buffer{};
    Bytes bytes;
    while (bytes.size() < HeardBytesMax) {
        const ssize_t count = recv(socket.number(), buffer.data(), buffer.size(), 0);
        if (count > 0) {
            append(bytes, BytesView(buffer).first(static_cast<std::size_t>(count)));
        } else if (count < 0 && errno == EINTR) {
            continue;
        } else if (!bytes.empty() || (count < 0 && errno == EAGAIN)) {
            return bytes; // an end is told next time
        } else {
            return Unexpected(count == 0 ? 0 : errno);
        }
    }
    return bytes;
}

} // namespace

TcpPrinter::TcpPrinter(std::string id, HostPort where)
    : m_id(std::move(id))
    , m_where(std::move(where))
{}

Expected<Done, IoError> TcpPrinter::reach(std::chrono::milliseconds within)
{
    if (m_socket.isOpen() && isStillThere()) {
        return Done{};
    }
    m_socket.reset();
    const Deadline deadline(within);
    if (const auto known = findOut(deadline); !known) {
        return Unexpected(known.error());
    }
    m_heard.clear();
    IoError trouble{m_id + ": cannot be reached in time"};
    auto patience = FirstTryWithin;
    do {
        auto rest = static_cast<int>(m_addresses.size());
        for (const SocketAddress& address : m_addresses) {
            // One that swallows everything must not use up the time of the others.
            const Deadline share(std::min(patience, deadline.left() / rest--));
            auto socket = connectTo(address, share);
            if (socket) {
                m_socket = *std::move(socket);
                return Done{};
            }
            trouble = socket.error();
        }
        patience *= 2;
        waitFor(-1, 0, std::min<std::chrono::milliseconds>(TryAgainAfter, deadline.left()));
    } while (!deadline.isOver());
    m_addresses.clear();
    return Unexpected(trouble);
}

void TcpPrinter::rest()
{
    if (m_socket.isOpen()) {
        // Closing with something unheard would look to the printer like a fault.
        static_cast<void>(receive(m_socket));
    }
    m_socket.reset();
}

Expected<Done, WriteError> TcpPrinter::write(BytesView bytes, std::chrono::milliseconds within)
{
    using Cause = WriteError::Cause;
    const Deadline deadline(within);
    if (!m_socket.isOpen()) {
        if (const auto reached = reach(within); !reached) {
            return Unexpected(WriteError{.what = reached.error().what});
        }
    }
    std::size_t taken = 0;
    while (taken < bytes.size() || bytesNotSent() > 0) {
        const bool mayGo = taken < bytes.size();
        const int seen =
            waitFor(m_socket.number(), mayGo ? POLLOUT : 0,
                    mayGo ? deadline.left()
                          : std::min<std::chrono::milliseconds>(LookEvery, deadline.left()));
        if ((seen & (POLLERR | POLLHUP | POLLNVAL)) != 0) {
            return endedEarly(Cause::LinkLost, taken, errorOf(m_socket));
        }
        if ((seen & POLLOUT) != 0) {
            const BytesView rest = bytes.subspan(taken);
            const ssize_t count = send(m_socket.number(), rest.data(), rest.size(), MSG_NOSIGNAL);
            if (count > 0) {
                taken += static_cast<std::size_t>(count);
                continue; // what was taken in time is not late
            }
            if (count < 0 && errno != EAGAIN && errno != EINTR) {
                return endedEarly(Cause::LinkLost, taken, errno);
            }
        }
        if (deadline.isOver()) {
            return endedEarly(Cause::TimedOut, taken, 0);
        }
    }
    return Done{};
}

Expected<Bytes, IoError> TcpPrinter::read(std::chrono::milliseconds within)
{
    if (!m_heard.empty()) {
        return std::exchange(m_heard, {});
    }
    if (!m_socket.isOpen()) {
        if (within == 0ms) {
            return Bytes{}; // a printer that nobody has reached says nothing
        }
        return Unexpected(IoError{m_id + ": is not connected"});
    }
    if (waitFor(m_socket.number(), POLLIN, within) == 0) {
        return Bytes{};
    }
    auto bytes = receive(m_socket);
    if (!bytes) {
        m_socket.reset();
        return Unexpected(lost(bytes.error()));
    }
    return *std::move(bytes);
}

/// A printer that was switched off and on, or tired of waiting, has closed without our asking.
bool TcpPrinter::isStillThere() const
{
    std::byte next{};
    const ssize_t count = recv(m_socket.number(), &next, 1, MSG_PEEK | MSG_DONTWAIT);
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
}

Expected<Done, IoError> TcpPrinter::findOut(Deadline deadline)
{
    if (m_addresses.empty()) {
        auto addresses = resolve(m_where, deadline, m_id);
        if (!addresses) {
            return Unexpected(addresses.error());
        }
        m_addresses = *std::move(addresses);
    }
    return Done{};
}

Expected<Descriptor, IoError> TcpPrinter::connectTo(const SocketAddress& address,
                                                    Deadline deadline) const
{
    Descriptor made(socket(address.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!made.isOpen()) {
        return Unexpected(systemError(m_id));
    }
    prepare(made);
    if (connect(made.number(), reinterpret_cast<const sockaddr*>(&address.bytes), address.size) ==
        0) {
        return made;
    }
    if (errno != EINPROGRESS) {
        return Unexpected(systemError(m_id));
    }
    if (waitFor(made.number(), POLLOUT, deadline.left()) == 0) {
        return Unexpected(IoError{m_id + ": cannot be reached in time"});
    }
    if (const int error = errorOf(made); error != 0) {
        return Unexpected(lost(error));
    }
    return made;
}

IoError TcpPrinter::lost(int error) const
{
    return {m_id + ": " +
            (error == 0 ? "closed the connection" : std::generic_category().message(error))};
}

/// Taken by the system, and not yet on the wire.
std::size_t TcpPrinter::bytesNotSent() const
{
    int bytes = 0;
    return ioctl(m_socket.number(), SIOCOUTQNSD, &bytes) == 0 ? static_cast<std::size_t>(bytes) : 0;
}

Unexpected<WriteError> TcpPrinter::endedEarly(WriteError::Cause cause, std::size_t taken, int error)
{
    WriteError trouble{.cause = cause,
                       .bytesSent = taken - std::min(taken, bytesNotSent()),
                       .what = m_id + ": takes no more bytes"};
    if (cause == WriteError::Cause::LinkLost) {
        trouble.what = lost(error).what;
    }
    if (auto heard = receive(m_socket)) {
        append(m_heard, *heard);
    }
    // Closing with no time to linger drops what has not been sent.
    const linger dropAll{.l_onoff = 1, .l_linger = 0};
    setsockopt(m_socket.number(), SOL_SOCKET, SO_LINGER, &dropAll, sizeof(dropAll));
    m_socket.reset();
    return Unexpected(trouble);
}

Expected<std::unique_ptr<TcpPrinter>, IoError> openTcpPrinter(const std::string& address)
{
    const std::string id = "tcp:" + address;
    const auto where = hostPortFrom(address);
    if (!where) {
        return Unexpected(IoError{id + ": is not of the form HOST or HOST:PORT"});
    }
    auto printer = std::make_unique<TcpPrinter>(id, *where);
    if (const auto reached = printer->reach(OpenWithin); !reached) {
        return Unexpected(reached.error());
    }
    printer->rest();
    return printer;
}

} // namespace talon::hw
