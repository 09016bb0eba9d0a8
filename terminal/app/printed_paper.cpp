#include "terminal/app/printed_paper.h"

#include "terminal/printing/paper_of.h"

#include <QLoggingCategory>

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.paper")

} // namespace

PrintedPaper::PrintedPaper(PrintQueue& queue, QObject* parent)
    : Paper(parent)
    , m_queue(queue)
{
    connect(&m_queue, &PrintQueue::finished, this,
            [this](VisitId visit, PrintOutcome outcome, PrintProblem /*problem*/) {
                Q_EMIT settled(visit, outcome);
            });
    connect(&m_queue, &PrintQueue::printerChanged, this,
            [this] { Q_EMIT readyChanged(isReady()); });
    connect(&m_queue, &PrintQueue::troubled, this,
            [](const QString& what) { qCWarning(log).noquote() << what; });
}

void PrintedPaper::print(const wire::Ticket& ticket, const wire::TerminalView& view)
{
    m_queue.print(paperOf(ticket, view));
}

bool PrintedPaper::isReady() const
{
    // Until the printer has spoken nobody is told that it cannot print.
    return !m_queue.condition() || problemOf(*m_queue.condition()) == PrintProblem::None;
}

} // namespace talon::terminal
