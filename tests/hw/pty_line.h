#pragma once

#include "tests/support/catch.h"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

namespace talon::test {

/// A serial line without a device: what is written here comes out of the file at path().
class PtyLine
{
public:
    PtyLine()
        : m_far(posix_openpt(O_RDWR | O_NOCTTY))
    {
        REQUIRE(m_far >= 0);
        REQUIRE(grantpt(m_far) == 0);
        REQUIRE(unlockpt(m_far) == 0);
        m_path = ptsname(m_far);
        m_near = open(m_path.c_str(), O_RDWR | O_NOCTTY);
        termios line{};
        REQUIRE(tcgetattr(m_near, &line) == 0);
        cfmakeraw(&line);
        REQUIRE(tcsetattr(m_near, TCSANOW, &line) == 0);
    }
    PtyLine(const PtyLine&) = delete;
    PtyLine& operator=(const PtyLine&) = delete;
    ~PtyLine() { unplug(); }

    std::string path() const { return m_path; }

    /// The far end, for whoever answers from a thread of its own.
    int farEnd() const { return m_far; }

    void send(std::string_view text) const
    {
        REQUIRE(write(m_far, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }

    /// What has come until now.
    std::string receive() const
    {
        std::string text;
        std::array<char, 4096> buffer{};
        pollfd watched{.fd = m_far, .events = POLLIN, .revents = 0};
        while (poll(&watched, 1, 50) > 0) {
            const ssize_t count = read(m_far, buffer.data(), buffer.size());
            if (count <= 0) {
                break;
            }
            text.append(buffer.data(), static_cast<std::size_t>(count));
        }
        return text;
    }

    /// As whoever opened the line has set it.
    termios settings() const
    {
        termios line{};
        REQUIRE(tcgetattr(m_near, &line) == 0);
        return line;
    }

    void unplug()
    {
        if (m_far >= 0) {
            close(m_near);
            close(m_far);
            m_far = -1;
        }
    }

private:
    int m_far = -1;
    int m_near = -1; ///< Kept open, so that the line lives while nobody else has it.
    std::string m_path;
};

} // namespace talon::test
