#include "hw/tcp/tcp_printer.h"

#include "tests/support/catch.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <thread>
#include <utility>

/// The road itself, against the far end of a connection that does what printers do at their worst.
using namespace std::chrono_literals;
using namespace talon::hw;
using Cause = WriteError::Cause;
using std::chrono::steady_clock;

namespace {

/// A port that accepts, and otherwise only does what it is told.
class FarEnd
{
public:
    explicit FarEnd(int receiveBytes = 0)
        : m_listener(socket(AF_INET, SOCK_STREAM, 0))
    {
        if (receiveBytes > 0) {
            setsockopt(m_listener, SOL_SOCKET, SO_RCVBUF, &receiveBytes, sizeof(receiveBytes));
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto* const generic = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(bind(m_listener, generic, size) == 0);
        REQUIRE(listen(m_listener, 5) == 0);
        REQUIRE(getsockname(m_listener, generic, &size) == 0);
        m_port = ntohs(address.sin_port);
    }
    FarEnd(const FarEnd&) = delete;
    FarEnd& operator=(const FarEnd&) = delete;
    ~FarEnd()
    {
        hangUp();
        close(m_listener);
    }

    std::string address() const { return "127.0.0.1:" + std::to_string(m_port); }

    void accept()
    {
        hangUp();
        m_guest = ::accept(m_listener, nullptr, nullptr);
        REQUIRE(m_guest >= 0);
    }

    void say(std::string_view text) const
    {
        REQUIRE(send(m_guest, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()));
    }

    /// At least so many, fewer when the other side closes.
    std::size_t take(std::size_t wanted) const
    {
        std::array<char, 4096> buffer{};
        std::size_t bytes = 0;
        ssize_t count = 1;
        while (bytes < wanted && count > 0) {
            count = recv(m_guest, buffer.data(), buffer.size(), 0);
            bytes += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
        }
        return bytes;
    }

    /// Everything until the other side closes, and whether that was in order.
    std::size_t bytesUntilEnd(bool& isOrderly) const
    {
        std::array<char, 4096> buffer{};
        std::size_t bytes = 0;
        ssize_t count = 0;
        while ((count = recv(m_guest, buffer.data(), buffer.size(), 0)) > 0) {
            bytes += static_cast<std::size_t>(count);
        }
        isOrderly = count == 0;
        return bytes;
    }

    void hangUp()
    {
        if (m_guest >= 0) {
            close(std::exchange(m_guest, -1));
        }
    }

    /// As a printer whose power is cut and that finds packets of a forgotten connection.
    void reset()
    {
        const linger atOnce{.l_onoff = 1, .l_linger = 0};
        setsockopt(m_guest, SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
        hangUp();
    }

    void stopListening() { shutdown(m_listener, SHUT_RDWR); }

private:
    int m_listener;
    int m_guest = -1;
    std::uint16_t m_port = 0;
};

struct Line
{
    explicit Line(int receiveBytes = 0)
        : far(receiveBytes)
    {
        auto opened = openTcpPrinter(far.address());
        REQUIRE(opened);
        printer = *std::move(opened);
        far.accept(); // it only looked whether anybody is there
        REQUIRE(printer->reach(std::chrono::seconds(1)));
        far.accept();
    }

    FarEnd far;
    std::unique_ptr<TcpPrinter> printer;
};

std::string textOf(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string read(TcpPrinter& printer, std::chrono::milliseconds within)
{
    const auto bytes = printer.read(within);
    return bytes ? textOf(*bytes) : "! " + bytes.error().what;
}

} // namespace

TEST_CASE("the address of a network printer is a host and perhaps a port")
{
    CHECK((hostPortFrom("printer.office") == HostPort{"printer.office", "9100"}));
    CHECK((hostPortFrom("10.0.0.7:9101") == HostPort{"10.0.0.7", "9101"}));
    CHECK((hostPortFrom("[::1]") == HostPort{"::1", "9100"}));
    CHECK((hostPortFrom("[fe80::1%lo]:515") == HostPort{"fe80::1%lo", "515"}));
    for (const char* wrong : {"", ":9100", "host:", "host:0", "host:65536", "host:91x", "::1",
                              "[::1", "[::1]9100", "[]:9100"}) {
        INFO(wrong);
        CHECK_FALSE(hostPortFrom(wrong));
    }
    const auto none = openTcpPrinter("host:port");
    REQUIRE_FALSE(none);
    CHECK(none.error().what == "tcp:host:port: is not of the form HOST or HOST:PORT");
}

TEST_CASE("a name is looked up within the time that there is")
{
    const auto begin = steady_clock::now();
    CHECK(resolve({.host = "localhost"}, Deadline(2s), "x"));
    const auto none = resolve({.host = "no-such-printer.invalid"}, Deadline(500ms), "x");
    CHECK_FALSE(none);
    const auto late = resolve({.host = "no-such-printer.invalid"}, Deadline(0ms), "x");
    REQUIRE_FALSE(late);
    CHECK(late.error().what == "x: nobody says in time where it is");
    CHECK(steady_clock::now() - begin < 4s);
}

TEST_CASE("answers come as they are said, and silence costs no more than its time")
{
    const Line line;
    line.far.say("one");
    CHECK(read(*line.printer, 1s) == "one");
    const auto begin = steady_clock::now();
    CHECK(read(*line.printer, 50ms).empty());
    CHECK(steady_clock::now() - begin >= 50ms);
    CHECK(read(*line.printer, 0ms).empty());
}

TEST_CASE("a printer that takes nothing gets exactly as many bytes as are told, and no more later")
{
    Line line(4096);
    const Bytes slip(200'000, std::byte{0x55});
    line.far.say("why"); // said before it stopped
    const auto begin = steady_clock::now();
    const auto sent = line.printer->write(slip, 300ms);
    const auto took = steady_clock::now() - begin;
    REQUIRE_FALSE(sent);
    CHECK((sent.error().cause == Cause::TimedOut));
    CHECK(took >= 300ms);
    CHECK(took < 1s);
    CHECK(sent.error().bytesSent > 0);
    CHECK(sent.error().bytesSent < slip.size());
    CHECK(read(*line.printer, 0ms) == "why");
    CHECK(read(*line.printer, 0ms).empty());

    bool isOrderly = true;
    CHECK(line.far.bytesUntilEnd(isOrderly) == sent.error().bytesSent);
    CHECK_FALSE(isOrderly);

    // The next write finds a new connection by itself.
    CHECK(line.printer->write(bytesOf('a'), 1s));
    line.far.accept();
    line.printer->rest();
    CHECK(line.far.bytesUntilEnd(isOrderly) == 1);
    CHECK(isOrderly);
}

TEST_CASE("a connection that the printer breaks is told by the call that meets it")
{
    Line line;
    line.far.reset();
    CHECK(read(*line.printer, 1s) == "! tcp:" + line.far.address() + ": Connection reset by peer");
    CHECK(read(*line.printer, 0ms).empty()); // nobody is connected now
    CHECK(read(*line.printer, 10ms) == "! tcp:" + line.far.address() + ": is not connected");

    REQUIRE(line.printer->reach(1s));
    line.far.accept();
    line.far.say("bye");
    line.far.hangUp();
    CHECK(read(*line.printer, 1s) == "bye");
    CHECK(read(*line.printer, 1s) == "! tcp:" + line.far.address() + ": closed the connection");
}

TEST_CASE("a reset in the middle of a slip is a lost link, with what went before it")
{
    Line line(4096);
    const Bytes slip(200'000, std::byte{0x55});
    std::size_t arrived = 0;
    std::jthread printer([&] {
        arrived = line.far.take(20'000);
        line.far.reset();
    });
    const auto begin = steady_clock::now();
    const auto sent = line.printer->write(slip, 5s);
    printer.join();
    REQUIRE_FALSE(sent);
    CHECK((sent.error().cause == Cause::LinkLost));
    CHECK(sent.error().bytesSent >= arrived);
    CHECK(sent.error().bytesSent < slip.size());
    CHECK(arrived >= 20'000);
    CHECK(steady_clock::now() - begin < 2s);
}

TEST_CASE("a printer that went between two slips is a lost link, and nothing of the next has gone")
{
    Line line(4096);
    const Bytes slip(200'000, std::byte{0x55});
    line.far.reset();
    // Whether the first bytes meet the end or not is for the system to say; the next do.
    auto sent = line.printer->write(slip, 1s);
    REQUIRE_FALSE(sent);
    CHECK((sent.error().cause == Cause::LinkLost));
    CHECK(sent.error().bytesSent < slip.size());

    line.far.stopListening();
    sent = line.printer->write(slip, 300ms);
    REQUIRE_FALSE(sent);
    CHECK((sent.error().cause == Cause::LinkLost));
    CHECK(sent.error().bytesSent == 0);
    CHECK(sent.error().what == "tcp:" + line.far.address() + ": Connection refused");
}

TEST_CASE("a connection that the printer has closed meanwhile is made anew without a word")
{
    Line line;
    line.far.hangUp();
    REQUIRE(line.printer->reach(1s));
    line.far.accept();
    CHECK(line.printer->write(bytesOf('a', 'b'), 1s));
    line.printer->rest();
    bool isOrderly = false;
    CHECK(line.far.bytesUntilEnd(isOrderly) == 2);
    CHECK(isOrderly);
}

TEST_CASE("a printer that cannot be reached is told in time")
{
    std::string address;
    {
        const FarEnd closed;
        address = closed.address();
    }
    TcpPrinter printer("tcp:" + address, *hostPortFrom(address));
    const auto begin = steady_clock::now();
    const auto reached = printer.reach(250ms);
    REQUIRE_FALSE(reached);
    CHECK(reached.error().what == "tcp:" + address + ": Connection refused");
    CHECK(steady_clock::now() - begin < 1s);
}
