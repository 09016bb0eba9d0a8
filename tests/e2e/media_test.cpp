#include "tests/e2e/test_office.h"
#include "tests/support/catch.h"
#include "tests/support/weak_line.h"

#include <chrono>
#include <fstream>
#include <functional>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon::test;
namespace fs = std::filesystem;

/// Pictures and videos on their way from the office's folder to a display, by the real programs.
namespace {

class Office
{
public:
    Office()
        : controller({.program = TALON_CONTROLLER,
                      .journal = folder.path() / "office.journal",
                      .serveArguments = {"--media", media().string()},
                      .process = {}})
    {
        fs::create_directory(media());
        controller.init(settingsForLoad(1, 1));
        display = bearer(controller.addDevice("display", "hall"));
        terminal = bearer(controller.addDevice("terminal", "entrance"));
        std::ofstream(folder.path() / "token") << display.second.substr(sizeof("Bearer ") - 1);
        controller.start();
    }

    fs::path media() const { return folder.path() / "media"; }

    void put(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(media() / name, std::ios::binary) << bytes;
    }

    HttpReply get(const std::string& path,
                  std::vector<std::pair<std::string, std::string>> headers = {}) const
    {
        headers.push_back(display);
        HttpClient client(controller.port());
        const auto reply = client.send({.path = path, .headers = headers});
        REQUIRE(reply);
        return *reply;
    }

    QJsonArray list() const
    {
        const HttpReply reply = get("/api/media");
        return reply.status == 200 ? jsonOf(reply).value("items"_L1).toArray() : QJsonArray();
    }

    TempFolder folder;
    ControllerProcess controller;
    Credential display;
    Credential terminal;
};

bool eventually(const std::function<bool()>& condition)
{
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until) {
            return false;
        }
        std::this_thread::sleep_for(50ms);
    }
    return true;
}

std::string noise(std::size_t bytes)
{
    std::string text(bytes, '\0');
    std::uint32_t state = 1;
    for (char& each : text) {
        state = state * 1664525U + 1013904223U;
        each = static_cast<char>(state >> 24U);
    }
    return text;
}

std::string contentOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE(
    "the controller hands out what lies in the office's folder, whole or in part, to displays")
{
    const Office office;
    const std::string bytes = noise(100'000);
    office.put("Тарифы 15s.png", bytes);
    REQUIRE(eventually([&] { return office.list().size() == 1; }));
    const QJsonObject item = office.list().at(0).toObject();
    CHECK(item.value("name"_L1).toString() == u"Тарифы 15s.png"_s);
    CHECK(item.value("seconds"_L1).toInt() == 15);

    const std::string path = "/api/media/%D0%A2%D0%B0%D1%80%D0%B8%D1%84%D1%8B%2015s.png";
    const HttpReply whole = office.get(path);
    CHECK(whole.status == 200);
    CHECK(whole.header("content-type") == "image/png");
    CHECK(whole.body == bytes);
    const HttpReply part = office.get(path, {{"Range", "bytes=99990-"}});
    CHECK(part.status == 206);
    CHECK(part.header("content-range") == "bytes 99990-99999/100000");
    CHECK(part.body == bytes.substr(99990));
    CHECK(office.get(path, {{"Range", "bytes=100000-"}}).status == 416);
    const std::string etag = whole.header("etag").value_or("");
    CHECK(office.get(path, {{"If-None-Match", etag}}).status == 304);
    CHECK(office.get(path, {{"Range", "bytes=5-"}, {"If-Range", "\"other\""}}).status == 200);

    for (const char* const wrong :
         {"/api/media/..%2foffice.journal", "/api/media/../office.journal", "/api/media/%2e%2e",
          "/api/media/nothing.png", "/api/media/", "/api/media/a%00.png", "/api/media/%zz"}) {
        INFO(wrong);
        CHECK(office.get(wrong).status == 404);
    }
    HttpClient client(office.controller.port());
    const auto stranger = client.send({.path = path});
    REQUIRE(stranger);
    CHECK(stranger->status == 401);
    const auto kiosk = client.send({.path = path, .headers = {office.terminal}});
    REQUIRE(kiosk);
    CHECK(kiosk->status == 403);
}

TEST_CASE("a display brings what the office shows, over a line that breaks, and keeps nothing else")
{
    Office office;
    const std::string video = noise(3'000'000);
    office.put("a.png", noise(2'000));
    office.put("b.mp4", video);
    REQUIRE(eventually([&] { return office.list().size() == 2; }));
    const std::string hash =
        office.list().at(1).toObject().value("sha256"_L1).toString().toStdString();

    std::optional<WeakLine> line(office.controller.port());
    const fs::path kept = office.folder.path() / "display" / "media";
    const Process display({TALON_DISPLAY, "--headless", "--controller",
                           "http://127.0.0.1:" + std::to_string(line->port()), "--token-file",
                           (office.folder.path() / "token").string(), "--state",
                           (office.folder.path() / "display").string(), "--sound", "none"});
    const auto filesHere = [&] {
        return fs::exists(kept) ? std::distance(fs::directory_iterator(kept), {}) : 0;
    };
    // Cut again and again while it comes.
    for (int i = 0; i < 4 && !fs::exists(kept / (hash + ".mp4")); ++i) {
        std::this_thread::sleep_for(150ms);
        line->cut();
    }
    INFO(display.errors());
    REQUIRE(eventually([&] { return fs::exists(kept / (hash + ".mp4")); }));
    CHECK(contentOf(kept / (hash + ".mp4")) == video);
    REQUIRE(eventually([&] { return filesHere() == 3; })); // With the list.

    fs::remove(office.media() / "b.mp4");
    REQUIRE(eventually([&] { return filesHere() == 2; }));
    CHECK_FALSE(fs::exists(kept / (hash + ".mp4")));
}

TEST_CASE("a video is tried in a process of its own, which tells a good one from a broken one")
{
    const TempFolder folder;
    std::ofstream(folder.path() / "broken.mp4", std::ios::binary) << noise(20'000);
    const auto tryVideo = [](const fs::path& path) {
        return run({TALON_DISPLAY, "--try-video", path.string()}).exit.code;
    };
    const fs::path clips = TALON_SOURCE_DIR "/tests/display/media";
    CHECK(tryVideo(clips / "clip.mp4") == 0);
    CHECK(tryVideo(clips / "clip.webm") == 0);
    CHECK(tryVideo(folder.path() / "broken.mp4") == 1);
    CHECK(tryVideo(folder.path() / "nothing.mp4") == 1);
}
