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
    connect(&m_queue, &PrintQueue::finished, this, [this](const PrintEnd& end) {
        Q_EMIT settled(QString::fromStdString(end.number), end.outcome, end.copy);
    });
    connect(&m_queue, &PrintQueue::waiting, this, &Paper::waiting);
    connect(&m_queue, &PrintQueue::testFinished, this, &Paper::testSettled);
    connect(&m_queue, &PrintQueue::printerChanged, this, &Paper::stateChanged);
    connect(&m_queue, &PrintQueue::troubled, this,
            [](const QString& what) { qCWarning(log).noquote() << what; });
}

void PrintedPaper::print(const wire::Ticket& ticket, const wire::TerminalView& view, bool isCopy)
{
    TicketPaper paper = paperOf(ticket, view);
    paper.copy = isCopy;
    m_queue.print(paper);
}

void PrintedPaper::printTest()
{
    m_queue.printTest(TALON_VERSION);
}

PaperState PrintedPaper::state() const
{
    const auto condition = m_queue.condition();
    const std::string_view said = condition ? name(*condition) : std::string_view();
    // Until the printer has spoken nobody is told that it cannot print.
    return {.condition = QString::fromLatin1(said.data(), static_cast<qsizetype>(said.size())),
            .isReady = !condition || problemOf(*condition) == PrintProblem::None,
            .metresLeft = m_queue.metresLeft()};
}

} // namespace talon::terminal
