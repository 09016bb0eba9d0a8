#pragma once

#include "hw/scanner/wedge.h"

#include <QObject>
#include <QString>

namespace talon::terminal {

/// Hears a scanner that types like a keyboard among the keys of the terminal's window. Sees every
/// key, keeps none back.
class WedgeFilter : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void scanned(const QString& code);

private:
    hw::Wedge m_wedge;
};

} // namespace talon::terminal
