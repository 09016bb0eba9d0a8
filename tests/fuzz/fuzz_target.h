#pragma once

#include <cstddef>
#include <cstdint>

/// What libFuzzer calls with every input it makes up, and the replay with every kept one. Stops
/// the program when something is wrong.
// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer looks for
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count);
