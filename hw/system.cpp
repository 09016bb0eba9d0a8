#include "hw/system.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace talon::hw {

std::chrono::milliseconds Deadline::left() const
{
    using namespace std::chrono;
    return std::max(milliseconds(0), ceil<milliseconds>(m_end - steady_clock::now()));
}

int waitFor(int file, int events, std::chrono::milliseconds within)
{
    const Deadline deadline(within);
    pollfd watched{.fd = file, .events = static_cast<short>(events), .revents = 0};
    while (true) {
        const int count = poll(&watched, 1, static_cast<int>(deadline.left().count()));
        if (count >= 0 || errno != EINTR) {
            return count > 0 ? watched.revents : 0;
        }
    }
}

IoError systemError(const std::string& id)
{
    return {id + ": " + std::generic_category().message(errno)};
}

} // namespace talon::hw
