#pragma once

#include "shared/link/controller_link.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <set>

namespace talon::display {

/// Tells the controller what is wrong with this display: at once when that changes, and twice a
/// minute, so that the dashboard knows what nobody in the hall has seen yet.
class StatusReporter : public QObject
{
    Q_OBJECT

public:
    explicit StatusReporter(link::ControllerLink& link);

    /// By a name that the dashboard has words for: "speech", "output", "screen".
    void setProblem(const QString& name, bool isThere);

private:
    void tell();

    link::ControllerLink& m_link;
    std::set<QString> m_problems;
    QTimer m_soon;
    QTimer m_regularly;
};

} // namespace talon::display
