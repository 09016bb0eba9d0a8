#include "hw/session/session.h"

#include "hw/open.h"
#include "tests/hw/hex.h"
#include "tests/hw/scratch_folder.h"
#include "tests/support/catch.h"

#include <deque>

using namespace std::chrono_literals;
using namespace talon::hw;
using escpos::Condition;
using talon::Done;
using talon::Expected;
using talon::IoError;
using talon::Unexpected;
using talon::test::ScratchFolder;

namespace {

constexpr SessionLimits Short{.answer = 60ms, .write = 60ms, .confirm = 300ms, .grace = 60ms};

Raster picture()
{
    Raster raster = whiteRaster(576, 200);
    for (int i = 0; i < 200; ++i) {
        setBlack(raster, 2 * i, i);
    }
    return raster;
}

/// A session with a virtual printer.
struct Desk
{
    explicit Desk(const std::string& faults = {}, const std::string& model = "80mm")
        : uri(*parsePrinterUri("virtual:" + folder.path() + "?model=" + model))
        , printer(*openPrinter(uri))
        , session(*printer, *uri.model, Short)
    {
        folder.setFaults(faults);
    }

    PrintResult print(std::int64_t job = 15) { return session.print(picture(), job); }

    ScratchFolder folder;
    PrinterUri uri;
    std::unique_ptr<Printer> printer;
    Session session;
};

struct Case
{
    const char* faults;
    Fate fate;
    Condition condition;
    std::size_t pictures;
};

/// Answers what it is told to, whatever it is asked.
class ScriptedPrinter : public Printer
{
public:
    explicit ScriptedPrinter(std::deque<Bytes> answers)
        : m_answers(std::move(answers))
    {}

