#include "terminal/printing/print_worker.h"

#include "shared/base/ensure.h"
#include "terminal/ticket/layout.h"
#include "terminal/ticket/test_page.h"

#include <algorithm>
#include <functional>
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

/// Waiting helps only where something is wrong that a person can mend.
bool mayRecover(const PrintEnd& end)
{
    return end.outcome != PrintOutcome::Printed && end.problem != PrintProblem::NotConfirmed;
}

std::filesystem::path within(const std::filesystem::path& folder, const char* file)
{
    return folder.empty() ? folder : folder / file;
}

/// Neighbouring papers differ in what the printer is to say back.
std::int64_t jobOf(const TicketPaper& paper)
{
    const auto serial = std::hash<std::string>()(paper.number);
    const auto job =
        paper.visit.value != 0 ? paper.visit.value : static_cast<std::int64_t>(serial % 10'000);
    return paper.copy ? job + 5'000 : job;
}

constexpr auto RescueEvery = std::chrono::milliseconds(250);

/// Has every part of a ticket, so that the fonts are ready for the first real one.
TicketPaper rehearsal()
{
    return {.officeName = "0123456789",
            .number = "А000",
            .service = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
            .bring = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя, АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
            .priority = true,
            .copy = true,
            .peopleAhead = 1,
            .qualityLine = "0123456789"};
}

} // namespace

PrintWorker::PrintWorker(PrintQueueSettings settings)
    : m_settings(std::move(settings))
    , m_lookTimer(this)
    , m_rescueTimer(this)
    , m_mark(within(m_settings.folder, MarkFile))
    , m_roll(within(m_settings.folder, RollFile), m_settings.rollMetres)
    , m_model(m_settings.printer.model)
{
    connect(&m_lookTimer, &QTimer::timeout, this, &PrintWorker::look);
    connect(&m_rescueTimer, &QTimer::timeout, this, &PrintWorker::tryRescue);
    m_rescueTimer.setInterval(std::min(m_settings.lookEvery, RescueEvery));
}

void PrintWorker::begin()
{
    watch();
    look();
    layOut(rehearsal(), m_model->widthDots);
    m_lookTimer.start(m_settings.lookEvery);
}

void PrintWorker::print(const TicketPaper& paper)
{
    giveUp(); // Another visitor is here.
    if (m_stopped) {
        return;
    }
    mark(paper);
    const PrintEnd end = send(paper);
    if (mayRecover(end) && m_settings.rescueFor.count() > 0) {
        rescue(paper, end);
    } else {
        finish(end);
    }
}

/// One try, with the printer as it is.
PrintEnd PrintWorker::send(const TicketPaper& paper)
{
    PrintEnd end{.visit = paper.visit, .number = paper.number, .copy = paper.copy};
    if (!open()) {
        tell(PrinterCondition::Gone);
        end.problem = PrintProblem::NoPrinter;
        return end;
    }
    const hw::Raster slip = layOut(paper, m_model->widthDots);
    const hw::PrintResult result = m_session->print(slip, jobOf(paper));
    if (!result.what.empty()) {
        Q_EMIT troubled(QString::fromStdString(result.what));
    }
    if (result.fate != hw::Fate::NotPrinted) {
        m_roll.printed(slip.heightRows + m_model->feedBeforeCutRows);
    }
    tell(result.condition);
    end.outcome = outcomeOf(result.fate);
    end.problem = problemAfter(result);
    return end;
}

void PrintWorker::finish(const PrintEnd& end)
{
    if (!m_stopped) { // else nobody hears of it, and the next start has to
        complain(m_mark.clear());
    }
    Q_EMIT finished(end);
}

void PrintWorker::rescue(const TicketPaper& paper, const PrintEnd& end)
{
    m_rescue.emplace(Rescue{.paper = paper, .end = end, .since = {}});
    m_rescue->since.start();
    m_rescueTimer.start();
    Q_EMIT waiting(end.visit, end.problem);
}

