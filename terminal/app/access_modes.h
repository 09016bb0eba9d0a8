#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace talon::terminal {

/// What a visitor may need to use the terminal at all. Each is one touch away on every screen, and
/// gone when the visitor is.
class AccessModes : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of TerminalApp")
    /// Letters a third larger.
    Q_PROPERTY(bool largePrint MEMBER m_largePrint NOTIFY changed)
    /// Black on white, thick lines, no tints.
    Q_PROPERTY(bool highContrast MEMBER m_highContrast NOTIFY changed)
    /// Everything that can be touched within reach from a wheelchair.
    Q_PROPERTY(bool lowReach MEMBER m_lowReach NOTIFY changed)
    /// Spoken prompts, and four large corners in place of the screens.
    Q_PROPERTY(bool spoken MEMBER m_spoken NOTIFY changed)

public:
    using QObject::QObject;

    bool spoken() const { return m_spoken; }

    void reset();

Q_SIGNALS:
    void changed();

private:
    bool m_largePrint = false;
    bool m_highContrast = false;
    bool m_lowReach = false;
    bool m_spoken = false;
};

} // namespace talon::terminal
