#include "hw/open.h"
#include "hw/session/session.h"
#include "hw/system.h"
#include "tests/hw/served_printer.h"

#include <filesystem>

/// Slips over real sockets and lines of the system, to a printer in another process.
using namespace std::chrono_literals;
using namespace talon::hw;
using escpos::Condition;
using talon::test::ScratchFolder;
using talon::test::ServedPrinter;
using Road = ServedPrinter::Road;

namespace {

constexpr SessionLimits Limits{
    .answer = 600ms, .reach = 500ms, .write = 500ms, .confirm = 1500ms, .grace = 200ms};

Raster picture()
{
    Raster raster = whiteRaster(576, 600);
    for (int i = 0; i < 600; ++i) {
        setBlack(raster, i % 576, i);
    }
    return raster;
}

/// A session with a served printer.
struct Desk
{
    explicit Desk(Road road, const std::string& options = {})
        : served(road)
        , uri(*parsePrinterUri(served.uri + options))
    {
        open();
    }

    void open()
    {
        session.reset();
        printer.reset();
        auto opened = openPrinter(uri);
        for (int i = 0; i < 200 && !opened; ++i) { // it may be on its way back
            waitFor(-1, 0, 10ms);
            opened = openPrinter(uri);
        }
        REQUIRE(opened);
        printer = *std::move(opened);
        session.emplace(*printer, *uri.model, Limits);
    }

    PrintResult print(std::int64_t job = 15) { return session->print(picture(), job); }

    /// The condition, asked until it is as expected or patience ends.
    Condition conditionOnceIs(Condition expected)
    {
        Condition now = session->condition();
        for (int i = 0; i < 200 && now != expected; ++i) {
            waitFor(-1, 0, 10ms);
            now = session->condition();
        }
        return now;
    }

    ServedPrinter served;
    PrinterUri uri;
    std::unique_ptr<Printer> printer;
    std::optional<Session> session;
};

/// The slip as a printer in this process prints it.
std::string pictureOfSlip()
{
    const ScratchFolder folder;
    const auto uri = parsePrinterUri("virtual:" + folder.path());
    const auto printer = openPrinter(*uri);
    Session session(**printer, *uri->model);
    REQUIRE(session.print(picture(), 15).fate == Fate::Printed);
    return folder.text(folder.pictures()[0]);
}

/// Or else a stopped slip is given the seconds that it needs on the line.
std::string fast(Road road)
{
    return road == Road::Pty ? "?baud=921600" : "";
}

struct Case
{
    const char* faults;
    Fate fate;
    Condition condition;
    std::size_t pictures;
};

void check(Road road, std::initializer_list<Case> cases)
{
    for (const Case& c : cases) {
        Desk desk(road, fast(road));
        desk.served.folder.setFaults(c.faults);
        INFO(c.faults);
        const PrintResult result = desk.print();
        INFO(result.what);
        CHECK(static_cast<int>(result.fate) == static_cast<int>(c.fate));
        CHECK(name(result.condition) == name(c.condition));
        CHECK(desk.served.folder.pictures().size() == c.pictures);
    }
}

} // namespace

TEST_CASE("a slip goes whole over each road and is confirmed")
{
    const std::string expected = pictureOfSlip();
    for (const Road road : {Road::Tcp, Road::Pty}) {
        Desk desk(road);
        INFO(desk.served.uri);
        CHECK(desk.printer->id() == desk.served.uri);
        for (std::int64_t job = 15; job < 20; ++job) {
            const PrintResult result = desk.print(job);
            INFO(result.what);
            CHECK(result.fate == Fate::Printed);
        }
        const auto pictures = desk.served.folder.pictures();
        REQUIRE(pictures.size() == 5);
        for (const std::string& picture : pictures) {
            CHECK(desk.served.folder.text(picture) == expected);
        }
    }
}

TEST_CASE("each way of a serial line to say stop carries a whole slip")
{
    const std::string expected = pictureOfSlip();
    for (const char* options : {"?flow=none", "?flow=rtscts", "?flow=xonxoff", "?flow=dtr",
                                "?baud=19200&parity=even", "?model=80mm-clone"}) {
        Desk desk(Road::Pty, options);
        INFO(options);
        CHECK(desk.print().fate == Fate::Printed);
        REQUIRE(desk.served.folder.pictures().size() == 1);
        CHECK(desk.served.folder.text(desk.served.folder.pictures()[0]) == expected);
    }
}

