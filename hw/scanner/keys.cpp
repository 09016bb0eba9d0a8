#include "hw/scanner/keys.h"

#include <linux/input-event-codes.h>

#include <algorithm>
#include <array>

namespace talon::hw {
namespace {

struct Key
{
    int code;
    char plain;
    char shifted;
};

constexpr std::array Keys{
    Key{KEY_1, '1', '!'},          Key{KEY_2, '2', '@'},           Key{KEY_3, '3', '#'},
    Key{KEY_4, '4', '$'},          Key{KEY_5, '5', '%'},           Key{KEY_6, '6', '^'},
    Key{KEY_7, '7', '&'},          Key{KEY_8, '8', '*'},           Key{KEY_9, '9', '('},
    Key{KEY_0, '0', ')'},          Key{KEY_MINUS, '-', '_'},       Key{KEY_EQUAL, '=', '+'},
    Key{KEY_Q, 'q', 'Q'},          Key{KEY_W, 'w', 'W'},           Key{KEY_E, 'e', 'E'},
    Key{KEY_R, 'r', 'R'},          Key{KEY_T, 't', 'T'},           Key{KEY_Y, 'y', 'Y'},
    Key{KEY_U, 'u', 'U'},          Key{KEY_I, 'i', 'I'},           Key{KEY_O, 'o', 'O'},
    Key{KEY_P, 'p', 'P'},          Key{KEY_LEFTBRACE, '[', '{'},   Key{KEY_RIGHTBRACE, ']', '}'},
    Key{KEY_A, 'a', 'A'},          Key{KEY_S, 's', 'S'},           Key{KEY_D, 'd', 'D'},
    Key{KEY_F, 'f', 'F'},          Key{KEY_G, 'g', 'G'},           Key{KEY_H, 'h', 'H'},
    Key{KEY_J, 'j', 'J'},          Key{KEY_K, 'k', 'K'},           Key{KEY_L, 'l', 'L'},
    Key{KEY_SEMICOLON, ';', ':'},  Key{KEY_APOSTROPHE, '\'', '"'}, Key{KEY_GRAVE, '`', '~'},
    Key{KEY_BACKSLASH, '\\', '|'}, Key{KEY_Z, 'z', 'Z'},           Key{KEY_X, 'x', 'X'},
    Key{KEY_C, 'c', 'C'},          Key{KEY_V, 'v', 'V'},           Key{KEY_B, 'b', 'B'},
    Key{KEY_N, 'n', 'N'},          Key{KEY_M, 'm', 'M'},           Key{KEY_COMMA, ',', '<'},
    Key{KEY_DOT, '.', '>'},        Key{KEY_SLASH, '/', '?'},       Key{KEY_SPACE, ' ', ' '},
    Key{KEY_ENTER, '\r', '\r'},    Key{KEY_TAB, '\t', '\t'},       Key{KEY_KPENTER, '\r', '\r'},
    Key{KEY_KP0, '0', '0'},        Key{KEY_KP1, '1', '1'},         Key{KEY_KP2, '2', '2'},
    Key{KEY_KP3, '3', '3'},        Key{KEY_KP4, '4', '4'},         Key{KEY_KP5, '5', '5'},
    Key{KEY_KP6, '6', '6'},        Key{KEY_KP7, '7', '7'},         Key{KEY_KP8, '8', '8'},
    Key{KEY_KP9, '9', '9'},        Key{KEY_KPMINUS, '-', '-'},     Key{KEY_KPPLUS, '+', '+'},
    Key{KEY_KPASTERISK, '*', '*'}, Key{KEY_KPSLASH, '/', '/'},     Key{KEY_KPDOT, '.', '.'},
};

constexpr char32_t ControlBits = 0x1F;

} // namespace

std::optional<char32_t> characterOf(int key, bool shift)
{
    const auto* const found = std::ranges::find(Keys, key, &Key::code);
    if (found == Keys.end()) {
        return std::nullopt;
    }
    return static_cast<char32_t>(shift ? found->shifted : found->plain);
}

std::optional<char32_t> KeyReader::take(int key, Stroke stroke)
{
    const bool isDown = stroke != Stroke::Release;
    switch (key) {
    case KEY_LEFTSHIFT: m_leftShift = isDown; return std::nullopt;
    case KEY_RIGHTSHIFT: m_rightShift = isDown; return std::nullopt;
    case KEY_LEFTCTRL:
    case KEY_RIGHTCTRL: m_control = isDown; return std::nullopt;
    default: break;
    }
    if (stroke != Stroke::Press) {
        return std::nullopt;
    }
    auto character = characterOf(key, m_leftShift || m_rightShift);
    if (character && m_control) {
        // Scanners type what has no key of its own as a keyboard does: CR is Ctrl+M, GS is Ctrl+].
        *character &= ControlBits;
    }
    return character;
}

} // namespace talon::hw
