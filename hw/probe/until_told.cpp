#include "hw/probe/until_told.h"

#include <csignal>

namespace talon::hw {
namespace {

volatile std::sig_atomic_t toldToEnd = 0;

} // namespace

void watchForTheEnd()
{
    const auto see = [](int) { toldToEnd = 1; };
    std::signal(SIGINT, see);
    std::signal(SIGTERM, see);
    std::signal(SIGPIPE, SIG_IGN);
}

bool isToldToEnd()
{
    return toldToEnd != 0;
}

} // namespace talon::hw
