#pragma once

#include <cstdio>
#include <cstdlib>

/// Checks that the code is right. Stays on in release builds: a wrong queue is worse than a
/// restart. Never used for input from people, devices or the network.
#define TALON_ENSURE(condition)                                                                    \
    (static_cast<bool>(condition) ? void(0) : ::talon::ensureFailed(#condition, __FILE__, __LINE__))

namespace talon {

[[noreturn]] inline void ensureFailed(const char* condition, const char* file, int line)
{
    std::fprintf(stderr, "%s:%d: ensure failed: %s\n", file, line, condition);
    std::abort();
}

} // namespace talon
