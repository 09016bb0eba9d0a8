#include "terminal/printing/print_queue.h"

#include "hw/escpos/paper.h"
#include "hw/png.h"
#include "shared/ui/fonts.h"
#include "terminal/printing/paper_roll.h"
#include "terminal/ticket/layout.h"
#include "tests/hw/scratch_folder.h"
#include "tests/support/catch.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace std::chrono_literals;
using namespace talon;
using namespace talon::terminal;
using talon::test::ScratchFolder;

namespace {

constexpr hw::SessionLimits Short{
    .answer = 100ms, .write = 100ms, .confirm = 500ms, .grace = 100ms};
constexpr int PatienceMs = 20'000;

/// A print queue on a virtual printer, and what it said.
struct Hall
{
    explicit Hall(const std::string& faults = {},
                  const std::string& options = {},
                  std::chrono::milliseconds rescueFor = 0ms)
    {
        REQUIRE(ui::loadFonts());
        folder.setFaults(faults);
        queue = std::make_unique<PrintQueue>(PrintQueueSettings{
            .printer = *hw::parsePrinterUri("virtual:" + folder.path() + options),
            .limits = Short,
            .lookEvery = 20ms,
            .rescueFor = rescueFor,
            .folder = kept.path().toStdString()});
        QObject::connect(queue.get(), &PrintQueue::finished, queue.get(),
                         [this](const PrintEnd& end) { finished.push_back(end); });
        QObject::connect(
            queue.get(), &PrintQueue::waiting, queue.get(),
            [this](VisitId visit, PrintProblem problem) { waited.emplace_back(visit, problem); });
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

    PrintEnd print(std::int64_t visit)
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
    QTemporaryDir kept;
    std::vector<PrintEnd> finished;
    std::vector<std::pair<VisitId, PrintProblem>> waited;
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
    const PrintEnd done = hall.print(15);
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
        const PrintEnd done = hall.print(15);
        CHECK(name(done.outcome) == name(c.outcome));
        CHECK(static_cast<int>(done.problem) == static_cast<int>(c.problem));
        CHECK(hall.troubles.empty() == (c.outcome == Printed));
        CHECK(hall.folder.pictures().size() == c.pictures);
        hall.folder.setFaults("");
        hall.waitFor(PrinterCondition::Ready);
        CHECK(hall.print(16).outcome == Printed); // and all is well again
    }
}

TEST_CASE("a printer that recovers in time ends in a ticket, or in a copy that says so")
{
    using enum PrintOutcome;
    struct Recovery
    {
        const char* faults;
        std::vector<PrintEnd> ends;
        std::size_t papers;
    };
    const PrintEnd printed{.visit = {15}, .number = "А15", .outcome = Printed};
    const auto begun = [](PrintProblem problem) {
        return PrintEnd{.visit = {15}, .number = "А15", .outcome = Unknown, .problem = problem};
    };
    const PrintEnd copied{.visit = {15}, .number = "А15", .outcome = Printed, .copy = true};
    for (const Recovery& c : {
             // Nothing had been sent: there is one paper, and it is no copy.
             Recovery{"paper-out", {printed}, 1},
             Recovery{"cover-open", {printed}, 1},
             Recovery{"gone", {printed}, 1},
             // Something had: the second paper says that it is a copy.
             Recovery{"paper-out-after 300", {begun(PrintProblem::PaperOut), copied}, 2},
             Recovery{"cutter-jam", {begun(PrintProblem::Broken), copied}, 2},
             // The torn one is cut off first.
             Recovery{"stalls-after 20000", {begun(PrintProblem::NoPrinter), copied}, 2},
         }) {
        INFO(c.faults);
        Hall hall(c.faults, {}, 20s);
        QSignalSpy waiting(hall.queue.get(), &PrintQueue::waiting);
        hall.queue->print(Hall::paper(15));
        REQUIRE((!waiting.empty() || waiting.wait(PatienceMs)));
        CHECK(hall.finished.empty());
        hall.folder.setFaults("");
        hall.waitForFinished(c.ends.size());
        CHECK(hall.finished == c.ends);
        CHECK(hall.waited.size() == 1);
        CHECK(hall.folder.pictures().size() == c.papers);
        CHECK(hall.print(16).outcome == Printed);
    }
}

TEST_CASE("a printer that does not recover in time leaves the number to the screen")
{
    Hall hall("paper-out", {}, 300ms);
    const PrintEnd end = hall.print(15);
    CHECK(end.outcome == PrintOutcome::OnScreen);
    CHECK(end.problem == PrintProblem::PaperOut);
    CHECK(hall.waited.size() == 1);
    hall.folder.setFaults("");
    hall.waitFor(PrinterCondition::Ready);
    CHECK(hall.folder.pictures().empty()); // Nothing comes out for who has gone.
}

TEST_CASE("nobody's paper is waited for when the visitor has gone or the next one is here")
{
    Hall hall("paper-out-after 300", {}, 60s);
    QSignalSpy waiting(hall.queue.get(), &PrintQueue::waiting);
    hall.queue->print(Hall::paper(15));
    REQUIRE((!waiting.empty() || waiting.wait(PatienceMs)));
    hall.queue->giveUp();
    hall.waitForFinished(1);
    CHECK(hall.finished.front().outcome == PrintOutcome::Unknown);

    hall.queue->print(Hall::paper(16));
    hall.queue->print(Hall::paper(17));
    hall.waitForFinished(2);
    CHECK(hall.finished.back().number == "А16");
    CHECK(hall.finished.back().outcome == PrintOutcome::OnScreen);
    hall.folder.setFaults("");
    hall.waitForFinished(3);
    CHECK(hall.finished.back().number == "А17");
    CHECK(hall.finished.back().outcome == PrintOutcome::Printed);
}

TEST_CASE("what was being printed when the power went is known at the next start")
{
    QTemporaryDir folder;
    const PrintMark mark((folder.path() + QStringLiteral("/printing")).toStdString());
    CHECK_FALSE(mark.left());
    REQUIRE(mark.set({.visit = {15}, .number = "А015"}));
    CHECK(mark.left() == HalfPrinted{.visit = {15}, .number = "А015"});
    REQUIRE(mark.set({.visit = {0}, .number = "Б981"}));
    CHECK(mark.left() == HalfPrinted{.visit = {0}, .number = "Б981"});
    REQUIRE(mark.clear());
    CHECK_FALSE(mark.left());

    Hall hall;
    CHECK_FALSE(hall.queue->halfPrinted());
    hall.print(15);
    CHECK_FALSE(PrintMark((hall.kept.path() + QStringLiteral("/printing")).toStdString()).left());
}

TEST_CASE("paper is counted, and a roll is new when it was empty")
{
    QTemporaryDir folder;
    const std::string file = (folder.path() + QStringLiteral("/roll")).toStdString();
    PaperRoll roll(file, 10);
    CHECK(roll.metresLeft() == 10);
    roll.printed(5 * 8000);
    CHECK(roll.metresLeft() == 5);
    CHECK_FALSE(roll.isLow());
    CHECK(PaperRoll(file, 10).metresLeft() == 5); // Also after a restart.
    roll.printed(8000);
    CHECK(roll.isLow());
    roll.printed(90 * 8000);
    CHECK(roll.metresLeft() == 0);
    roll.hasPaper();
    CHECK(roll.metresLeft() == 0);
    roll.ranOut();
    roll.hasPaper();
    CHECK(roll.metresLeft() == 10);
}

TEST_CASE("the staff's test page comes out, or is said not to")
{
    Hall hall;
    QSignalSpy told(hall.queue.get(), &PrintQueue::testFinished);
    hall.queue->printTest("1.0");
    REQUIRE(told.wait(PatienceMs));
    CHECK(told[0][0].toBool());
    CHECK(hall.folder.pictures().size() == 1);
    hall.folder.setFaults("cover-open");
    hall.queue->printTest("1.0");
    REQUIRE(told.wait(PatienceMs));
    CHECK_FALSE(told[1][0].toBool());
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
        std::ranges::count(hall.finished, PrintProblem::TooManyJobs, &PrintEnd::problem);
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
    PrintQueue queue({.printer = *hw::parsePrinterUri("pigeon:04b8:0202"), .rescueFor = 0ms});
    QSignalSpy finished(&queue, &PrintQueue::finished);
    QSignalSpy troubled(&queue, &PrintQueue::troubled);
    queue.print(Hall::paper(1));
    REQUIRE(finished.wait(PatienceMs));
    const auto end = finished[0][0].value<PrintEnd>();
    CHECK(end.outcome == PrintOutcome::OnScreen);
    CHECK(end.problem == PrintProblem::NoPrinter);
    CHECK(queue.condition() == PrinterCondition::Gone);
    REQUIRE(troubled.size() == 1);
    CHECK(troubled[0][0].toString().contains(QStringLiteral("unknown scheme \"pigeon\"")));
}
