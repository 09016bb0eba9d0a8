#pragma once

#include <cstdint>

namespace talon::test {

/// From now on all that the libraries of this process take for chance comes from a seed: keys,
/// tokens, the spread of pauses. Takes the place of the system's getrandom and getentropy in the
/// program that links it; to be called before Qt has asked for the first time.
void seedChance(std::uint64_t seed);

} // namespace talon::test
