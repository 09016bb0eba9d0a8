#include "tests/e2e/test_office.h"
#include "tests/support/catch.h"
#include "tests/support/random.h"
#include "tests/support/weak_line.h"
#include "tests/support/websocket_client.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon::test;

/// The unmodified display and the real controller, with a line between them that breaks.
namespace {

constexpr int Windows = 8;

class Hall
{
public:
    explicit Hall(std::vector<std::string> displayOptions)
        : office(Windows)
        , m_options(std::move(displayOptions))
    {
        std::ofstream(path("token")) << office.display.second.substr(sizeof("Bearer ") - 1);
        office.controller.start();
        for (int window = 1; window <= Windows; ++window) {
            clerks.push_back(office.controller.signIn("clerk" + std::to_string(window)));
            done("/api/windows/" + std::to_string(window) + "/open", "{}", clerks.back());
        }
        line.emplace(office.controller.port());
        switchOn();
    }

    std::string path(const char* name) const { return (office.folder.path() / name).string(); }

    void switchOn()
    {
        std::vector<std::string> arguments{
            TALON_DISPLAY,  "--headless",
            "--controller", "http://127.0.0.1:" + std::to_string(line->port()),
            "--token-file", path("token"),
            "--state",      path("display")};
        arguments.insert(arguments.end(), m_options.begin(), m_options.end());
        display.emplace(arguments);
    }

    /// As when somebody pulls its plug.
    void restartDisplay()
    {
        display->signal(SIGKILL);
        display->waitFor(10s);
        m_earlierLog += display->errors();
        switchOn();
    }

    QJsonObject done(const std::string& path, const std::string& body, const Credential& who)
    {
        HttpClient client(office.controller.port());
        const auto reply = client.send(post(path, body, "key-" + std::to_string(++m_keys), who));
        REQUIRE(reply);
        INFO(path << ": " << reply->status << " " << reply->body);
        REQUIRE(reply->status == 200);
        return jsonOf(*reply);
    }

    /// How often each call was announced, or passed over as its visitor had come by then, by id.
    std::map<long, int> announced() const
    {
        static const std::regex words("(?:announced call ([0-9]+) |call ([0-9]+) is not said)");
        const std::string log = m_earlierLog + display->errors();
        std::map<long, int> times;
        for (std::sregex_iterator each(log.begin(), log.end(), words), end; each != end; ++each) {
            ++times[std::stol((*each)[1].matched ? (*each)[1] : (*each)[2])];
        }
        return times;
    }

    TestOffice office;
    std::vector<Credential> clerks;
    std::optional<WeakLine> line;
    std::optional<Process> display;

private:
    std::vector<std::string> m_options;
    std::string m_earlierLog;
    int m_keys = 0;
};

/// TALON_SOAK_MINUTES=60 for a long one.
std::chrono::seconds soakLength()
{
    const char* const minutes = std::getenv("TALON_SOAK_MINUTES");
    return minutes == nullptr ? 20s : std::chrono::seconds(60 * std::atoi(minutes));
}

/// What befalls an office: its line, its display and its controller.
void befall(Hall& hall, Random& random)
{
    if (random.oneIn(8)) {
        hall.line->cut();
    } else if (random.oneIn(16)) {
        hall.line->freeze(true);
        std::this_thread::sleep_for(std::chrono::milliseconds(random.from(100, 1500)));
        hall.line->freeze(false);
    } else if (random.oneIn(24)) {
        hall.restartDisplay();
    } else if (random.oneIn(40)) {
        hall.office.controller.kill();
        hall.office.controller.start();
    }
}

} // namespace

