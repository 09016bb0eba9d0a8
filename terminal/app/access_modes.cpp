#include "terminal/app/access_modes.h"

namespace talon::terminal {

void AccessModes::reset()
{
    if (m_largePrint || m_highContrast || m_lowReach || m_spoken) {
        m_largePrint = false;
        m_highContrast = false;
        m_lowReach = false;
        m_spoken = false;
        Q_EMIT changed();
    }
}

} // namespace talon::terminal