TEST_CASE("every fault of a printer in the network ends in what can be said of the paper")
{
    check(Road::Tcp, {
                         Case{"paper-out", Fate::NotPrinted, Condition::PaperOut, 0},
                         Case{"no-reply", Fate::NotPrinted, Condition::NotAnswering, 0},
                         Case{"no-confirm", Fate::Unknown, Condition::Ready, 1},
                         Case{"cutter-jam", Fate::Unknown, Condition::CutterFault, 0},
                         Case{"paper-out-after 100", Fate::Unknown, Condition::PaperOut, 0},
                         Case{"dies-after 2000", Fate::Unknown, Condition::Gone, 0},
                     });
}

TEST_CASE("every fault of a printer on a line ends in what can be said of the paper")
{
    check(Road::Pty, {
                         Case{"paper-out", Fate::NotPrinted, Condition::PaperOut, 0},
                         Case{"no-reply", Fate::NotPrinted, Condition::NotAnswering, 0},
                         Case{"no-confirm", Fate::Unknown, Condition::Ready, 1},
                         Case{"paper-out-after 100", Fate::Unknown, Condition::PaperOut, 0},
                         Case{"dies-after 2000", Fate::Unknown, Condition::Gone, 0},
                     });
}

TEST_CASE(
    "a printer that takes nothing in the middle of a slip is noticed, and prints on when mended")
{
    for (const Road road : {Road::Tcp, Road::Pty}) {
        Desk desk(road, fast(road));
        INFO(desk.served.uri);
        desk.served.folder.setFaults("stalls-after 2000");
        const PrintResult stalled = desk.print(15);
        INFO(stalled.what);
        CHECK(stalled.fate == Fate::Unknown);
        CHECK(desk.served.folder.pictures().empty());
        desk.served.folder.setFaults("");
        desk.open();
        desk.session->setHalfSlip(true);
        CHECK(desk.conditionOnceIs(Condition::Ready) == Condition::Ready);
        CHECK(desk.print(16).fate == Fate::Printed);
        const auto pictures = desk.served.folder.pictures();
        REQUIRE_FALSE(pictures.empty());
        CHECK(desk.served.folder.text(pictures.back()) == pictureOfSlip());
    }
}

TEST_CASE("a printer that goes and comes back is found again")
{
    for (const Road road : {Road::Tcp, Road::Pty}) {
        Desk desk(road);
        INFO(desk.served.uri);
        CHECK(desk.print(15).fate == Fate::Printed);
        desk.served.folder.setFaults("gone");
        CHECK(desk.conditionOnceIs(Condition::Gone) == Condition::Gone);
        CHECK(desk.print(16).fate == Fate::NotPrinted);
        CHECK_FALSE(openPrinter(desk.uri));
        desk.served.folder.setFaults("");
        desk.open();
        CHECK(desk.print(17).fate == Fate::Printed);
        CHECK(desk.served.folder.pictures().size() == 2);
    }
}

TEST_CASE("a network printer is free for others between two conversations")
{
    Desk first(Road::Tcp);
    const auto uri = parsePrinterUri(first.served.uri);
    const auto other = openPrinter(*uri);
    REQUIRE(other);
    Session second(**other, *uri->model, Limits);
    for (std::int64_t job = 15; job < 25; ++job) {
        const PrintResult result = job % 2 == 0 ? first.print(job) : second.print(picture(), job);
        INFO(result.what);
        CHECK(result.fate == Fate::Printed);
        CHECK(first.session->condition() == Condition::Ready);
    }
    CHECK(first.served.folder.pictures().size() == 10);
}

TEST_CASE("a served port has one guest at a time, and the next is heard when the first has left")
{
    const ServedPrinter served(Road::Tcp);
    const auto uri = parsePrinterUri(served.uri);
    const auto first = openPrinter(*uri);
    const auto second = openPrinter(*uri);
    REQUIRE(first);
    REQUIRE(second);
    const Bytes ask = escpos::askStatus(1);
    REQUIRE((*first)->write(ask, 1s));
    CHECK((*first)->read(1s)->size() == 1);
    REQUIRE((*second)->write(ask, 1s));
    CHECK((*second)->read(200ms)->empty());
    (*first)->rest();
    CHECK((*second)->read(2s)->size() == 1);
}

TEST_CASE("a line belongs to one program")
{
    const Desk desk(Road::Pty);
    const auto second = openPrinter(desk.uri);
    REQUIRE_FALSE(second);
    CHECK(second.error().what == desk.served.uri + ": another program has it");
}

TEST_CASE("a served printer ends when it is told, and leaves no link behind")
{
    ServedPrinter served(Road::Pty);
    const std::string link = served.links.path() + "/line";
    CHECK(std::filesystem::is_symlink(link));
    CHECK((served.end() == talon::test::Exit{}));
    CHECK_FALSE(std::filesystem::exists(std::filesystem::symlink_status(link)));
    ServedPrinter port(Road::Tcp);
    CHECK((port.end() == talon::test::Exit{}));
}
