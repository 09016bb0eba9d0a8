#include "terminal/printing/print_queue.h"

#include "hw/escpos/paper.h"
#include "hw/png.h"
#include "shared/ui/fonts.h"
#include "terminal/ticket/layout.h"
#include "tests/hw/scratch_folder.h"
#include "tests/support/catch.h"

#include <QSignalSpy>

#include <algorithm>

using namespace std::chrono_literals;
using namespace talon;
using namespace talon::terminal;
using talon::test::ScratchFolder;

namespace {

constexpr hw::SessionLimits Short{
    .answer = 100ms, .write = 100ms, .confirm = 500ms, .grace = 100ms};
constexpr int PatienceMs = 20'000;

struct Finished
{
    VisitId visit;
    PrintOutcome outcome;
    PrintProblem problem;
};

/// A print queue on a virtual printer, and what it said.
struct Hall
{
    explicit Hall(const std::string& faults = {}, const std::string& options = {})
    {
        REQUIRE(ui::loadFonts());
        folder.setFaults(faults);
        queue = std::make_unique<PrintQueue>(PrintQueueSettings{
            .printer = *hw::parsePrinterUri("virtual:" + folder.path() + options),
            .limits = Short,
            .lookEvery = 20ms});
        QObject::connect(queue.get(), &PrintQueue::finished, queue.get(),
                         [this](VisitId visit, PrintOutcome outcome, PrintProblem problem) {
                             finished.push_back({visit, outcome, problem});
                         });
        QObject::connect(queue.get(), &PrintQueue::printerChanged, queue.get(),
                         [this](PrinterCondition now) { conditions.push_back(now); });
        QObject::connect(queue.get(), &PrintQueue::troubled, queue.get(),
                         [this](const QString& what) { troubles.push_back(what.toStdString()); });
    }

    void waitForFinished(std::size_t count)
    {
        QSignalSpy spy(queue.get(), &PrintQueue::finished);
        while (finished.size() < count && spy.wait(PatienceMs)) {
        }
        REQUIRE(finished.size() == count);
    }

    void waitFor(PrinterCondition condition)
    {
        QSignalSpy spy(queue.get(), &PrintQueue::printerChanged);
        while (queue->condition() != condition && spy.wait(PatienceMs)) {
        }
        REQUIRE(queue->condition() == condition);
    }

    Finished print(std::int64_t visit)
    {
        queue->print(paper(visit));
        waitForFinished(finished.size() + 1);
        return finished.back();
    }

    static TicketPaper paper(std::int64_t visit)
    {
        return {.visit = {visit},
                .officeName = "Энгельсский ЦОК",
                .number = "А" + std::to_string(visit),
                .service = "Передать показания счётчика",
                .qualityLine = "8 800 000-00-00"};
    }

    ScratchFolder folder;
    std::vector<Finished> finished;
    std::vector<PrinterCondition> conditions;
    std::vector<std::string> troubles;
    std::unique_ptr<PrintQueue> queue;
};

struct Case
{
    const char* faults;
    PrintOutcome outcome;
    PrintProblem problem;
    std::size_t pictures;
};

} // namespace

TEST_CASE("a ticket comes out on paper as it was laid out")
{
    Hall hall;
    const Finished done = hall.print(15);
    CHECK(done.visit == VisitId{15});
    CHECK(done.outcome == PrintOutcome::Printed);
    CHECK(done.problem == PrintProblem::None);
    CHECK(hall.troubles.empty());

    const auto sent = hw::escpos::slip(layOut(Hall::paper(15), 576), *hw::escpos::findModel("80mm"),
                                       hw::escpos::processIdOf(15));
    const auto png = hw::pngOf(hw::escpos::slipsOf(hw::escpos::Decoder().take(sent)).at(0));
    CHECK(hall.folder.text("ticket-0001.png") ==
          std::string(reinterpret_cast<const char*>(png.data()), png.size()));
}

