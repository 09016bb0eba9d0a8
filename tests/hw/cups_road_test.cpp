#include "hw/cups/cups_printer.h"
#include "hw/escpos/encoder.h"
#include "hw/escpos/paper.h"
#include "hw/open.h"
#include "hw/png.h"
#include "hw/session/session.h"
#include "tests/hw/private_cups.h"
#include "tests/support/catch.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

using namespace std::chrono_literals;
using namespace talon::hw;
using escpos::Condition;
using std::chrono::steady_clock;
using talon::test::PrivateCups;
namespace fs = std::filesystem;

namespace {

constexpr SessionLimits Short{.write = 500ms, .confirm = 1500ms};

std::string textOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string textOf(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Raster picture()
{
    Raster raster = whiteRaster(576, 300);
    for (int i = 0; i < 300; ++i) {
        setBlack(raster, i, i);
    }
    return raster;
}

const escpos::Model& model()
{
    return escpos::models()[0];
}

/// One server for all tests, queues of their own for each.
PrivateCups& cups()
{
    static PrivateCups server;
    return server;
}

bool hasCups()
{
    if (!PrivateCups::isInstalled()) {
        WARN("cupsd is not installed: the road over CUPS is not tested (packaging/packages.txt)");
        return false;
    }
    return true;
}

struct Desk
{
    explicit Desk(const std::string& queue)
        : printer(*openPrinter(*parsePrinterUri(cups().uriOf(queue))))
        , session(*printer, model(), Short)
    {}

    PrintResult print() { return session.print(picture(), 15); }

    std::unique_ptr<Printer> printer;
    Session session;
};

void waitFor(std::chrono::milliseconds time)
{
    poll(nullptr, 0, static_cast<int>(time.count()));
}

/// A printer at a socket: takes one connection, keeps all of it.
class Sink
{
public:
    Sink()
        : m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        bind(m_socket, reinterpret_cast<sockaddr*>(&address), length);
        getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &length);
        m_port = ntohs(address.sin_port);
    }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    ~Sink() { close(m_socket); }

    std::string uri() const
    {
        return "socket://127.0.0.1:" + std::to_string(m_port) + "/?waiteof=false";
    }

    /// Until then it is as if it were switched off.
    void switchOn() { listen(m_socket, 1); }

    std::string take(std::chrono::milliseconds patience)
    {
        std::string all;
        pollfd wait{.fd = m_socket, .events = POLLIN, .revents = 0};
        if (poll(&wait, 1, static_cast<int>(patience.count())) <= 0) {
            return all;
        }
        const int line = accept(m_socket, nullptr, nullptr);
        std::array<char, 65536> some{};
        for (ssize_t count = 0; (count = read(line, some.data(), some.size())) > 0;) {
            all.append(some.data(), static_cast<std::size_t>(count));
        }
        close(line);
        return all;
    }

private:
    int m_socket;
    int m_port = 0;
};

} // namespace

TEST_CASE("a queue without a driver gets the bytes of a ticket printer")
{
    if (!hasCups()) {
        return;
    }
    Sink sink;
    sink.switchOn();
    cups().add("raw", sink.uri(), "abort-job", false);
    std::string bytes;
    std::thread listener([&] { bytes = sink.take(10s); });
    Desk desk("raw");
    CHECK(desk.session.condition() == Condition::Ready);
    const PrintResult result = desk.print();
    listener.join();
    CHECK(result.fate == Fate::Unknown); // completed proves nothing
    CHECK(result.condition == Condition::Ready);
    CHECK(result.what.find("passed the slip on") != std::string::npos);
    CHECK(bytes == textOf(escpos::silentSlip(picture(), model())));
    escpos::Decoder decoder;
    const auto slips = escpos::slipsOf(decoder.take(std::as_bytes(std::span(bytes))));
    REQUIRE(slips.size() == 1);
    CHECK(row(slips[0], 100).size() == 72);
    CHECK(isBlack(slips[0], 100, 100));
}

TEST_CASE("a queue with a driver gets a picture")
{
    if (!hasCups()) {
        return;
    }
    const fs::path folder = cups().addPlanned("driver", "exit 0", "abort-job", true);
    Desk desk("driver");
    CHECK(desk.print().fate == Fate::Unknown);
    CHECK(textOf(folder / "document") == textOf(pngOf(picture())));
}

