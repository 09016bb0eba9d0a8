#pragma once

#include "hw/escpos/status.h"
#include "hw/printer_uri.h"
#include "hw/session/session.h"
#include "shared/domain/visit.h"
#include "terminal/ticket/ticket_paper.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <chrono>
#include <memory>
#include <optional>

namespace talon::terminal {

class PrintWorker;

using PrinterCondition = hw::escpos::Condition;

/// Why there may be no paper, for the words on the screen.
enum class PrintProblem {
    None,
    NotConfirmed, ///< All is well with the printer, and it did not say that it printed.
    PaperOut,
    CoverOpen,
    Broken,     ///< The cutter or another fault.
    NoPrinter,  ///< Gone, or does not answer.
    TooManyJobs ///< Refused at once: the queue is full.
};

PrintProblem problemOf(PrinterCondition condition);

struct PrintQueueSettings
{
    hw::PrinterUri printer;
    hw::SessionLimits limits = {};
    std::chrono::milliseconds lookEvery{2000}; ///< How often an idle printer is asked how it is.
};

/// The printing thread of a terminal. Lays out, asks the printer how it is, sends, waits for the
/// printer's word; the screens never wait for it.
///
///     print(paper) ──▶ [ layout ▸ status ▸ send ▸ confirm ] ──▶ finished(visit, outcome, problem)
///                        every two seconds: status          ──▶ printerChanged(condition)
///
/// Lives on the thread of its owner, as do its signals. Each job is finished exactly once, within
/// the limits of the session. The destructor waits for the job in hand; jobs behind it are
/// dropped. Needs the fonts of shared/ui loaded.
class PrintQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr int JobsMax = 8;

    explicit PrintQueue(const PrintQueueSettings& settings);
    ~PrintQueue() override;

    void print(const TicketPaper& paper);

    /// None until the printer has been asked for the first time.
    std::optional<PrinterCondition> condition() const { return m_condition; }

Q_SIGNALS:
    /// `outcome` is never NotReported.
    void finished(talon::VisitId visit,
                  talon::PrintOutcome outcome,
                  talon::terminal::PrintProblem problem);

    void printerChanged(talon::terminal::PrinterCondition condition);

    /// For the log: what did not go well, in English, naming the device.
    void troubled(const QString& what);

private:
    void settle(VisitId visit, PrintOutcome outcome, PrintProblem problem);
    void setCondition(PrinterCondition condition);

    std::optional<PrinterCondition> m_condition;
    int m_jobs = 0;
    std::unique_ptr<PrintWorker> m_worker;
    QThread m_thread;
};

} // namespace talon::terminal
