#include "shared/ui/fonts.h"
#include "terminal/printing/print_queue.h"
#include "tests/support/catch.h"
#include "tests/terminal/ticket/tool.h"

#include <QSignalSpy>

#include <cstdlib>
#include <filesystem>
#include <fstream>

/// Runs inside usb_emulator: tickets as a terminal prints them, over the real libusb.
namespace {

using namespace std::chrono_literals;
using namespace talon;
using namespace talon::terminal;

constexpr int PatienceMs = 10'000;

struct Finished
{
    PrintOutcome outcome;
    PrintProblem problem;
};

std::filesystem::path folder()
{
    return std::getenv("TALON_USB_FOLDER");
}

void write(const std::string& name, const std::string& words)
{
    std::ofstream(folder() / "begun.part") << words;
    std::filesystem::rename(folder() / "begun.part", folder() / name);
}

TicketPaper ticket()
{
    return {.visit = {4711},
            .code = visitCode({4711}, "А015"),
            .officeName = "Энгельсский ЦОК",
            .number = "А015",
            .service = "Передать показания счётчика",
            .bring = "Возьмите паспорт",
            .peopleAhead = 3,
            .qualityLine = "8 800 000-00-00"};
}

/// Looks so seldom that whatever it notices was told by the bus.
struct Hall
{
    Hall()
    {
        // The programs that read the ticket see the machine as it is.
        unsetenv("LD_PRELOAD");
        REQUIRE(ui::loadFonts());
        write("faults", "");
        queue = std::make_unique<PrintQueue>(PrintQueueSettings{
            .printer = *hw::parsePrinterUri("usb:"),
            .limits = {.answer = 300ms, .write = 1000ms, .confirm = 2000ms, .grace = 200ms},
            .lookEvery = 1h,
            .rescueFor = 0ms});
        QObject::connect(queue.get(), &PrintQueue::finished, queue.get(),
                         [this](const PrintEnd& end) {
                             finished.push_back({end.outcome, end.problem});
                         });
    }

    Finished print()
    {
        const std::size_t before = finished.size();
        QSignalSpy spy(queue.get(), &PrintQueue::finished);
        queue->print(ticket());
        while (finished.size() == before && spy.wait(PatienceMs)) {
        }
        REQUIRE(finished.size() == before + 1);
        return finished.back();
    }

    bool becomes(PrinterCondition condition)
    {
        QSignalSpy spy(queue.get(), &PrintQueue::printerChanged);
        while (queue->condition() != condition && spy.wait(PatienceMs)) {
        }
        return queue->condition() == condition;
    }

    std::vector<Finished> finished;
    std::unique_ptr<PrintQueue> queue;
};

} // namespace

TEST_CASE("a ticket that came over USB is read by programs that we did not write")
{
    Hall hall;
    REQUIRE(hall.becomes(PrinterCondition::Ready));
    std::filesystem::remove(folder() / "wire");
    const Finished done = hall.print();
    CHECK(done.outcome == PrintOutcome::Printed);
    CHECK(done.problem == PrintProblem::None);

    const QString picture = QString::fromStdString((folder() / "paper.pgm").string());
    QProcess reader;
    reader.start(QStringLiteral(TALON_NODE),
                 {QStringLiteral(TALON_SOURCE_DIR "/tests/hw/paper_of_bytes.mjs"),
                  QString::fromStdString((folder() / "wire").string()), picture});
    REQUIRE(reader.waitForFinished(30'000));
    INFO(reader.readAllStandardError().toStdString());
    REQUIRE(reader.exitCode() == 0);
    const QImage paper(picture);
    REQUIRE(paper.width() == 576);

    const auto code = test::readBy(QStringLiteral("zbarimg"), paper,
                                   {QStringLiteral("--quiet"), QStringLiteral("--raw")}, {});
    if (code) {
        CHECK(code->trimmed().toStdString() == visitCode({4711}, "А015"));
    }
    const auto words =
        test::readBy(QStringLiteral("tesseract"), paper, {},
                     {QStringLiteral("-"), QStringLiteral("-l"), QStringLiteral("rus")});
    if (words) {
        INFO(words->toStdString());
        CHECK(words->contains(QStringLiteral("показания")));
        CHECK(words->contains(QStringLiteral("паспорт")));
    }
}

TEST_CASE("pulled out and plugged in again, the printer is noticed at once, and prints")
{
    Hall hall;
    REQUIRE(hall.becomes(PrinterCondition::Ready));
    write("faults", "gone");
    CHECK(hall.becomes(PrinterCondition::Gone));
    CHECK(hall.print().outcome == PrintOutcome::OnScreen);
    CHECK(hall.finished.back().problem == PrintProblem::NoPrinter);
    write("faults", "");
    CHECK(hall.becomes(PrinterCondition::Ready));
    CHECK(hall.print().outcome == PrintOutcome::Printed);
}

TEST_CASE("pulled out in the middle of a ticket, nothing is claimed, and the next one prints")
{
    Hall hall;
    REQUIRE(hall.becomes(PrinterCondition::Ready));
    write("faults", "dies-after 9000");
    const Finished torn = hall.print();
    CHECK(torn.outcome == PrintOutcome::Unknown);
    CHECK(torn.problem == PrintProblem::NoPrinter);
    write("faults", "");
    CHECK(hall.becomes(PrinterCondition::Ready));
    CHECK(hall.print().outcome == PrintOutcome::Printed);
}
