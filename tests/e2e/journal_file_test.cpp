#include "tests/e2e/test_office.h"
#include "tests/support/catch.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

using namespace std::chrono_literals;
using namespace talon::test;

/// What the controller does over a file that it cannot use: it says so in one line, leaves the
/// file as it is, and never begins with an empty office.
namespace {

constexpr Exit BadJournal{.code = 3, .signal = 0};

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// A stopped office with a few tickets.
std::unique_ptr<TestOffice> usedOffice()
{
    auto office = std::make_unique<TestOffice>();
    office->controller.start();
    HttpClient client(office->controller.port());
    for (int i = 0; i < 50; ++i) {
        const auto reply = client.send(post("/api/tickets", ticketFor(1 + i % 4),
                                            "key-" + std::to_string(i), office->terminal));
        REQUIRE(reply);
        REQUIRE(reply->status == 200);
    }
    REQUIRE(office->controller.stop() == Exit{});
    return office;
}

void execute(const std::filesystem::path& path, const char* sql)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

/// Serving ends at once with a message that holds these words, and the file is as before.
void checkRefused(const TestOffice& office, const std::string& words)
{
    const std::filesystem::path& path = office.controller.journal();
    const std::string before = bytesOf(path);
    const Finished served =
        office.controller.command("serve", {"--listen", "127.0.0.1:0"}, {}, 20s);
    INFO(served.output << served.errors);
    CHECK(served.exit == BadJournal);
    CHECK(served.output.find("listening") == std::string::npos);
    CHECK(served.errors.find(path.string()) != std::string::npos);
    CHECK(served.errors.find(words) != std::string::npos);
    CHECK(bytesOf(path) == before);
}

} // namespace

TEST_CASE("a missing journal is not replaced by an empty office")
{
    const auto office = usedOffice();
    std::filesystem::remove(office->controller.journal());
    const Finished served = office->controller.command("serve", {"--listen", "127.0.0.1:0"});
    CHECK(served.exit == BadJournal);
    CHECK_FALSE(std::filesystem::exists(office->controller.journal()));
}

TEST_CASE("a journal of no bytes is refused")
{
    const auto office = usedOffice();
    write(office->controller.journal(), "");
    checkRefused(*office, "");
    CHECK(std::filesystem::file_size(office->controller.journal()) == 0);
}

TEST_CASE("a file that is not a journal is refused")
{
    const auto office = usedOffice();
    SECTION("a text")
    {
        write(office->controller.journal(), "Dear diary, " + std::string(9000, '.'));
    }
    SECTION("another program's database")
    {
        std::filesystem::remove(office->controller.journal());
        execute(office->controller.journal(), "CREATE TABLE song(name TEXT)");
    }
    checkRefused(*office, "");
}

TEST_CASE("a journal of a newer version is refused")
{
    const auto office = usedOffice();
    execute(office->controller.journal(), "PRAGMA user_version=9999");
    checkRefused(*office, "newer");
}

TEST_CASE("a damaged journal is refused")
{
    const auto office = usedOffice();
    const std::string whole = bytesOf(office->controller.journal());
    SECTION("its head is gone")
    {
        write(office->controller.journal(), std::string(100, '\0') + whole.substr(100));
    }
    SECTION("its end is gone")
    {
        write(office->controller.journal(), whole.substr(0, whole.size() / 2));
    }
    SECTION("its middle is noise")
    {
        std::string noisy = whole;
        for (std::size_t i = 4096; i < noisy.size(); ++i) {
            noisy[i] = static_cast<char>(i * 131 >> 3);
        }
        write(office->controller.journal(), noisy);
    }
    checkRefused(*office, "");
}

TEST_CASE("a journal that may not be written is refused")
{
    constexpr uid_t Nobody = 65534;
    const auto office = usedOffice();
    const std::filesystem::path& path = office->controller.journal();
    const std::string before = bytesOf(path);
    // Root may write everything; and who is nobody may not reach a build in root's home.
    const std::filesystem::path program = office->folder.path() / "talon-controller";
    std::filesystem::copy_file(TALON_CONTROLLER, program);
    ::chmod(path.c_str(), 0444);
    ::chmod(office->folder.path().c_str(), 0555);
    ProcessOptions options;
    if (::getuid() == 0) {
        options.user = Nobody;
    }
    const Finished served =
        run({program.string(), "serve", "--journal", path.string(), "--listen", "127.0.0.1:0"},
            options);
    ::chmod(office->folder.path().c_str(), 0755);
    INFO(served.output << served.errors);
    CHECK(served.exit == BadJournal);
    CHECK(served.errors.find(path.string()) != std::string::npos);
    CHECK(bytesOf(path) == before);
}

TEST_CASE("a second controller on the same journal is refused, and the first goes on")
{
    const auto office = usedOffice();
    office->controller.start();
    const Finished second = office->controller.command("serve", {"--listen", "127.0.0.1:0"});
    INFO(second.errors);
    CHECK(second.exit == BadJournal);
    CHECK(second.errors.find(office->controller.journal().string()) != std::string::npos);
    HttpClient client(office->controller.port());
    const auto reply = client.send(post("/api/tickets", ticketFor(1), "after", office->terminal));
    REQUIRE(reply);
    CHECK(reply->status == 200);
    CHECK(visitsToday(*office, office->controller.signIn("manager")).size() == 51);
}

TEST_CASE("a device cannot be added beside a running controller")
{
    const auto office = usedOffice();
    office->controller.start();
    const Finished added =
        office->controller.command("add-device", {"--kind", "display", "--name", "second"});
    CHECK(added.exit == BadJournal);
    CHECK(added.output.empty());
}