TEST_CASE("sixty calls a minute over a line that breaks are announced, each exactly once")
{
    const TempFolder sounds;
    Hall hall({"--sound", "wav:" + sounds.path().string()});
    Random random(20261124);
    int calls = 0;
    std::set<long> calledAgain; // The feed has the latest call of a visitor, so the one before may
                                // never have reached a display whose line was cut just then.
    auto next = std::chrono::steady_clock::now();
    const auto end = next + soakLength();
    for (std::size_t turn = 0; next < end; ++turn, next += 1s) {
        std::this_thread::sleep_until(next);
        const std::size_t at = turn % Windows;
        const std::string window = "/api/windows/" + std::to_string(at + 1);
        if (turn >= Windows) {
            hall.done(window + "/start", "{}", hall.clerks[at]);
            hall.done(window + "/finish", R"({"topic":1})", hall.clerks[at]);
        }
        const int service = static_cast<int>(turn % TestOffice::Services) + 1;
        hall.done("/api/tickets", ticketFor(service), hall.office.terminal);
        hall.done(window + "/call-next", "{}", hall.clerks[at]);
        ++calls;
        if (random.oneIn(6)) {
            std::this_thread::sleep_for(std::chrono::milliseconds(random.from(0, 300)));
            calledAgain.insert(calls);
            hall.done(window + "/recall", "{}", hall.clerks[at]);
            ++calls;
        }
        befall(hall, random);
    }
    const auto isSaid = [&](const std::map<long, int>& said, long id) {
        return said.contains(id) || calledAgain.contains(id);
    };
    const auto until = std::chrono::steady_clock::now() + 60s;
    for (long id = 1; id <= calls && std::chrono::steady_clock::now() < until;) {
        if (isSaid(hall.announced(), id)) {
            ++id;
        } else {
            std::this_thread::sleep_for(100ms);
        }
    }
    std::this_thread::sleep_for(1s); // Nothing more may come.
    const auto said = hall.announced();
    for (long id = 1; id <= calls; ++id) {
        INFO("call " << id << " of " << calls);
        CHECK(isSaid(said, id));
    }
    CHECK(std::ranges::all_of(said, [](const auto& each) { return each.second == 1; }));
    const auto files = std::ranges::distance(std::filesystem::directory_iterator(sounds.path()),
                                             std::filesystem::directory_iterator{});
    CHECK(files >= calls * 9 / 10); // All but those who had come.
    CHECK(files <= calls);
}

TEST_CASE("a display says on the dashboard that the office has no screen of its name")
{
    Hall hall({"--sound", "none", "--show", "nobody"});
    const Credential manager = hall.office.controller.signIn("manager");
    HttpClient client(hall.office.controller.port());
    const auto settings = client.send({.path = "/api/settings", .headers = {manager}});
    REQUIRE(settings);
    INFO(settings->head << settings->body);
    REQUIRE(settings->status == 200);
    QJsonObject office = jsonOf(*settings);
    office.insert(u"screens"_s, QJsonArray{QJsonObject{{u"name"_s, u"hall"_s}}});
    HttpRequest change =
        post("/api/settings", QJsonDocument(office).toJson().toStdString(), "settings", manager);
    change.method = "PUT";
    const auto changed = client.send(change);
    REQUIRE(changed);
    INFO(changed->head << changed->body);
    REQUIRE(changed->status == 200);

    auto feed =
        WebSocketClient::open(hall.office.controller.port(), "/api/feeds/dashboard", {manager});
    REQUIRE(feed);
    const auto until = std::chrono::steady_clock::now() + 30s;
    QJsonArray problems;
    while (problems.isEmpty() && std::chrono::steady_clock::now() < until) {
        const auto text = feed->waitForNext(10s);
        REQUIRE(text);
        const QJsonObject message =
            QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object();
        for (const QJsonValue device :
             message.value("view"_L1).toObject().value("devices"_L1).toArray()) {
            const QJsonValue status = device.toObject().value("status"_L1);
            problems = status.toObject().value("problems"_L1).toArray();
            if (!problems.isEmpty()) {
                break;
            }
        }
    }
    CHECK(problems == QJsonArray{u"screen"_s});
}
