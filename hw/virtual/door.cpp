#include "hw/virtual/door.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <termios.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace talon::hw {
namespace {

class TcpDoor : public Door
{
public:
    explicit TcpDoor(std::uint16_t port)
        : m_port(port)
    {}

    Expected<Done, IoError> open() override
    {
        Descriptor made(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        const int yes = 1;
        setsockopt(made.number(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
        // As little as a printer takes, or a slip would vanish into the buffers of the machine.
        const int receiveBytes = 4096;
        setsockopt(made.number(), SOL_SOCKET, SO_RCVBUF, &receiveBytes, sizeof(receiveBytes));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto* const generic = reinterpret_cast<sockaddr*>(&address);
        if (bind(made.number(), generic, size) != 0 || listen(made.number(), 1) != 0 ||
            getsockname(made.number(), generic, &size) != 0) {
            return Unexpected(systemError(uri()));
        }
        m_port = ntohs(address.sin_port);
        m_listener = std::move(made);
        return Done{};
    }

    void close() override { m_listener.reset(); }

    Descriptor guest(std::chrono::milliseconds within) override
    {
        if (waitFor(m_listener.number(), POLLIN, within) == 0) {
            return {};
        }
        return Descriptor(
            accept4(m_listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    }

    std::string uri() const override { return "tcp:127.0.0.1:" + std::to_string(m_port); }

private:
    std::uint16_t m_port;
    Descriptor m_listener;
};

class PtyDoor : public Door
{
public:
    explicit PtyDoor(std::string link)
        : m_link(std::move(link))
    {}
    PtyDoor(const PtyDoor&) = delete;
    PtyDoor& operator=(const PtyDoor&) = delete;
    ~PtyDoor() override { unlink(); }

    Expected<Done, IoError> open() override
    {
        Descriptor far(posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
        if (!far.isOpen() || grantpt(far.number()) != 0 || unlockpt(far.number()) != 0) {
            return Unexpected(systemError(uri()));
        }
        const std::string name = ptsname(far.number());
        // Held open here, so that guests come and go without the line being lost.
        Descriptor near(::open(name.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC));
        termios line{};
        if (!near.isOpen() || tcgetattr(near.number(), &line) != 0) {
            return Unexpected(systemError(uri()));
        }
        cfmakeraw(&line); // or the printer would hear its own answers
        tcsetattr(near.number(), TCSANOW, &line);
        if (const auto linked = link(name); !linked) {
            return Unexpected(linked.error());
        }
        m_far = std::move(far);
        m_near = std::move(near);
        return Done{};
    }

    void close() override
    {
        unlink();
        m_near.reset();
        m_far.reset();
    }

    /// There is one guest as long as the line is open: whoever holds its other end.
    Descriptor guest(std::chrono::milliseconds within) override
    {
        if (!m_far.isOpen() && !open()) {
            waitFor(-1, 0, within);
        }
        return std::move(m_far);
    }

    std::string uri() const override { return "serial:" + m_link; }

private:
    Expected<Done, IoError> link(const std::string& name) const
    {
        std::error_code error;
        if (std::filesystem::exists(std::filesystem::symlink_status(m_link, error)) &&
            !std::filesystem::is_symlink(m_link, error)) {
            return Unexpected(IoError{uri() + ": exists, and is no link"});
        }
        const std::string begun = m_link + ".part";
        std::filesystem::remove(begun, error);
        std::filesystem::create_symlink(name, begun, error);
        if (!error) {
            std::filesystem::rename(begun, m_link, error);
        }
        return error ? Expected<Done, IoError>(Unexpected(IoError{uri() + ": " + error.message()}))
                     : Done{};
    }

    void unlink() const
    {
        if (m_near.isOpen()) {
            std::error_code error;
            std::filesystem::remove(m_link, error);
        }
    }

    std::string m_link;
    Descriptor m_far;
    Descriptor m_near;
};

} // namespace

std::unique_ptr<Door> makeTcpDoor(std::uint16_t port)
{
    return std::make_unique<TcpDoor>(port);
}

std::unique_ptr<Door> makePtyDoor(std::string link)
{
    return std::make_unique<PtyDoor>(std::move(link));
}

} // namespace talon::hw
