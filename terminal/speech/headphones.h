#pragma once

#include "hw/jack/jack_switch.h"

#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include <memory>
#include <optional>

namespace talon::terminal {

/// Tells when a visitor plugs headphones in: whoever does so wants to be spoken to.
class Headphones : public QObject
{
    Q_OBJECT

public:
    /// An input device such as "/dev/input/event5"; "auto": the first one with such a switch;
    /// "none". Without one headphones are never told of, and the log says why.
    explicit Headphones(const QString& device);

    bool isWatched() const { return m_jack.has_value(); }
    bool isPlugged() const { return m_isPlugged; }

Q_SIGNALS:
    void pluggedChanged(bool isPlugged);

private:
    void look();
    void setPlugged(bool isPlugged);

    std::optional<hw::JackSwitch> m_jack;
    std::unique_ptr<QSocketNotifier> m_news;
    bool m_isPlugged = false;
};

} // namespace talon::terminal