    std::string id() const override { return "scripted"; }
    bool canAnswer() const override { return true; }
    Expected<Done, WriteError> write(BytesView, std::chrono::milliseconds) override
    {
        return Done{};
    }
    Expected<Bytes, IoError> read(std::chrono::milliseconds within) override
    {
        if (within == 0ms || m_answers.empty()) {
            return Bytes{};
        }
        Bytes answer = m_answers.front();
        m_answers.pop_front();
        return answer;
    }

private:
    std::deque<Bytes> m_answers;
};

/// A road that says how slow it is, and notes what it is asked.
class SlowPrinter : public Printer
{
public:
    std::string id() const override { return "slow"; }
    bool canAnswer() const override { return false; }
    std::optional<int> bytesPerSecond() const override { return 11'520; }
    Expected<Done, IoError> reach(std::chrono::milliseconds) override
    {
        ++reached;
        return isThere ? Expected<Done, IoError>(Done{}) : Unexpected(IoError{"slow: not there"});
    }
    void rest() override { ++rested; }
    Expected<Done, WriteError> write(BytesView bytes, std::chrono::milliseconds within) override
    {
        bytesWritten = bytes.size();
        given = within;
        return Done{};
    }
    Expected<Bytes, IoError> read(std::chrono::milliseconds) override { return Bytes{}; }

    bool isThere = true;
    int reached = 0;
    int rested = 0;
    std::size_t bytesWritten = 0;
    std::chrono::milliseconds given{};
};

} // namespace

TEST_CASE("a slow line is given the time that a slip takes on it")
{
    SlowPrinter printer;
    Session session(printer, *escpos::findModel("80mm"), Short);
    CHECK(session.print(whiteRaster(576, 640), 15).fate == Fate::Unknown); // it cannot answer
    REQUIRE(printer.bytesWritten > 46'000);
    const auto onTheLine = std::chrono::milliseconds(printer.bytesWritten * 1000 / 11'520);
    CHECK(onTheLine > 4s);
    CHECK(printer.given == Short.write + onTheLine);
}

TEST_CASE("each conversation reaches the printer and lets it go again")
{
    SlowPrinter printer;
    Session session(printer, *escpos::findModel("80mm"), Short);
    CHECK(session.condition() == Condition::Ready);
    session.print(picture(), 15);
    CHECK(printer.reached == 2);
    CHECK(printer.rested == 2);
    printer.isThere = false;
    printer.bytesWritten = 0;
    CHECK(session.condition() == Condition::Gone);
    const PrintResult result = session.print(picture(), 16);
    CHECK(result.fate == Fate::NotPrinted);
    CHECK(result.condition == Condition::Gone);
    CHECK(result.what == "slow: not there");
    CHECK(printer.bytesWritten == 0);
}

TEST_CASE("every fault ends in what can honestly be said of the paper")
{
    for (const Case& c : {
             Case{"", Fate::Printed, Condition::Ready, 1},
             Case{"near-end", Fate::Printed, Condition::PaperLow, 1},
             Case{"mm-per-second 1000", Fate::Printed, Condition::Ready, 1},
             Case{"paper-out", Fate::NotPrinted, Condition::PaperOut, 0},
             Case{"cover-open", Fate::NotPrinted, Condition::CoverOpen, 0},
             Case{"broken", Fate::NotPrinted, Condition::Fault, 0},
             Case{"gone", Fate::NotPrinted, Condition::Gone, 0},
             Case{"no-reply", Fate::NotPrinted, Condition::NotAnswering, 0},
             Case{"no-confirm", Fate::Unknown, Condition::Ready, 1},
             Case{"mm-per-second 10", Fate::Unknown, Condition::Ready, 1},
             Case{"cutter-jam", Fate::Unknown, Condition::CutterFault, 0},
             Case{"paper-out-after 100", Fate::Unknown, Condition::PaperOut, 0},
             Case{"paper-out-after 0", Fate::NotPrinted, Condition::PaperOut, 0},
             Case{"dies-after 2000", Fate::Unknown, Condition::Gone, 0},
             Case{"stalls-after 2000", Fate::Unknown, Condition::NotAnswering, 0},
         }) {
        Desk desk(c.faults);
        INFO(c.faults);
        const PrintResult result = desk.print();
        CHECK(static_cast<int>(result.fate) == static_cast<int>(c.fate));
        CHECK(name(result.condition) == name(c.condition));
        CHECK(result.what.empty() == (c.fate == Fate::Printed));
        CHECK(desk.folder.pictures().size() == c.pictures);
        CHECK(desk.session.condition() ==
              (c.condition == Condition::Gone ? Condition::Gone : result.condition));
    }
}

TEST_CASE("a clone that knows no process id confirms by its sensor and a clean status")
{
    Desk desk("", "80mm-clone");
    CHECK(desk.print().fate == Fate::Printed);
    desk.folder.setFaults("paper-out-after 100");
    CHECK(desk.print().fate == Fate::Unknown);
    desk.folder.setFaults("no-confirm");
    CHECK(desk.print().fate == Fate::Unknown);
}

TEST_CASE("after half a slip the next one comes out alone, and nothing comes out twice")
{
    for (const char* fault : {"paper-out-after 100", "stalls-after 12000"}) {
        INFO(fault);
        Desk desk(fault);
        CHECK(desk.print(15).fate == Fate::Unknown);
        CHECK(desk.session.hasHalfSlip());
        desk.folder.setFaults("");
        CHECK(desk.session.condition() == Condition::Ready);
        const auto before = desk.folder.pictures();
        CHECK(before.empty()); // not printed on its own when the paper is back

        CHECK(desk.print(16).fate == Fate::Printed);
        CHECK_FALSE(desk.session.hasHalfSlip());
        const auto after = desk.folder.pictures();
        REQUIRE(after.size() == 2); // the half, cut off, and the whole
        Desk clean;
        clean.print();
        CHECK(desk.folder.text(after[1]) == clean.folder.text(clean.folder.pictures()[0]));
    }
}

TEST_CASE("the word for another slip is not taken for this one")
{
    const Bytes well = bytesOf(0x12);
    const auto word = [](const char* id) {
        return bytesOf(0x37, 0x22, id[0], id[1], id[2], id[3], 0);
    };
    ScriptedPrinter late({well, well, well, well, word("0014"), word("0016")});
    Session session(late, *escpos::findModel("80mm"), Short);
    CHECK(session.print(picture(), 15).fate == Fate::Unknown);

    ScriptedPrinter right(
        {well, well, well, well, word("0014"), word("0015"), well, well, well, well});
    Session other(right, *escpos::findModel("80mm"), Short);
    CHECK(other.print(picture(), 15).fate == Fate::Printed);
}

TEST_CASE("reports that a printer sends by itself are not taken for answers")
{
    const Bytes report = bytesOf(0x10, 0, 0, 0);
    const Bytes well = bytesOf(0x12);
    ScriptedPrinter talkative({report, well, report, well, well, report, bytesOf(0x1E)});
    Session session(talkative, *escpos::findModel("80mm"), Short);
    CHECK(session.condition() == Condition::PaperLow);
    CHECK(session.status().paperNearEnd);
}

TEST_CASE("a file takes a slip and confirms nothing")
{
    const ScratchFolder folder;
    const auto printer = openPrinter(*parsePrinterUri("file:" + folder.path() + "/out"));
    Session session(**printer, *escpos::findModel("80mm"), Short);
    CHECK(session.condition() == Condition::Ready);
    CHECK(session.print(picture(), 15).fate == Fate::Unknown);
    const Bytes sent = escpos::slip(picture(), *escpos::findModel("80mm"), {'0', '0', '1', '5'});
    CHECK(folder.text("out") ==
          std::string(reinterpret_cast<const char*>(sent.data()), sent.size()));
}
