#pragma once

#include "terminal/app/terminal_app.h"

#include <QObject>
#include <QStringList>

namespace talon::terminal {

/// Looks whether all names of the office can be written here: whoever types one in the settings
/// does not see the boxes that the terminal's fonts may make of it.
class OfficeNames : public QObject
{
    Q_OBJECT

public:
    explicit OfficeNames(const TerminalApp& app);

    /// Some name has characters without a drawing; the log says which.
    bool areUnwritable() const { return m_areUnwritable; }

Q_SIGNALS:
    void unwritableChanged(bool areUnwritable);

private:
    void look();

    const TerminalApp& m_app;
    QStringList m_looked; ///< At the last look.
    bool m_areUnwritable = false;
};

} // namespace talon::terminal
