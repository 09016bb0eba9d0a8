#pragma once

#include "hw/open.h"
#include "terminal/printing/paper_roll.h"
#include "terminal/printing/print_queue.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

namespace talon::terminal {

/// The part of PrintQueue that runs on the printing thread and owns the road to the printer.
class PrintWorker : public QObject
{
    Q_OBJECT

public:
    /// Within the folder of the settings.
    static constexpr const char* MarkFile = "printing";
    static constexpr const char* RollFile = "paper-roll";

    explicit PrintWorker(PrintQueueSettings settings);

    /// First and last call on the printing thread.
    void begin();
    void print(const TicketPaper& paper);
    void printTest(const std::string& version);
    void giveUp();
    void end();

    /// From any thread: jobs not yet begun are dropped.
    void stop() { m_stopped = true; }

Q_SIGNALS:
    void finished(const talon::terminal::PrintEnd& end);
    /// The end of a ticket whose copy is finished next: both are one job.
    void replaced(const talon::terminal::PrintEnd& end);
    void waiting(talon::VisitId visit, talon::terminal::PrintProblem problem);
    void testFinished(bool isPrinted);
    void conditionKnown(talon::terminal::PrinterCondition condition, int metresLeft);
    void troubled(const QString& what);

private:
    /// A ticket whose printer has stopped, and how it would end if that were all.
    struct Rescue
    {
        TicketPaper paper;
        PrintEnd end;
        QElapsedTimer since;
    };

    bool open();
    void close();
    void look();
    void watch();
    void tell(PrinterCondition condition);
    PrintEnd send(const TicketPaper& paper);
    void finish(const PrintEnd& end);
    void rescue(const TicketPaper& paper, const PrintEnd& end);
    void tryRescue();
    void mark(const TicketPaper& paper);
    void complain(const Expected<Done, IoError>& result);

    PrintQueueSettings m_settings;
    std::atomic<bool> m_stopped = false;
    QTimer m_lookTimer;
    QTimer m_rescueTimer;
    PrintMark m_mark;
    PaperRoll m_roll;
    std::unique_ptr<hw::Printer> m_printer;
    const hw::escpos::Model* m_model; ///< Of the printer that was there last, never null.
    std::optional<hw::Session> m_session;
    std::unique_ptr<hw::Hotplug> m_hotplug; ///< Null where nobody tells; looking is enough.
    std::vector<std::unique_ptr<QSocketNotifier>> m_notifiers; ///< On m_hotplug.
    bool m_hasHalfSlip = false;                                ///< Kept while the road is closed.
    std::optional<PrinterCondition> m_told;
    std::optional<Rescue> m_rescue;
    std::string m_openTrouble; ///< Told once, not every two seconds.
};

} // namespace talon::terminal
