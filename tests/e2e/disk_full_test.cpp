#include "tests/e2e/test_office.h"
#include "tests/support/catch.h"

#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <fstream>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon::test;

namespace {

/// A disk so small that it can be filled. Needs the right to mount.
class SmallDisk
{
public:
    SmallDisk()
        : m_isMounted(::mount("tmpfs", m_folder.path().c_str(), "tmpfs", 0, "size=4m") == 0)
    {}
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk()
    {
        if (m_isMounted) {
            ::umount2(m_folder.path().c_str(), MNT_DETACH);
        }
    }

    bool isMounted() const { return m_isMounted; }
    const std::filesystem::path& path() const { return m_folder.path(); }

    /// Leaves so many bytes free.
    void fillUpTo(std::uint64_t left) const
    {
        struct statvfs now = {};
        REQUIRE(::statvfs(path().c_str(), &now) == 0);
        const std::uint64_t free = now.f_bavail * now.f_bsize;
        std::ofstream(filler(), std::ios::app) << std::string(free - left, 'x');
    }

    void makeRoom() const { std::filesystem::remove(filler()); }

private:
    std::filesystem::path filler() const { return path() / "filler"; }

    TempFolder m_folder;
    bool m_isMounted;
};

/// Tickets issued one after the other, until one is not kept.
class Issuer
{
public:
    explicit Issuer(const TestOffice& office)
        : m_client(office.controller.port())
        , m_terminal(office.terminal)
    {}

    std::optional<HttpReply> issue()
    {
        ++m_keys;
        return repeatLast();
    }

    /// The first answer that is not a ticket; none when the connection broke.
    std::optional<HttpReply> issueUntilRefused()
    {
        constexpr int Enough = 9000;
        for (int i = 0; i < Enough; ++i) {
            if (auto reply = issue(); !reply || reply->status != 200) {
                return reply;
            }
        }
        FAIL("the disk does not fill up");
        return std::nullopt;
    }

    std::optional<HttpReply> repeatLast()
    {
        auto reply = m_client.send(
            post("/api/tickets", ticketFor(1), "key-" + std::to_string(m_keys), m_terminal));
        if (reply && reply->status == 200) {
            m_told.insert(textOf(jsonOf(*reply).value("number"_L1)));
        }
        return reply;
    }

    /// After a restart.
    void connectAnew() { m_client.disconnect(); }

    const std::set<std::string>& told() const { return m_told; }

private:
    HttpClient m_client;
    Credential m_terminal;
    int m_keys = 0;
    std::set<std::string> m_told;
};

std::set<std::string> numbersOf(const QJsonArray& visits)
{
    std::set<std::string> numbers;
    for (const auto& visit : visits) {
        CHECK(numbers.insert(textOf(visit["number"_L1])).second);
    }
    return numbers;
}

} // namespace

TEST_CASE("on a full disk tickets are refused, none is lost, and work goes on when there is room")
{
    const SmallDisk disk;
    if (!disk.isMounted()) {
        WARN("not tried: a small disk cannot be mounted here; run as root");
        return;
    }
    TestOffice office(3, disk.path());
    office.controller.start();
    const Credential manager = office.controller.signIn("manager");
    Issuer issuer(office);
    REQUIRE(issuer.issue()->status == 200);

    for (int round = 0; round < 3; ++round) {
        disk.fillUpTo(200'000);
        const auto refused = issuer.issueUntilRefused();
        INFO(office.controller.process().errors());
        REQUIRE(refused);
        INFO(refused->body);
        CHECK(refused->status == 503);
        CHECK(refused->header("Retry-After"));
        CHECK_FALSE(jsonOf(*refused).value("error"_L1).toString().isEmpty());
        // Looking on is still possible, and shows nothing that was not kept.
        CHECK(numbersOf(visitsToday(office, manager)) == issuer.told());

        disk.makeRoom();
        const auto repeated = issuer.repeatLast();
        REQUIRE(repeated);
        CHECK(repeated->status == 200);
        CHECK(numbersOf(visitsToday(office, manager)) == issuer.told());
        office.controller.kill();
        office.controller.start();
        issuer.connectAnew();
        CHECK(numbersOf(visitsToday(office, manager)) == issuer.told());
    }
    CHECK(office.controller.stop() == Exit{});
    CHECK(office.controller.command("check").exit == Exit{});
}

TEST_CASE("a disk that fails ends the controller, and what it told is there again")
{
    TestOffice office;
    const auto now = std::filesystem::file_size(office.controller.journal());
    // Files may not grow further: writing fails as a broken disk does.
    office.controller.limitFiles(now + 400'000);
    office.controller.start();
    Issuer issuer(office);
    CHECK_FALSE(issuer.issueUntilRefused());
    CHECK(office.controller.process().waitFor(5s) == Exit{.code = 5, .signal = 0});

    office.controller.limitFiles(std::nullopt);
    office.controller.start();
    const auto numbers = numbersOf(visitsToday(office, office.controller.signIn("manager")));
    for (const std::string& number : issuer.told()) {
        CHECK(numbers.contains(number));
    }
    // The last one may have been kept, but nobody was told.
    CHECK(numbers.size() <= issuer.told().size() + 1);
    CHECK(issuer.told().size() > 10);
}
