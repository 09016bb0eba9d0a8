#include "terminal/printing/print_queue.h"

#include "shared/base/ensure.h"
#include "terminal/printing/print_worker.h"

namespace talon::terminal {

PrintProblem problemOf(PrinterCondition condition)
{
    switch (condition) {
    case PrinterCondition::Ready:
    case PrinterCondition::PaperLow: return PrintProblem::None;
    case PrinterCondition::PaperOut: return PrintProblem::PaperOut;
    case PrinterCondition::CoverOpen: return PrintProblem::CoverOpen;
    case PrinterCondition::CutterFault:
    case PrinterCondition::Fault: return PrintProblem::Broken;
    case PrinterCondition::NotAnswering:
    case PrinterCondition::Gone: return PrintProblem::NoPrinter;
    }
    TALON_ENSURE(false);
}

PrintQueue::PrintQueue(const PrintQueueSettings& settings)
    : m_worker(std::make_unique<PrintWorker>(settings))
{
    connect(m_worker.get(), &PrintWorker::finished, this, &PrintQueue::settle);
    connect(m_worker.get(), &PrintWorker::conditionKnown, this, &PrintQueue::setCondition);
    connect(m_worker.get(), &PrintWorker::troubled, this, &PrintQueue::troubled);
    connect(&m_thread, &QThread::started, m_worker.get(), &PrintWorker::begin);
    m_thread.setObjectName(QStringLiteral("printing"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

PrintQueue::~PrintQueue()
{
    m_worker->stop();
    // The worker's timer must end on the thread it runs on.
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get()] { worker->end(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void PrintQueue::print(const TicketPaper& paper)
{
    if (m_jobs == JobsMax) {
        // Told later, as every other outcome is: nobody expects a signal within the call.
        QMetaObject::invokeMethod(
            this,
            [this, visit = paper.visit] {
                Q_EMIT finished(visit, PrintOutcome::OnScreen, PrintProblem::TooManyJobs);
            },
            Qt::QueuedConnection);
        return;
    }
    ++m_jobs;
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), paper] { worker->print(paper); },
        Qt::QueuedConnection);
}

void PrintQueue::settle(VisitId visit, PrintOutcome outcome, PrintProblem problem)
{
    --m_jobs;
    Q_EMIT finished(visit, outcome, problem);
}

void PrintQueue::setCondition(PrinterCondition condition)
{
    if (m_condition != condition) {
        m_condition = condition;
        Q_EMIT printerChanged(condition);
    }
}

} // namespace talon::terminal
