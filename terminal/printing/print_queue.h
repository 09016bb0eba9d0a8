#pragma once

#include "hw/escpos/status.h"
#include "hw/printer_uri.h"
#include "hw/session/session.h"
#include "shared/domain/visit.h"
#include "terminal/printing/print_mark.h"
#include "terminal/ticket/ticket_paper.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <chrono>
#include <filesystem>
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

/// What became of one paper.
struct PrintEnd
{
    VisitId visit;      ///< As on the paper; 0 for one given without the controller.
    std::string number; ///< Likewise.
    PrintOutcome outcome = PrintOutcome::OnScreen; ///< Never NotReported.
    PrintProblem problem = PrintProblem::None;
    bool copy = false; ///< It was marked as a copy.

    friend bool operator==(const PrintEnd&, const PrintEnd&) = default;
};

struct PrintQueueSettings
{
    hw::PrinterUri printer;
    hw::SessionLimits limits = {};
    std::chrono::milliseconds lookEvery{2000}; ///< How often an idle printer is asked how it is.
    /// How long a printer that stopped is given to recover: while the visitor stands there.
    std::chrono::milliseconds rescueFor{20'000};
    std::filesystem::path folder = {}; ///< For what must outlive the program; empty keeps nothing.
    int rollMetres = 80;
};

/// The printing thread of a terminal. Lays out, asks the printer how it is, sends, waits for the
/// printer's word; the screens never wait for it.
///
///     print(paper) ──▶ [ layout ▸ status ▸ send ▸ confirm ] ──▶ finished(end)
///                             │ the printer has stopped
///                             ▼
///                  waiting(visit) ... it recovers: nothing was sent -> the ticket
///                                                  something was    -> a copy, marked as one
///                                 ... it does not: on the screen
///
/// Every ticket is finished once, and if a copy was sent, that copy once. Lives on the thread of
/// its owner, as do its signals. The destructor waits for the job in hand; jobs behind it are
/// dropped. Needs the fonts of shared/ui loaded.
class PrintQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr int JobsMax = 8;

    explicit PrintQueue(const PrintQueueSettings& settings);
    ~PrintQueue() override;

    void print(const TicketPaper& paper);

    /// A page for the staff; answered by testFinished.
    void printTest(const std::string& version);

    /// The visitor has gone: a stopped printer is not waited for any more.
    void giveUp();

    /// None until the printer has been asked for the first time.
    std::optional<PrinterCondition> condition() const { return m_condition; }

    /// By counting what was printed.
    int metresLeft() const { return m_metresLeft; }

    /// What was being printed when the program ended last. Nobody knows whether it is on paper.
    const std::optional<HalfPrinted>& halfPrinted() const { return m_halfPrinted; }

Q_SIGNALS:
    void finished(const talon::terminal::PrintEnd& end);

    /// The printer has stopped, and is given some time.
    void waiting(talon::VisitId visit, talon::terminal::PrintProblem problem);

    void testFinished(bool isPrinted);

    void printerChanged(talon::terminal::PrinterCondition condition);

    /// For the log: what did not go well, in English, naming the device.
    void troubled(const QString& what);

private:
    void settle(const PrintEnd& end);
    void setCondition(PrinterCondition condition, int metresLeft);

    std::optional<PrinterCondition> m_condition;
    std::optional<HalfPrinted> m_halfPrinted;
    int m_metresLeft;
    int m_jobs = 0;
    std::unique_ptr<PrintWorker> m_worker;
    QThread m_thread;
};

} // namespace talon::terminal