TEST_CASE("bytes go past a driver as one job")
{
    if (!hasCups()) {
        return;
    }
    const fs::path folder = cups().addPlanned("past", "exit 0", "abort-job", true);
    Desk desk("past");
    CHECK(desk.printer->write(bytesOf(0x1B, '@', 'a'), 3s));
    CHECK(textOf(folder / "document") == "\x1B@a");
    CHECK(desk.printer->read(0ms)->empty());
}

TEST_CASE("every fault of a queue ends in what can honestly be said of the paper")
{
    if (!hasCups()) {
        return;
    }
    struct Case
    {
        const char* queue;
        const char* plan;
        const char* policy;
        Fate fate;
        Condition condition;
    };
    for (const Case& c : {
             Case{"refuses", "exit 1", "abort-job", Fate::Unknown, Condition::Fault},
             Case{"retries", "exit 1", "retry-job", Fate::Unknown, Condition::NotAnswering},
             Case{"stops", "exit 1", "stop-printer", Fate::Unknown, Condition::Fault},
             Case{"hangs", "exec sleep 60", "abort-job", Fate::Unknown, Condition::NotAnswering},
             Case{"connects", "echo STATE: +connecting-to-device >&2; exec sleep 60", "abort-job",
                  Fate::NotPrinted, Condition::NotAnswering},
             Case{"empty", "echo STATE: +media-empty-error >&2; exec sleep 60", "abort-job",
                  Fate::Unknown, Condition::PaperOut},
             Case{"opens", "echo STATE: +cover-open-error >&2; exit 0", "abort-job", Fate::Unknown,
                  Condition::CoverOpen},
             Case{"low", "echo STATE: +media-low-warning >&2; exit 0", "abort-job", Fate::Unknown,
                  Condition::PaperLow},
         }) {
        INFO(c.queue);
        const fs::path folder = cups().addPlanned(c.queue, c.plan, c.policy);
        Desk desk(c.queue);
        const auto begin = steady_clock::now();
        const PrintResult result = desk.print();
        INFO(result.what);
        CHECK(static_cast<int>(result.fate) == static_cast<int>(c.fate));
        CHECK(name(result.condition) == name(c.condition));
        CHECK_FALSE(result.what.empty());
        CHECK(steady_clock::now() - begin < 5s);
        waitFor(1500ms); // beyond JobRetryInterval: nothing goes a second time
        const std::string ran = textOf(folder / "ran");
        CHECK(std::ranges::count(ran, '\n') == 1);
    }
}

TEST_CASE("what the printer said last keeps the next ticket back")
{
    if (!hasCups()) {
        return;
    }
    const fs::path folder =
        cups().addPlanned("runs-out", "echo STATE: +media-empty-error >&2; exit 0");
    Desk desk("runs-out");
    CHECK(desk.print().fate == Fate::Unknown);
    CHECK(desk.session.condition() == Condition::PaperOut);
    const PrintResult second = desk.print();
    CHECK(second.fate == Fate::NotPrinted);
    CHECK(second.condition == Condition::PaperOut);
    CHECK(textOf(folder / "ran").size() == textOf(folder / "ran").find('\n') + 1);
}

TEST_CASE("a slip that waited behind another's was not printed, and never will be")
{
    if (!hasCups()) {
        return;
    }
    const fs::path folder = cups().addPlanned("shared", "exec sleep 60");
    const fs::path other = folder / "other.txt";
    std::ofstream(other) << "somebody else's page";
    cups().tell({"lp", "-d", "shared", "-o", "raw", other});
    Desk desk("shared");
    const PrintResult result = desk.print();
    CHECK(result.fate == Fate::NotPrinted);
    CHECK(result.condition == Condition::NotAnswering);
    cups().tell({"cancel", "-a", "shared"});
    waitFor(500ms);
    const std::string ran = textOf(folder / "ran");
    CHECK(std::ranges::count(ran, '\n') == 1); // the other's
}

