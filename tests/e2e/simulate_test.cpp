#include "tests/e2e/test_office.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace talon::test;

/// `talon-controller simulate`, the real program, at the prompt.
namespace {

const std::string Offices = TALON_SOURCE_DIR "/packaging/offices/";

/// A folder with files in and out.
class Desk
{
public:
    std::string write(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_folder.path() / name) << text;
        return path(name);
    }
    std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }
    std::string read(const std::string& name) const
    {
        std::ifstream file(m_folder.path() / name);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    TempFolder m_folder;
};

Finished simulate(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), {TALON_CONTROLLER, "simulate"});
    return run(arguments);
}

/// What a row of the table says, without the spaces between.
std::string row(const Finished& finished, const std::string& label)
{
    std::istringstream lines(finished.output);
    for (std::string line; std::getline(lines, line);) {
        if (line.find(label) != std::string::npos) {
            std::istringstream words(line.substr(line.find(label) + label.size()));
            std::string text;
            for (std::string word; words >> word;) {
                text += (text.empty() ? "" : " ") + word;
            }
            return text;
        }
    }
    return "no such row";
}

long lines(const std::string& text)
{
    return std::ranges::count(text, '\n');
}

/// Two for the cash desk at once, a veteran after them, all at the one window that is open.
const std::string Trace = "arrival;service;category;patience;service_time\r\n"
                          "2026-11-24T10:00:00;2;;;600\r\n"
                          "2026-11-24T10:00:10;2;;;600\r\n"
                          "2026-11-24T10:00:20;2;1;;600\r\n";
const std::string OneDesk = "window,opens,closes\n6,closed,\n";

} // namespace

TEST_CASE("a trace is lived under every rule, side by side")
{
    const Desk desk;
    const Finished finished = simulate(
        {"--trace", desk.write("trace.csv", Trace), "--office", Offices + "engels.json", "--plan",
         desk.write("plan.csv", OneDesk), "--compare", "rules", "--walk", "0", "--hand-over", "0",
         "--csv", desk.path("out.csv"), "--visits-csv", desk.path("visits.csv")});
    INFO(finished.errors);
    REQUIRE(finished.exit == Exit{});
    CHECK(finished.errors.empty());
    CHECK(finished.output.starts_with("Энгельсский ЦОК, 2026-11-24 to 2026-11-24\n"));
    CHECK(row(finished, "visits") == "3 3 3 3");
    CHECK(row(finished, "  served") == "3 3 3 3");
    // The veteran second, except where all are alike.
    CHECK(row(finished, "Ветеран или инвалид войны") ==
          "9:40 9:40 0.0 % 19:40 19:40 0.0 % 9:40 9:40 0.0 % 19:40 19:40 0.0 %");
    CHECK(row(finished, "overtakings") == "1 0 1 0");
    CHECK(row(finished, "idle while somebody waited") == "0:00 0:00 0:00 0:00");
    CHECK(lines(desk.read("visits.csv")) == 1 + 4 * 3);
    CHECK(desk.read("out.csv").find("earliestDue,all,,1,3,3,0,0,0,") != std::string::npos);
}

TEST_CASE("the sample office works out of the box, and its seed says the same again")
{
    const Desk desk;
    const std::vector<std::string> arguments{
        "--office", Offices + "engels.json", "--load", Offices + "engels-load.json", "--days", "3"};
    const Finished first = simulate(arguments);
    REQUIRE(first.exit == Exit{});
    CHECK(simulate(arguments).output == first.output);
    auto other = arguments;
    other.insert(other.end(), {"--seed", "2"});
    CHECK(simulate(other).output != first.output);

    // Written out and read again, the same visitors make the same table.
    auto writing = arguments;
    writing.insert(writing.end(), {"--trace-csv", desk.path("trace.csv")});
    REQUIRE(simulate(writing).exit == Exit{});
    CHECK(
        simulate({"--office", Offices + "engels.json", "--trace", desk.path("trace.csv")}).output ==
        first.output);
}

