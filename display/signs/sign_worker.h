#pragma once

#include "display/signs/sign_settings.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <map>

namespace talon::display {

/// The part of Signs that runs on the thread of one serial line.
class SignWorker : public QObject
{
    Q_OBJECT

public:
    explicit SignWorker(const SignBus& bus);

    /// All calls but the constructor's come on the line's thread; this one is the last. Leaves the
    /// signs saying that there is no connection, if the line can be reached at once.
    void end();

    void show(const std::map<int, hw::SignFace>& faces);

Q_SIGNALS:
    /// What has become of a sign, or of the line, which has the address 0. The words are for the
    /// log.
    void told(int address, bool isWell, const QString& what);

private:
    void turn();
    void tellNews();

    SignBus m_bus;
    hw::SignLine m_line;
    QTimer m_timer;
};

} // namespace talon::display
