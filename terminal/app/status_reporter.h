#pragma once

#include "terminal/app/terminal_app.h"

#include <QObject>
#include <QTimer>

namespace talon::terminal {

/// Tells the controller how this terminal is: at once when something changes, and twice a minute,
/// so that the dashboard knows what nobody in the hall has seen yet.
class StatusReporter : public QObject
{
    Q_OBJECT

public:
    StatusReporter(link::ControllerLink& link, const TerminalApp& app, Paper& paper, HandOver* own);

    void addProblem(const QString& name, bool isThere);

private:
    void tell();

    link::ControllerLink& m_link;
    const TerminalApp& m_app;
    Paper& m_paper;
    HandOver* m_own;
    QStringList m_problems;
    QTimer m_soon;
    QTimer m_regularly;
};

} // namespace talon::terminal
