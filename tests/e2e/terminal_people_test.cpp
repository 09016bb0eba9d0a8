#include "tests/e2e/test_office.h"
#include "tests/hw/pty_line.h"
#include "tests/support/catch.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon::test;

/// The unmodified terminal and the real controller, with people in front of them: a booked visitor
/// and a hall administrator show their codes to a scanner on a serial line.
namespace {

constexpr std::chrono::seconds Patience{60};

/// A terminal whose visitors are scripted: the script sees and touches what a person would.
struct Hall
{
    explicit Hall(const std::string& script)
    {
        office.controller.addStaff("vera", "hallAdministrator");
        badge = office.controller.command("add-badge", {"--login", "vera"}).output;
        badge.resize(badge.find('\n'));
        std::ofstream(path("token")) << office.terminal.second.substr(sizeof("Bearer ") - 1);
        std::ofstream(path("script.json")) << script;
        office.controller.start();
        manager = office.controller.signIn("manager");
    }

    std::string path(const char* name) const { return (office.folder.path() / name).string(); }

    void begin()
    {
        terminal.emplace(std::vector<std::string>{
            TALON_TERMINAL, "--headless", "--controller",
            "http://127.0.0.1:" + std::to_string(office.controller.port()), "--token-file",
            path("token"), "--printer", "virtual:" + path("tickets"), "--state", path("state"),
            "--scanner", "serial:" + scanner.path(), "--speech-output", "none", "--visitor",
            path("script.json")});
    }

    /// Waits for these words in the terminal's log.
    void waitFor(const std::string& words, int times = 1) const
    {
        const auto until = std::chrono::steady_clock::now() + Patience;
        const auto count = [&] {
            int found = 0;
            const std::string log = terminal->errors();
            for (auto at = log.find(words); at != std::string::npos; at = log.find(words, at + 1)) {
                ++found;
            }
            return found;
        };
        while (count() < times && std::chrono::steady_clock::now() < until) {
            std::this_thread::sleep_for(50ms);
        }
        INFO(terminal->errors());
        REQUIRE(count() >= times);
    }

    void show(const std::string& code) const { scanner.send(code + "\r"); }

    QJsonObject booked(const std::string& request) const
    {
        HttpClient client(office.controller.port());
        const auto reply = client.send(post("/api/bookings", request, "booking-1", manager));
        REQUIRE(reply);
        INFO(reply->body);
        REQUIRE(reply->status == 200);
        return jsonOf(*reply);
    }

    void end()
    {
        const auto exit = terminal->waitFor(Patience);
        INFO(terminal->errors());
        REQUIRE((exit && *exit == Exit{}));
    }

    TestOffice office;
    std::string badge;
    Credential manager;
    PtyLine scanner;
    std::optional<Process> terminal;
};

int picturesIn(const std::string& folder)
{
    int count = 0;
    for (const auto& each : std::filesystem::directory_iterator(folder)) {
        count += each.path().extension() == ".png" ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("a hall administrator with a badge prints a copy and gives somebody a ticket")
{
    Hall hall(R"([
        {"tap":"service-1","patienceMs":30000}, {"expect":"done"}, {"paper":"printed"},
        {"tap":"finish"},
        {"tap":"staff-tickets","patienceMs":30000}, {"tap":"ticket-AA001"}, {"tap":"reprint"},
        {"tap":"staffToTickets"}, {"tap":"staffToMenu"},
        {"tap":"staff-issue"}, {"tap":"service-2"}, {"expect":"done"}, {"paper":"printed"},
        {"tap":"finish"}, {"tap":"staff-testPrint"}, {"tap":"staffLeave"}, {"quit":true}])");
    hall.begin();
    hall.waitFor("taps \"finish\"");
    hall.show("TALON-S1 this-is-nobodys-badge");
    hall.waitFor("a sign-in was refused");
    hall.show(hall.badge);
    hall.waitFor("staff leaves the terminal");
    hall.end();

    const QJsonArray visits = visitsToday(hall.office, hall.manager);
    REQUIRE(visits.size() == 2);
    for (const auto& each : visits) {
        const QJsonObject visit = each.toObject();
        const bool isFirst = visit.value("service"_L1).toInt() == 1;
        CHECK(textOf(visit.value("print"_L1)) == "printed");
        CHECK(visit.value("copies"_L1).toInt() == (isFirst ? 1 : 0));
    }
    CHECK(picturesIn(hall.path("tickets")) == 4); // Two tickets, a copy, a test page.
}

TEST_CASE("a booked visitor checks in with the code; a code that is known is found in any spelling")
{
    Hall hall(R"([
        {"expect":"services","patienceMs":30000}, {"expect":"done","patienceMs":30000},
        {"paper":"printed"}, {"tap":"finish"}, {"expect":"arrival","patienceMs":30000},
        {"quit":true}])");
    const QJsonObject booking =
        hall.booked(R"({"code":"7K3M-2","service":3,"day":"2026-11-24","time":"10:20"})");
    hall.begin();
    hall.waitFor("screen \"services\"");
    hall.show("TALON-B1 engels 7k3m2");
    hall.waitFor("taps \"finish\"");
    hall.show("TALON-B1 engels 7K3M-2"); // Once more: they are here already.
    hall.end();

    const QJsonArray visits = visitsToday(hall.office, hall.manager);
    REQUIRE(visits.size() == 1);
    const QJsonObject visit = visits.first().toObject();
    CHECK(visit.value("service"_L1).toInt() == 3);
    CHECK(visit.value("bookedFor"_L1) == booking.value("at"_L1));
}
