#include "terminal/printing/print_worker.h"

#include "shared/base/ensure.h"
#include "terminal/ticket/layout.h"

#include <utility>

namespace talon::terminal {
namespace {

PrintOutcome outcomeOf(hw::Fate fate)
{
    switch (fate) {
    case hw::Fate::Printed: return PrintOutcome::Printed;
    case hw::Fate::Unknown: return PrintOutcome::Unknown;
    case hw::Fate::NotPrinted: return PrintOutcome::OnScreen;
    }
    TALON_ENSURE(false);
}

PrintProblem problemAfter(const hw::PrintResult& result)
{
    if (result.fate == hw::Fate::Printed) {
        return PrintProblem::None; // what is wrong by now did not harm this ticket
    }
    const PrintProblem problem = problemOf(result.condition);
    return problem == PrintProblem::None ? PrintProblem::NotConfirmed : problem;
}

/// Has every part of a ticket, so that the fonts are ready for the first real one.
TicketPaper rehearsal()
{
    return {.officeName = "0123456789",
            .number = "А000",
            .service = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
            .bring = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя, АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
            .priority = true,
            .peopleAhead = 1,
            .qualityLine = "0123456789"};
}

} // namespace

PrintWorker::PrintWorker(PrintQueueSettings settings)
    : m_settings(std::move(settings))
    , m_lookTimer(this)
{
    connect(&m_lookTimer, &QTimer::timeout, this, &PrintWorker::look);
}

void PrintWorker::begin()
{
    look();
    layOut(rehearsal(), m_settings.printer.model->widthDots);
    m_lookTimer.start(m_settings.lookEvery);
}

void PrintWorker::print(const TicketPaper& paper)
{
    if (m_stopped) {
        return;
    }
    if (!open()) {
        tell(PrinterCondition::Gone);
        Q_EMIT finished(paper.visit, PrintOutcome::OnScreen, PrintProblem::NoPrinter);
        return;
    }
    const hw::Raster slip = layOut(paper, m_settings.printer.model->widthDots);
    const hw::PrintResult result = m_session->print(slip, paper.visit.value);
    if (!result.what.empty()) {
        Q_EMIT troubled(QString::fromStdString(result.what));
    }
    tell(result.condition);
    Q_EMIT finished(paper.visit, outcomeOf(result.fate), problemAfter(result));
}

void PrintWorker::end()
{
    m_lookTimer.stop();
    close();
}

bool PrintWorker::open()
{
    if (m_session) {
        return true;
    }
    auto printer = hw::openPrinter(m_settings.printer);
    if (!printer) {
        if (m_openTrouble != printer.error().what) {
            m_openTrouble = printer.error().what;
            Q_EMIT troubled(QString::fromStdString(m_openTrouble));
        }
        return false;
    }
    m_openTrouble.clear();
    m_printer = *std::move(printer);
    m_session.emplace(*m_printer, *m_settings.printer.model, m_settings.limits);
    m_session->setHalfSlip(m_hasHalfSlip);
    return true;
}

void PrintWorker::close()
{
    if (m_session) {
        m_hasHalfSlip = m_session->hasHalfSlip();
    }
    m_session.reset();
    m_printer.reset();
}

void PrintWorker::look()
{
    if (!m_stopped) {
        tell(open() ? m_session->condition() : PrinterCondition::Gone);
    }
}

void PrintWorker::tell(PrinterCondition condition)
{
    if (condition == PrinterCondition::Gone) {
        close(); // the next look opens it anew
    }
    if (m_told != condition && !canPrint(condition) && m_openTrouble.empty()) {
        Q_EMIT troubled(QString::fromStdString(describe(m_settings.printer) + ": ") +
                        QString::fromStdString(std::string(name(condition))));
    }
    m_told = condition;
    Q_EMIT conditionKnown(condition);
}

} // namespace talon::terminal
