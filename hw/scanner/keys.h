#pragma once

#include <optional>

namespace talon::hw {

/// What a key types on a US keyboard, by its code in linux/input-event-codes.h; none where it types
/// nothing.
std::optional<char32_t> characterOf(int key, bool shift);

/// Makes characters of the presses of keys as a scanner in keyboard mode sends them.
class KeyReader
{
public:
    enum class Stroke { Release = 0, Press = 1, Repeat = 2 }; ///< As the kernel numbers them.

    std::optional<char32_t> take(int key, Stroke stroke);

private:
    bool m_leftShift = false;
    bool m_rightShift = false;
    bool m_control = false;
};

} // namespace talon::hw
