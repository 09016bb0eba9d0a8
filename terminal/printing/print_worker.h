#pragma once

#include "hw/open.h"
#include "terminal/printing/print_queue.h"

#include <QObject>
#include <QTimer>

#include <atomic>

namespace talon::terminal {

/// The part of PrintQueue that runs on the printing thread and owns the road to the printer.
class PrintWorker : public QObject
{
    Q_OBJECT

public:
    explicit PrintWorker(PrintQueueSettings settings);

    /// First and last call on the printing thread.
    void begin();
    void print(const TicketPaper& paper);
    void end();

    /// From any thread: jobs not yet begun are dropped.
    void stop() { m_stopped = true; }

Q_SIGNALS:
    void finished(talon::VisitId visit,
                  talon::PrintOutcome outcome,
                  talon::terminal::PrintProblem problem);
    void conditionKnown(talon::terminal::PrinterCondition condition);
    void troubled(const QString& what);

private:
    bool open();
    void close();
    void look();
    void tell(PrinterCondition condition);

    PrintQueueSettings m_settings;
    std::atomic<bool> m_stopped = false;
    QTimer m_lookTimer;
    std::unique_ptr<hw::Printer> m_printer;
    std::optional<hw::Session> m_session;
    bool m_hasHalfSlip = false; ///< Kept while the road is closed.
    std::optional<PrinterCondition> m_told;
    std::string m_openTrouble; ///< Told once, not every two seconds.
};

} // namespace talon::terminal