TEST_CASE("what if window 4 opened at eleven, and a fifth more came?")
{
    const Finished finished = simulate({"--office", Offices + "engels.json", "--load",
                                        Offices + "engels-load.json", "--days", "1", "--variant",
                                        "late:window.4=11:00-17:00", "--variant", "more:load=120"});
    INFO(finished.errors);
    REQUIRE(finished.exit == Exit{});
    std::istringstream words(row(finished, "visits"));
    int asItIs = 0;
    int late = 0;
    int more = 0;
    words >> asItIs >> late >> more;
    CHECK(asItIs > 0);
    CHECK(late == asItIs);
    CHECK(more > asItIs);
}

TEST_CASE("a day in the journal is lived again, beside the office that goes on")
{
    TestOffice office;
    office.controller.start();
    HttpClient client(office.controller.port());
    const auto send = [&](const std::string& path, const std::string& body, const Credential& who) {
        static int key = 0;
        const auto reply = client.send(post(path, body, "key-" + std::to_string(++key), who));
        REQUIRE(reply);
        INFO(reply->body);
        REQUIRE(reply->status == 200);
    };
    const Credential clerk = office.controller.signIn("clerk1");
    for (int i = 0; i < 4; ++i) {
        send("/api/tickets", ticketFor(1 + i % 2), office.terminal);
    }
    send("/api/windows/1/open", "{}", clerk);
    for (int i = 0; i < 3; ++i) {
        send("/api/windows/1/call-next", "{}", clerk);
        send("/api/windows/1/start", "{}", clerk);
        send("/api/windows/1/finish", R"({"topic":1})", clerk);
    }
    const std::string journal = office.controller.journal().string();
    const Finished finished = simulate(
        {"--journal", journal, "--from", "2026-11-01", "--to", "2026-11-30", "--compare", "rules"});
    INFO(finished.errors);
    REQUIRE(finished.exit == Exit{});
    CHECK(row(finished, "days") == "1 1 1 1");
    CHECK(row(finished, "visits") == "4 4 4 4");
    // Windows 2 and 3 served nobody: they were closed.
    CHECK(finished.output.find("closed") != std::string::npos);
    // Days without visitors are none to simulate.
    CHECK(simulate({"--journal", journal, "--from", "2026-10-01", "--to", "2026-10-30"}).exit ==
          Exit{.code = 2, .signal = 0});
}

TEST_CASE("what it cannot do it says in one line, and ends with its code")
{
    const Desk desk;
    const std::string office = Offices + "engels.json";
    const std::string load = Offices + "engels-load.json";
    const std::string good = desk.write("good.csv", Trace);
    const std::string trace = desk.write("trace.csv", "arrival,service,service_time\n"
                                                      "2026-11-24T10:00:00,1,180\n"
                                                      "2026-11-24T10:00:00,99,180\n");
    const auto check = [](const Finished& finished, int code, const std::string& words) {
        INFO(finished.errors);
        CHECK(finished.exit == Exit{.code = code, .signal = 0});
        CHECK(finished.errors.find(words) != std::string::npos);
        CHECK(finished.output.empty());
    };
    check(simulate({}), 1, "one of --journal, --trace and --load is needed");
    check(simulate({"--load", load}), 1, "--office is needed");
    check(simulate({"--load", load, "--trace", trace, "--office", office}), 1, "one of");
    check(simulate({"--load", load, "--office", office, "--variant", "a:order=best"}), 1,
          "--variant a:order=best: order must be ");
    check(simulate({"--trace", good, "--office", office, "--variant", "a:load=120"}), 1,
          "load changes only what --load describes");
    check(simulate({"--load", load, "--office", office, "--from", "yesterday"}), 1,
          "--from must be a day like 2026-01-12");
    check(simulate({"--load", load, "--office", office, "--walk", "-1"}), 1, "--walk");
    check(simulate({"--trace", trace, "--office", office}), 2,
          "trace.csv: line 3, column service names no service of the office: 99");
    check(simulate({"--trace", desk.path("none.csv"), "--office", office}), 2, "cannot be read");
    check(simulate({"--load", desk.write("load.json", "{\"services\":[{\"id\":1}]}"), "--office",
                    office}),
          2, "load.json: services[0].perHour must be an object");
    check(simulate({"--journal", desk.path("none.journal"), "--from", "2026-11-24", "--to",
                    "2026-11-24"}),
          3, "none.journal");
    check(simulate({"--load", load, "--office", office, "--visits-csv", "/nowhere/visits.csv"}), 5,
          "/nowhere/visits.csv: cannot be written");
}