void PrintWorker::tryRescue()
{
    if (!m_rescue) {
        m_rescueTimer.stop();
        return;
    }
    const auto isReady = [this] {
        const PrinterCondition now = open() ? m_session->condition() : PrinterCondition::Gone;
        tell(now);
        return canPrint(now);
    };
    if (m_stopped || m_rescue->since.hasExpired(m_settings.rescueFor.count())) {
        giveUp();
        return;
    }
    if (!isReady()) {
        return;
    }
    // Some of it may be on paper already: two papers must not look alike.
    const bool begun = m_rescue->end.outcome == PrintOutcome::Unknown;
    TicketPaper again = m_rescue->paper;
    again.copy = again.copy || begun;
    const PrintEnd end = send(again);
    if (end.outcome == PrintOutcome::OnScreen) {
        return; // It has stopped again before the first byte.
    }
    const Rescue rescued = *std::exchange(m_rescue, std::nullopt);
    m_rescueTimer.stop();
    if (begun) {
        Q_EMIT replaced(rescued.end);
    }
    finish(end);
}

void PrintWorker::giveUp()
{
    m_rescueTimer.stop();
    if (m_rescue) {
        finish(std::exchange(m_rescue, std::nullopt)->end);
    }
}

void PrintWorker::printTest(const std::string& version)
{
    giveUp();
    if (m_stopped) {
        return;
    }
    if (!open()) {
        tell(PrinterCondition::Gone);
        Q_EMIT testFinished(false);
        return;
    }
    const PrinterCondition before = m_session->condition();
    const TestPage page{.printer = describe(m_settings.printer),
                        .condition = std::string(name(before)),
                        .version = version};
    constexpr int TestJob = 9'999;
    const hw::Raster slip = layOut(page, m_model->widthDots);
    const hw::PrintResult result = m_session->print(slip, TestJob);
    if (!result.what.empty()) {
        Q_EMIT troubled(QString::fromStdString(result.what));
    }
    tell(result.condition);
    Q_EMIT testFinished(result.fate == hw::Fate::Printed);
}

void PrintWorker::mark(const TicketPaper& paper)
{
    complain(m_mark.set({.visit = paper.visit, .number = paper.number}));
}

/// A mark that cannot be kept does not keep the visitor from the ticket.
void PrintWorker::complain(const Expected<Done, IoError>& result)
{
    if (!result) {
        Q_EMIT troubled(QString::fromStdString(result.error().what));
    }
}

void PrintWorker::end()
{
    m_rescueTimer.stop();
    m_lookTimer.stop();
    m_notifiers.clear(); // on their own thread, and before what they listen to
    m_hotplug.reset();
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
    m_model = &hw::modelFor(m_settings.printer, *m_printer);
    m_session.emplace(*m_printer, *m_model, m_settings.limits);
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
    if (!m_stopped && !m_rescue) {
        tell(open() ? m_session->condition() : PrinterCondition::Gone);
    }
}

/// A printer that comes back is used at once, not at the next look.
void PrintWorker::watch()
{
    m_hotplug = hw::watchFor(m_settings.printer);
    if (!m_hotplug) {
        return;
    }
    for (const int descriptor : m_hotplug->descriptors()) {
        auto notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
        connect(notifier.get(), &QSocketNotifier::activated, this, [this] {
            if (m_hotplug && m_hotplug->hasChanged()) {
                look();
            }
        });
        m_notifiers.push_back(std::move(notifier));
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
    if (condition == PrinterCondition::PaperOut) {
        m_roll.ranOut();
    } else if (canPrint(condition)) {
        m_roll.hasPaper();
    }
    const bool isLow = condition == PrinterCondition::Ready && m_roll.isLow();
    Q_EMIT conditionKnown(isLow ? PrinterCondition::PaperLow : condition, m_roll.metresLeft());
}

} // namespace talon::terminal
