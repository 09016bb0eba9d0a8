#include "hw/escpos/decoder.h"
#include "hw/open.h"
#include "hw/session/session.h"
#include "hw/usb/usb_devices.h"
#include "tests/hw/hex.h"
#include "tests/support/catch.h"

#include <poll.h>
#include <sys/resource.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

/// Runs inside usb_emulator, which puts a printer on the bus and its folder into the environment.
namespace {

using namespace std::chrono_literals;
using namespace talon::hw;
using escpos::Condition;
using std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr SessionLimits Short{.answer = 150ms, .write = 400ms, .confirm = 800ms, .grace = 100ms};

const fs::path& folder()
{
    static const fs::path path = std::getenv("TALON_USB_FOLDER");
    return path;
}

void write(const std::string& name, const std::string& words)
{
    std::ofstream(folder() / "begun.part") << words;
    fs::rename(folder() / "begun.part", folder() / name);
}

std::string text(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> slips()
{
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder())) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".escpos") && !name.ends_with("-torn.escpos")) {
            paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    return paths;
}

bool eventually(const std::function<bool()>& holds)
{
    const auto deadline = steady_clock::now() + 5s;
    while (steady_clock::now() < deadline) {
        if (holds()) {
            return true;
        }
        poll(nullptr, 0, 10);
    }
    return false;
}

PrinterUri uri(const std::string& text = "usb:")
{
    return *parsePrinterUri(text);
}

bool isThere()
{
    return openPrinter(uri()).has_value();
}

/// A printer plugged in anew, without faults and without slips of the tests before.
void plugInAnew()
{
    write("usb-faults", "");
    write("faults", "gone");
    REQUIRE(eventually([] { return !isThere(); }));
    for (const auto& entry : fs::directory_iterator(folder())) {
        fs::remove(entry.path());
    }
    write("faults", "");
    REQUIRE(eventually(isThere));
}

Raster picture(int rows = 200)
{
    Raster raster = whiteRaster(576, rows);
    for (int i = 0; i < rows; ++i) {
        setBlack(raster, (7 * i) % 576, i);
    }
    return raster;
}

struct Desk
{
    Desk()
        : printer(*openPrinter(uri()))
        , session(*printer, *uri().model, Short)
    {}

    PrintResult print(int rows = 200) { return session.print(picture(rows), 15); }

    std::unique_ptr<Printer> printer;
    Session session;
};

std::chrono::microseconds cpuTime()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto of = [](timeval time) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    return of(used.ru_utime) + of(used.ru_stime);
}

} // namespace

TEST_CASE("a printer is found by nothing, its kind or its serial number, and says what it is")
{
    plugInAnew();
    for (const char* address : {"usb:", "usb:04b8:0202", "usb:04b8:0202:EMU0001"}) {
        INFO(address);
        const auto printer = openPrinter(uri(address));
        REQUIRE(printer);
        CHECK(printer->get()->canAnswer());
        CHECK(printer->get()->deviceId() == "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;");
    }
    for (const char* address : {"usb:04b8:0203", "usb:1234:0202", "usb:04b8:0202:EMU0002"}) {
        INFO(address);
        const auto printer = openPrinter(uri(address));
        REQUIRE_FALSE(printer);
        CHECK(printer.error().what == address + std::string(": no such printer is plugged in"));
    }
    const auto listings = listUsbPrinters();
    REQUIRE(listings);
    REQUIRE(listings->size() == 1);
    CHECK(listings->front() == UsbListing{.uri = "usb:04b8:0202:EMU0001",
                                          .deviceId = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;"
                                                      "CLS:PRINTER;",
                                          .canAnswer = true,
                                          .trouble = {}});
}

TEST_CASE("a printer that another program has is told so")
{
    plugInAnew();
    write("usb-faults", "busy");
    const auto printer = openPrinter(uri());
    REQUIRE_FALSE(printer);
    CHECK(printer.error().what.starts_with("usb:04b8:0202: busy: another program has it"));
}