TEST_CASE("every fault ends in the right outcome, with a reason for the screen")
{
    using enum PrintOutcome;
    for (const Case& c : {
             Case{"near-end", Printed, PrintProblem::None, 1},
             Case{"paper-out", OnScreen, PrintProblem::PaperOut, 0},
             Case{"cover-open", OnScreen, PrintProblem::CoverOpen, 0},
             Case{"broken", OnScreen, PrintProblem::Broken, 0},
             Case{"gone", OnScreen, PrintProblem::NoPrinter, 0},
             Case{"no-reply", OnScreen, PrintProblem::NoPrinter, 0},
             Case{"no-confirm", Unknown, PrintProblem::NotConfirmed, 1},
             Case{"cutter-jam", Unknown, PrintProblem::Broken, 0},
             Case{"paper-out-after 300", Unknown, PrintProblem::PaperOut, 0},
             Case{"dies-after 20000", Unknown, PrintProblem::NoPrinter, 1},
             Case{"stalls-after 20000", Unknown, PrintProblem::NoPrinter, 0},
         }) {
        INFO(c.faults);
        Hall hall(c.faults);
        const Finished done = hall.print(15);
        CHECK(name(done.outcome) == name(c.outcome));
        CHECK(static_cast<int>(done.problem) == static_cast<int>(c.problem));
        CHECK(hall.troubles.empty() == (c.outcome == Printed));
        CHECK(hall.folder.pictures().size() == c.pictures);
        hall.folder.setFaults("");
        hall.waitFor(PrinterCondition::Ready);
        CHECK(hall.print(16).outcome == Printed); // and all is well again
    }
}

TEST_CASE("jobs are done in their order, each finished once")
{
    Hall hall;
    for (int visit = 1; visit <= 5; ++visit) {
        hall.queue->print(Hall::paper(visit));
    }
    hall.waitForFinished(5);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(hall.finished[i].visit.value == static_cast<std::int64_t>(i + 1));
        CHECK(hall.finished[i].outcome == PrintOutcome::Printed);
    }
    CHECK(hall.folder.pictures().size() == 5);
}

TEST_CASE("the printer's changes are told while nobody prints, each once")
{
    Hall hall;
    hall.waitFor(PrinterCondition::Ready);
    for (const auto& [faults, condition] : {std::pair{"paper-out", PrinterCondition::PaperOut},
                                            {"cover-open", PrinterCondition::CoverOpen},
                                            {"gone", PrinterCondition::Gone},
                                            {"near-end", PrinterCondition::PaperLow},
                                            {"", PrinterCondition::Ready}}) {
        hall.folder.setFaults(faults);
        hall.waitFor(condition);
    }
    using enum PrinterCondition;
    CHECK(hall.conditions == std::vector{Ready, PaperOut, CoverOpen, Gone, PaperLow, Ready});
    for (const char* const what : {"paperOut", "coverOpen"}) { // once, not at every look
        CHECK(std::ranges::count(hall.troubles, "virtual:" + hall.folder.path() + ": " + what) ==
              1);
    }
}

TEST_CASE("too many jobs are refused at once, and those taken are done")
{
    Hall hall("mm-per-second 4000");
    for (int visit = 1; visit <= PrintQueue::JobsMax + 2; ++visit) {
        hall.queue->print(Hall::paper(visit));
    }
    hall.waitForFinished(PrintQueue::JobsMax + 2);
    const auto refused =
        std::ranges::count(hall.finished, PrintProblem::TooManyJobs, &Finished::problem);
    CHECK(refused == 2);
    CHECK(hall.folder.pictures().size() == PrintQueue::JobsMax);
    CHECK(hall.print(99).outcome == PrintOutcome::Printed);
}

TEST_CASE("the end of the program waits for the ticket in hand and drops the others")
{
    {
        Hall hall("mm-per-second 400");
        hall.waitFor(PrinterCondition::Ready);
        for (int visit = 1; visit <= 4; ++visit) {
            hall.queue->print(Hall::paper(visit));
        }
        hall.queue.reset();
        CHECK(hall.folder.pictures().size() < 4);
        CHECK(hall.folder.filesEndingIn(".part").empty());
        CHECK(hall.finished.empty());
    }
}

TEST_CASE("an address that leads nowhere shows tickets on the screen")
{
    REQUIRE(ui::loadFonts());
    PrintQueue queue({.printer = *hw::parsePrinterUri("usb:04b8:0202")});
    QSignalSpy finished(&queue, &PrintQueue::finished);
    QSignalSpy troubled(&queue, &PrintQueue::troubled);
    queue.print(Hall::paper(1));
    REQUIRE(finished.wait(PatienceMs));
    CHECK(finished[0][1].value<PrintOutcome>() == PrintOutcome::OnScreen);
    CHECK(finished[0][2].value<PrintProblem>() == PrintProblem::NoPrinter);
    CHECK(queue.condition() == PrinterCondition::Gone);
    REQUIRE(troubled.size() == 1);
    CHECK(troubled[0][0].toString().contains(QStringLiteral("unknown scheme \"usb\"")));
}
