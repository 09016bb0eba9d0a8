#pragma once

#include "shared/wire/terminal_view.h"
#include "shared/wire/ticket_json.h"

#include <QImage>
#include <QObject>

namespace talon::terminal {

/// Where tickets become paper. Asked once for each ticket, it answers once with `settled`, within
/// its own deadline.
class Paper : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void print(const wire::Ticket& ticket, const wire::TerminalView& view) = 0;

    /// Whether a ticket asked for now would come out, as far as the printer says.
    virtual bool isReady() const = 0;

Q_SIGNALS:
    void settled(talon::VisitId visit, talon::PrintOutcome outcome);
    void readyChanged(bool ready);
};

} // namespace talon::terminal