TEST_CASE("300 KB come out of the cable as they went in")
{
    plugInAnew();
    const auto printer = openPrinter(uri());
    REQUIRE(printer);
    const Bytes bytes = escpos::slip(picture(4300), *uri().model, escpos::processIdOf(1));
    REQUIRE(bytes.size() > 300'000);
    REQUIRE((*printer)->write(bytes, 5s));
    REQUIRE(eventually([] { return slips().size() == 1; }));
    const std::string kept = text(slips().front());
    // What comes after the cut, the question, is no part of the slip.
    REQUIRE(kept.size() > 300'000);
    CHECK(std::ranges::equal(std::as_bytes(std::span(kept)), BytesView(bytes).first(kept.size())));
}

TEST_CASE("over USB too every fault ends in what can honestly be said of the paper")
{
    struct Case
    {
        const char* faults;
        const char* usbFaults;
        Fate fate;
        Condition condition;
        std::size_t slips;
    };
    for (const Case& c : {
             Case{"", "", Fate::Printed, Condition::Ready, 1},
             Case{"near-end", "", Fate::Printed, Condition::PaperLow, 1},
             Case{"", "always-nothing", Fate::Printed, Condition::Ready, 1},
             Case{"", "halt-after 9000", Fate::Printed, Condition::Ready, 1},
             Case{"", "halt-after 9000 halts-again", Fate::Unknown, Condition::NotAnswering, 0},
             Case{"", "halt-after 0 halts-again", Fate::NotPrinted, Condition::NotAnswering, 0},
             Case{"paper-out", "", Fate::NotPrinted, Condition::PaperOut, 0},
             Case{"paper-out", "halt-after 0 halts-again", Fate::NotPrinted, Condition::PaperOut,
                  0},
             Case{"broken no-reply", "", Fate::NotPrinted, Condition::Fault, 0},
             Case{"no-reply", "", Fate::NotPrinted, Condition::NotAnswering, 0},
             Case{"paper-out-after 100", "", Fate::Unknown, Condition::PaperOut, 0},
             Case{"no-confirm", "", Fate::Unknown, Condition::Ready, 1},
             Case{"stalls-after 9000", "", Fate::Unknown, Condition::NotAnswering, 0},
             Case{"dies-after 9000", "", Fate::Unknown, Condition::Gone, 0},
         }) {
        plugInAnew();
        INFO(c.faults << " / " << c.usbFaults);
        Desk desk;
        write("usb-faults", c.usbFaults);
        write("faults", c.faults);
        const PrintResult result = desk.print();
        INFO(result.what);
        CHECK(static_cast<int>(result.fate) == static_cast<int>(c.fate));
        CHECK(name(result.condition) == name(c.condition));
        CHECK(slips().size() == c.slips);
    }
}

TEST_CASE("it is known to the byte how many went")
{
    for (const auto& [faults, usbFaults, cause] :
         {std::tuple{"stalls-after 9000", "", WriteError::Cause::TimedOut},
          std::tuple{"dies-after 9000", "", WriteError::Cause::LinkLost},
          std::tuple{"", "halt-after 9000 halts-again", WriteError::Cause::TimedOut}}) {
        plugInAnew();
        INFO(faults << usbFaults);
        const auto printer = openPrinter(uri());
        REQUIRE(printer);
        write("usb-faults", usbFaults);
        write("faults", faults);
        Bytes bytes = escpos::initialise();
        append(bytes, escpos::rasterBands(picture(600), 128));
        const auto sent = (*printer)->write(bytes, 300ms);
        REQUIRE_FALSE(sent);
        CHECK(sent.error().cause == cause);
        CHECK(sent.error().bytesSent == 9000);
    }
}

TEST_CASE("pulled out in the middle, the printer prints the next slip when it is back")
{
    plugInAnew();
    {
        Desk desk;
        write("faults", "dies-after 9000");
        CHECK(desk.print().fate == Fate::Unknown);
        CHECK(desk.session.condition() == Condition::Gone);
        REQUIRE(eventually([] { return !isThere(); }));
    }
    write("faults", "");
    REQUIRE(eventually(isThere));
    Desk desk;
    desk.session.setHalfSlip(true);
    CHECK(desk.print().fate == Fate::Printed);
    CHECK(slips().size() == 1);
}

TEST_CASE("pulled out while nobody prints, the printer is noticed as gone")
{
    plugInAnew();
    Desk desk;
    CHECK(desk.session.condition() == Condition::Ready);
    write("faults", "gone");
    CHECK(eventually([&] { return desk.session.condition() == Condition::Gone; }));
}

TEST_CASE("a replug is heard, nobody has to look for it")
{
    plugInAnew();
    const auto hotplug = watchFor(uri());
    REQUIRE(hotplug);
    CHECK_FALSE(hotplug->hasChanged());
    const auto hears = [&] {
        std::vector<pollfd> descriptors;
        for (const int descriptor : hotplug->descriptors()) {
            descriptors.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
        }
        const auto deadline = steady_clock::now() + 3s;
        while (steady_clock::now() < deadline) {
            if (poll(descriptors.data(), descriptors.size(), 100) > 0 && hotplug->hasChanged()) {
                return true;
            }
        }
        return false;
    };
    write("faults", "gone");
    CHECK(hears());
    CHECK_FALSE(isThere());
    write("faults", "");
    CHECK(hears());
    CHECK(eventually(isThere));
    CHECK(watchFor(*parsePrinterUri("virtual:/nowhere")) == nullptr);
}

TEST_CASE("waiting for a word costs hardly any processor time, even from a restless printer")
{
    for (const char* faults : {"", "always-nothing"}) {
        plugInAnew();
        INFO(faults);
        const auto printer = openPrinter(uri());
        REQUIRE(printer);
        write("usb-faults", faults);
        const auto begin = steady_clock::now();
        const auto used = cpuTime();
        CHECK((*printer)->read(600ms)->empty());
        CHECK(steady_clock::now() - begin >= 590ms);
        CHECK(steady_clock::now() - begin < 1500ms);
        CHECK(cpuTime() - used < 300ms);
    }
}
