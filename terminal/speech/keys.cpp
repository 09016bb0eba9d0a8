#include "terminal/speech/keys.h"

namespace talon::terminal {

std::optional<Act> actOf(Qt::Key key)
{
    switch (key) {
    case Qt::Key_4:
    case Qt::Key_Left:
    case Qt::Key_Up: return Act::Previous;
    case Qt::Key_6:
    case Qt::Key_Right:
    case Qt::Key_Down: return Act::Next;
    case Qt::Key_5:
    case Qt::Key_Enter:
    case Qt::Key_Return: return Act::Take;
    case Qt::Key_0: return Act::Repeat;
    case Qt::Key_1: return Act::Language;
    case Qt::Key_Asterisk:
    case Qt::Key_Escape:
    case Qt::Key_Backspace:
    case Qt::Key_Back: return Act::Back;
    default: return std::nullopt;
    }
}

} // namespace talon::terminal
