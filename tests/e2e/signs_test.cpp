#include "tests/e2e/test_office.h"
#include "tests/hw/emulated_signs.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <optional>

using namespace std::chrono_literals;
using namespace talon::test;

/// The unmodified display and the real controller, with two Modbus signs on a serial line.
namespace {

constexpr std::chrono::seconds Patience{30};

std::string settingsOn(const PtyLine& line)
{
    const std::string start = std::to_string(EmulatedSigns::StartRegister);
    const std::string sign = R"(, "places": 5, "startRegister": )" + start + "}";
    return R"({"noConnectionAfterSeconds": 2, "lines": [{"line": ")" + line.path() +
           R"(", "protocol": "modbus", "baud": 115200, "parity": "even", "signs": [)" +
           R"({"address": 3, "window": "1")" + sign + R"(, {"address": 4, "window": "2")" + sign +
           "]}]}";
}

struct Hall
{
    explicit Hall(const std::string& settings)
    {
        std::ofstream(path("token")) << office.display.second.substr(sizeof("Bearer ") - 1);
        std::ofstream(path("signs.json")) << settings;
    }

    std::string path(const char* name) const { return (office.folder.path() / name).string(); }

    void begin()
    {
        display.emplace(
            std::vector<std::string>{TALON_DISPLAY, "--headless", "--controller",
                                     "http://127.0.0.1:" + std::to_string(office.controller.port()),
                                     "--token-file", path("token"), "--state", path("state"),
                                     "--sound", "none", "--signs", path("signs.json")});
    }

    void done(const std::string& what, const std::string& body, const Credential& who)
    {
        HttpClient client(office.controller.port());
        const auto reply = client.send(post(what, body, "key-" + std::to_string(++keys), who));
        REQUIRE(reply);
        INFO(what << ": " << reply->status << " " << reply->body);
        REQUIRE(reply->status == 200);
    }

    TestOffice office;
    std::optional<Process> display;
    int keys = 0;
};

} // namespace

TEST_CASE("a call appears on the sign of its window, and an outage is told after a while")
{
    const PtyLine line;
    EmulatedSigns signs(EmulatedSigns::Kind::Modbus, line);
    signs.set(3, SignMood::Answers);
    signs.set(4, SignMood::Answers);
    Hall hall(settingsOn(line));
    hall.office.controller.start();
    const Credential clerk = hall.office.controller.signIn("clerk1");
    hall.begin();
    // Five places are three registers: a blank stands behind them.
    REQUIRE(signs.shows(3, "      "));
    hall.done("/api/windows/1/open", "{}", clerk);
    REQUIRE(signs.shows(3, "    - "));
    hall.done("/api/tickets", ticketFor(1), hall.office.terminal);

    hall.done("/api/windows/1/call-next", "{}", clerk);
    const auto called = std::chrono::steady_clock::now();
    REQUIRE(signs.shows(3, "AA001 "));
    CHECK(std::chrono::steady_clock::now() - called < 2s);
    REQUIRE(signs.shows(3, "      ")); // blinks
    REQUIRE(signs.shows(3, "AA001 "));
    CHECK(signs.cells(4) == "      ");

    hall.office.controller.kill();
    const auto killed = std::chrono::steady_clock::now();
    REQUIRE(signs.shows(3, "----- "));
    CHECK(std::chrono::steady_clock::now() - killed >= 2s);
    REQUIRE(signs.shows(4, "----- "));
    hall.office.controller.start();
    REQUIRE(signs.shows(3, "AA001 "));
    REQUIRE(signs.shows(4, "      "));

    hall.display->signal(SIGTERM);
    const auto exit = hall.display->waitFor(Patience);
    INFO(hall.display->errors());
    REQUIRE((exit && *exit == Exit{}));
    CHECK(signs.cells(3) == "----- ");
    CHECK(signs.strange().empty());
}

TEST_CASE("a display does not start over a wrong file of signs, and says where it is wrong")
{
    Hall hall(R"({"lines": [{"line": "/dev/ttyS0", "protocol": "pigeon", "signs": []}]})");
    hall.begin();
    const auto exit = hall.display->waitFor(Patience);
    REQUIRE((exit && *exit == Exit{.code = 2}));
    const std::string errors = hall.display->errors();
    CHECK(errors.find("talon-display: --signs: " + hall.path("signs.json") +
                      ": lines[0].protocol is none of ascii, modbus\n") != std::string::npos);
}
