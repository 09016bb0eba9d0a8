#include "tests/bench/bench_office.h"
#include "tests/bench/benches.h"
#include "tests/bench/fan_out.h"
#include "tests/support/websocket_client.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>

namespace talon::bench {

namespace {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr int Services = 10;
constexpr int ConsolesOpen = 8;

/// Screens of a hall: they all hear the same feed.
class Screens
{
public:
    Screens()
        : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    {}

    void open(BenchOffice& office, const std::string& feed, const Credential& credential)
    {
        auto screen = test::WebSocketClient::open(office.controller.port(), "/api/feeds/" + feed,
                                                  {credential});
        if (!screen) {
            throw std::runtime_error("a screen is not let in: " + feed);
        }
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u32 = static_cast<std::uint32_t>(m_screens.size());
        ::epoll_ctl(m_epoll.fd(), EPOLL_CTL_ADD, screen->fd(), &event);
        m_screens.push_back(std::move(*screen));
        m_isHall.push_back(feed == "hall");
    }

    /// Takes in what arrives until it has been quiet for a while.
    void drain(std::chrono::milliseconds quiet)
    {
        while (wait(quiet, [](std::size_t, const std::string&) {})) {
        }
    }

    /// Waits until every screen of the hall has got a message with this text in it.
    Samples waitForAll(const std::string& needle, steady_clock::time_point start)
    {
        Samples samples;
        std::vector<bool> missing = m_isHall;
        const auto all = static_cast<std::size_t>(std::ranges::count(m_isHall, true));
        // Asks again and again instead of sleeping: the sender must not pay for waking us, since
        // the screens of a hall wake on machines of their own.
        while (samples.count() < all) {
            wait(0s, [&](std::size_t screen, const std::string& message) {
                if (missing[screen] && message.find(needle) != std::string::npos) {
                    missing[screen] = false;
                    samples.add(steady_clock::now() - start);
                    m_messageBytes = message.size();
                }
            });
            if (steady_clock::now() - start > 10s) {
                throw std::runtime_error("a screen did not hear of the call");
            }
        }
        return samples;
    }

    std::size_t messageBytes() const { return m_messageBytes; }

private:
    template <class Take>
    bool wait(std::chrono::milliseconds patience, const Take& take)
    {
        std::array<epoll_event, 64> events{};
        const int ready =
            ::epoll_wait(m_epoll.fd(), events.data(), int(events.size()), int(patience.count()));
        for (int e = 0; e < ready; ++e) {
            const std::size_t i = events.at(static_cast<std::size_t>(e)).data.u32;
            if (!m_screens[i].readSome()) {
                throw std::runtime_error("a screen was cut off");
            }
            while (const auto message = m_screens[i].next()) {
                take(i, *message);
            }
        }
        return ready > 0;
    }

    test::Socket m_epoll;
    std::vector<test::WebSocketClient> m_screens;
    std::vector<bool> m_isHall;
    std::size_t m_messageBytes = 0;
};

/// One visit after the other, by one clerk.
class Clerk
{
public:
    explicit Clerk(BenchOffice& office)
        : m_office(office)
        , m_client(office.controller.port())
        , m_clerk(office.controller.signIn("manager"))
    {
        must(command("open", "{}"));
    }

    /// Issues a ticket and returns its number.
    std::string ticket()
    {
        const test::HttpReply reply =
            must(test::post("/api/tickets", R"({"service":1,"category":null,"language":"ru"})",
                            key(), m_office.terminal));
        constexpr std::string_view Name = R"("number":")";
        const auto found = reply.body.find(Name);
        if (found == std::string::npos) {
            throw std::runtime_error("a ticket without a number: " + reply.body);
        }
        const auto start = found + Name.size();
        return reply.body.substr(start, reply.body.find('"', start) - start);
    }

    const Credential& credential() const { return m_clerk; }

    test::HttpRequest command(const std::string& name, const std::string& body)
    {
        return test::post("/api/windows/1/" + name, body, key(), m_clerk);
    }

    test::HttpReply must(const test::HttpRequest& request)
    {
        write(request);
        return mustRead();
    }

    void write(const test::HttpRequest& request) { m_client.write(request); }

    test::HttpReply mustRead()
    {
        auto reply = m_client.read();
        if (!reply || reply->status != 200) {
            throw std::runtime_error("a clerk was not answered: " +
                                     (reply ? reply->head + reply->body : ""));
        }
        return *std::move(reply);
    }

private:
    std::string key() { return "clerk-" + std::to_string(++m_requests); }

    BenchOffice& m_office;
    test::HttpClient m_client;
    Credential m_clerk;
    int m_requests = 0;
};

struct CallTimes
{
    Samples first; ///< Of the first screen of each call.
    Samples each;  ///< Of every screen of every call.
    Samples last;  ///< Of the last screen of each call.

    void add(const Samples& call)
    {
        first.add(call.quantile(0));
        each.add(call);
        last.add(call.quantile(1));
    }
};

void showTimes(const char* what, const CallTimes& times)
{
    show(std::string("  ") + what + ": every screen " + spread(times.each) +
         "; of each call the first " + spread(times.first) + "; the last " + spread(times.last));
}

} // namespace

void benchCall(const Scale& scale)
{
    show("from the clerk's request to " + std::to_string(scale.sockets) +
         " screens, each call after a quiet moment; a dashboard and " +
         std::to_string(ConsolesOpen) + " consoles look on");
    BenchOffice office(scale, Services, scale.windows);
    std::unique_ptr<FanOut> fanOut;
    {
        const OnProcessors writers(OnProcessors::Which::AllButLast);
        office.controller.start();
        fanOut = std::make_unique<FanOut>(scale.sockets);
    }
    const OnProcessors readers(OnProcessors::Which::Last);
    Clerk clerk(office);
    Screens screens;
    // A hall is not alone: its clerks and its manager look on as well.
    screens.open(office, "dashboard", clerk.credential());
    for (int window = 1; window <= ConsolesOpen; ++window) {
        screens.open(office, "windows/" + std::to_string(window), clerk.credential());
    }
    for (int i = 0; i < scale.sockets; ++i) {
        screens.open(office, "hall", office.display);
    }
    screens.drain(200ms);
    CallTimes calls;
    Nanoseconds cpu{};
    for (int i = 0; i < scale.calls; ++i) {
        const std::string number = clerk.ticket();
        screens.drain(scale.smoke ? 150ms : 300ms);
        const Nanoseconds cpuBefore = office.controller.process().cpuTime();
        const test::HttpRequest request = clerk.command("call-next", "{}");
        const auto start = steady_clock::now();
        clerk.write(request);
        const Samples heard = screens.waitForAll("\"" + number + "\"", start);
        cpu += office.controller.process().cpuTime() - cpuBefore;
        calls.add(heard);
        clerk.mustRead();
        clerk.must(clerk.command("start", "{}"));
        clerk.must(clerk.command("finish", R"({"topic":1})"));
        screens.drain(scale.smoke ? 150ms : 300ms);
    }
    office.controller.stop();

    CallTimes plain;
    for (int i = 0; i < scale.calls; ++i) {
        const Samples heard = fanOut->once(screens.messageBytes());
        plain.add(heard);
    }
    show("  one message has " + std::to_string(screens.messageBytes()) +
         " bytes; the controller uses " + std::to_string(milliseconds(cpu / scale.calls)) +
         " ms of processor time a call");
    showTimes("talon        ", calls);
    showTimes("plain sockets", plain);
    show("  within 5 ms at the 99th percentile: " + verdict(calls.each.quantile(0.99) <= 5ms));
}

} // namespace talon::bench
