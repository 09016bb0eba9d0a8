#pragma once

#include "display/board/grid.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace talon::display {

/// Tells QML how to arrange cards in a space (display/board/grid.h).
class CallGrid : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count MEMBER m_count NOTIFY changed)
    Q_PROPERTY(double width MEMBER m_width NOTIFY changed)
    Q_PROPERTY(double height MEMBER m_height NOTIFY changed)
    Q_PROPERTY(double aspect MEMBER m_aspect NOTIFY changed)
    Q_PROPERTY(int columns READ columns NOTIFY changed)
    Q_PROPERTY(int rows READ rows NOTIFY changed)

public:
    int columns() const { return grid().columns; }
    int rows() const { return grid().rows; }

Q_SIGNALS:
    void changed();

private:
    board::Grid grid() const { return board::gridFor(m_count, m_width, m_height, m_aspect); }

    int m_count = 0;
    double m_width = 1;
    double m_height = 1;
    double m_aspect = 1;
};

} // namespace talon::display
