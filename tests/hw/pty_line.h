#pragma once

#include "tests/support/catch.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

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

    void send(std::string_view text) const
    {
        REQUIRE(write(m_far, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
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
