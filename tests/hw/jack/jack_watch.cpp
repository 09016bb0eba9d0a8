#include "hw/jack/jack_switch.h"

#include <poll.h>

#include <cstdio>

/// Says which device of /dev/input is a jack and how its switch stands, then each change, until
/// nothing has changed for a second. Run below umockdev.
int main()
{
    const auto found = talon::hw::jackSwitchesIn("/dev/input");
    if (found.size() != 1) {
        std::fprintf(stderr, "%zu jacks\n", found.size());
        return 1;
    }
    auto jack = talon::hw::JackSwitch::open(found.front());
    if (!jack) {
        std::fprintf(stderr, "%s\n", jack.error().what.c_str());
        return 1;
    }
    std::printf("%s %s\n", found.front().c_str(), jack->isPlugged() ? "in" : "out");
    bool wasPlugged = jack->isPlugged();
    pollfd waiting{.fd = jack->descriptor(), .events = POLLIN, .revents = 0};
    while (poll(&waiting, 1, 1000) > 0) {
        const auto isPlugged = jack->read();
        if (!isPlugged) {
            return 0; // The made-up device is gone with its last event.
        }
        if (*isPlugged != wasPlugged) {
            std::printf("%s\n", *isPlugged ? "in" : "out");
            std::fflush(stdout);
            wasPlugged = *isPlugged;
        }
    }
    return 0;
}
