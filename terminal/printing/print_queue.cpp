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
    : m_metresLeft(settings.rollMetres)
    , m_worker(std::make_unique<PrintWorker>(settings))
{
    if (!settings.folder.empty()) {
        m_halfPrinted = PrintMark(settings.folder / PrintWorker::MarkFile).left();
    }
    connect(m_worker.get(), &PrintWorker::finished, this, &PrintQueue::settle);
    connect(m_worker.get(), &PrintWorker::replaced, this, &PrintQueue::finished);
    connect(m_worker.get(), &PrintWorker::waiting, this, &PrintQueue::waiting);
    connect(m_worker.get(), &PrintWorker::testFinished, this, &PrintQueue::testFinished);
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
        // Told later, as every other end is: nobody expects a signal within the call.
        const PrintEnd refused{.visit = paper.visit,
                               .number = paper.number,
                               .problem = PrintProblem::TooManyJobs,
                               .copy = paper.copy};
        QMetaObject::invokeMethod(
            this, [this, refused] { Q_EMIT finished(refused); }, Qt::QueuedConnection);
        return;
    }
    ++m_jobs;
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), paper] { worker->print(paper); },
        Qt::QueuedConnection);
}

void PrintQueue::printTest(const std::string& version)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), version] { worker->printTest(version); },
        Qt::QueuedConnection);
}

void PrintQueue::giveUp()
{
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get()] { worker->giveUp(); }, Qt::QueuedConnection);
}

void PrintQueue::settle(const PrintEnd& end)
{
    --m_jobs;
    Q_EMIT finished(end);
}

void PrintQueue::setCondition(PrinterCondition condition, int metresLeft)
{
    m_metresLeft = metresLeft;
    if (m_condition != condition) {
        m_condition = condition;
        Q_EMIT printerChanged(condition);
    }
}

} // namespace talon::terminal