TEST_CASE("a printer that is off gets nothing when it is switched on later")
{
    if (!hasCups()) {
        return;
    }
    Sink sink;
    cups().add("off", sink.uri(), "abort-job", false);
    Desk desk("off");
    const PrintResult result = desk.print();
    CHECK(result.fate == Fate::Unknown); // CUPS does not tell it from one that hangs
    CHECK(result.condition == Condition::NotAnswering);
    sink.switchOn();
    CHECK(sink.take(6s).empty());
}

TEST_CASE("a queue that is stopped or closed takes no tickets")
{
    if (!hasCups()) {
        return;
    }
    cups().addPlanned("closed", "exit 0");
    Desk desk("closed");
    cups().tell({"cupsreject", "closed"});
    CHECK(desk.session.condition() == Condition::Fault);
    CHECK(desk.print().fate == Fate::NotPrinted);
    cups().tell({"cupsaccept", "closed"});
    CHECK(desk.session.condition() == Condition::Ready);
    cups().tell({"cupsdisable", "closed"});
    CHECK(desk.session.condition() == Condition::Fault);
    CHECK(desk.print().fate == Fate::NotPrinted);
    cups().tell({"cupsenable", "closed"});
    CHECK(desk.print().fate == Fate::Unknown);
}

TEST_CASE("a queue that cannot be used is told by name")
{
    if (!hasCups()) {
        return;
    }
    const auto errorOf = [](const std::string& uri) {
        const auto printer = openPrinter(*parsePrinterUri(uri));
        return printer ? std::string() : printer.error().what;
    };
    const std::string missing = cups().uriOf("missing");
    CHECK(errorOf(missing) == missing + ": The printer or class does not exist.");
    CHECK(errorOf("cups:127.0.0.1:1/any") == "cups:127.0.0.1:1/any: no CUPS answers at 127.0.0.1");
    CHECK(errorOf("cups:a/b/c") == "cups:a/b/c: cups needs the form QUEUE or HOST:PORT/QUEUE");
    cups().addPlanned("twice", "exit 0", "retry-current-job");
    CHECK(errorOf(cups().uriOf("twice")).find("lpadmin -p twice -o printer-error-policy") !=
          std::string::npos);
}

TEST_CASE("queues are listed with what a technician should know of them")
{
    if (!hasCups()) {
        return;
    }
    cups().addPlanned("listed-raw", "exit 0");
    cups().addPlanned("listed-driver", "exit 0", "stop-printer", true);
    setenv("CUPS_SERVER", cups().address().c_str(), 1);
    const talon::test::Finished list = talon::test::run({TALON_HW_PROGRAM, "list"});
    INFO(list.output);
    CHECK(list.exit.code == 0);
    CHECK(list.output.find("cups:listed-raw\n    Local Raw Printer at talon:") !=
          std::string::npos);
    CHECK(list.output.find("cups:listed-driver\n    Talon Picture at talon:") != std::string::npos);
    CHECK(list.output.find("lpadmin -p listed-driver -o printer-error-policy=abort-job") !=
          std::string::npos);
    CHECK(list.output.find("lpadmin -p listed-raw") == std::string::npos);
    // The same queues without the server's name.
    const auto status = talon::test::run({TALON_HW_PROGRAM, "status", "cups:listed-raw"});
    CHECK(status.output.find("cups:listed-raw: ready") != std::string::npos);
    unsetenv("CUPS_SERVER");
}

TEST_CASE("a CUPS that ends is a printer that is gone, and a slip under way is not known")
{
    if (!hasCups()) {
        return;
    }
    PrivateCups own;
    own.addPlanned("ends", "exec sleep 60");
    const auto printer = openPrinter(*parsePrinterUri(own.uriOf("ends")));
    REQUIRE(printer);
    Session session(**printer, model(), {.write = 2s, .confirm = 8s});
    CHECK(session.condition() == Condition::Ready);
    std::thread end([&own] {
        waitFor(700ms);
        own.stop();
    });
    const PrintResult result = session.print(picture(), 15);
    end.join();
    CHECK(result.fate == Fate::Unknown);
    CHECK(result.condition == Condition::Gone);
    CHECK(session.condition() == Condition::Gone);
    CHECK(session.print(picture(), 16).fate == Fate::NotPrinted);
}
