#pragma once

#include "shared/wire/terminal_view.h"
#include "shared/wire/ticket_json.h"

#include <QObject>

namespace talon::terminal {

/// What is known of the printer.
struct PaperState
{
    QString condition;   ///< Name of what it says of itself; empty until it has spoken.
    bool isReady = true; ///< A ticket asked for now would come out.
    int metresLeft = 0;  ///< On the roll, by counting.

    friend bool operator==(const PaperState&, const PaperState&) = default;
};

/// Where tickets become paper. Asked once for each ticket, it answers with `settled`, within its
/// own deadline: once, and once more if a stopped printer made a copy.
class Paper : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void print(const wire::Ticket& ticket, const wire::TerminalView& view, bool isCopy) = 0;

    /// A page for the staff; answered with `testSettled`.
    virtual void printTest() = 0;

    /// The visitor has gone: a stopped printer is not waited for.
    virtual void giveUp() = 0;

    virtual PaperState state() const = 0;

Q_SIGNALS:
    void settled(const QString& number, talon::PrintOutcome outcome, bool isCopy);
    void waiting(); ///< The printer has stopped in the middle, and is given some time.
    void testSettled(bool isPrinted);
    void stateChanged();
};

} // namespace talon::terminal
