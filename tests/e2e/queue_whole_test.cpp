#include "tests/e2e/test_office.h"
#include "tests/support/catch.h"

#include <QJsonArray>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace talon::test;

/// The whole queue in the real program: what clerks do, what time does, and both over a power cut.
namespace {

/// One connection of a member of the staff, with keys of its own.
class Member
{
public:
    Member(TestOffice& office, const std::string& login)
        : m_office(office)
        , m_credential(office.controller.signIn(login))
    {}

    HttpReply post(const std::string& path, const std::string& body = "{}")
    {
        const std::string key = "key-" + std::to_string(++keys);
        HttpClient client(m_office.controller.port());
        const auto reply = client.send(talon::test::post(path, body, key, m_credential));
        REQUIRE(reply);
        return *reply;
    }

    QJsonObject done(const std::string& path, const std::string& body = "{}")
    {
        const HttpReply reply = post(path, body);
        INFO(path << ": " << reply.status << " " << reply.body);
        REQUIRE(reply.status == 200);
        return jsonOf(reply);
    }

    QJsonObject get(const std::string& path)
    {
        HttpClient client(m_office.controller.port());
        const auto reply = client.send({.path = path, .headers = {m_credential}});
        REQUIRE(reply);
        INFO(reply->body);
        REQUIRE(reply->status == 200);
        return jsonOf(*reply);
    }

    /// The state of a window in the list of all.
    QString window(int id)
    {
        for (const QJsonValue row : get("/api/windows").value("windows"_L1).toArray()) {
            if (row.toObject().value("id"_L1).toInt() == id) {
                return row.toObject().value("state"_L1).toString();
            }
        }
        return {};
    }

    /// The state of a visit of today.
    QString visit(int id)
    {
        for (const QJsonValue row : get("/api/visits").value("visits"_L1).toArray()) {
            if (row.toObject().value("visit"_L1).toInt() == id) {
                return row.toObject().value("state"_L1).toString();
            }
        }
        return {};
    }

private:
    static inline int keys = 0;

    TestOffice& m_office;
    Credential m_credential;
};

template <class Condition>
bool within(std::chrono::seconds patience, Condition condition)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(50ms);
    }
    return true;
}

} // namespace

TEST_CASE("holds, routes, bookings and the way back outlive a power cut")
{
    TestOffice office(2);
    office.controller.start();
    {
        Member manager(office, "manager");
        Member clerk(office, "clerk1");
        manager.done("/api/tickets", R"({"service":1,"then":[2],"people":3})"); // 1
        manager.done("/api/tickets", R"({"service":1})");                       // 2
        manager.done("/api/tickets", R"({"service":1})");                       // 3
        manager.done("/api/bookings",
                     R"({"code":"7K3M","service":1,"day":"2026-11-24","time":"10:40"})");
        clerk.done("/api/windows/1/open");
        clerk.done("/api/windows/1/call-next");
        clerk.done("/api/windows/1/start", R"({"visit":1})");
        clerk.done("/api/visits/2/hold");
        clerk.done("/api/windows/1/finish", R"({"topic":1,"visit":1})");
    }
    office.controller.kill();
    office.controller.start();

    Member manager(office, "manager");
    Member clerk(office, "clerk1");
    CHECK(manager.visit(1) == u"waiting"_s); // For its second service.
    CHECK(manager.visit(2) == u"held"_s);
    const QJsonObject undone = clerk.done("/api/windows/1/undo");
    CHECK(undone.value("visit"_L1).toObject().value("visit"_L1).toInt() == 1);
    CHECK(manager.visit(1) == u"serving"_s);
    CHECK(undone.value("visit"_L1).toObject().value("then"_L1) == QJsonArray{2});
    clerk.done("/api/visits/2/return");
    CHECK(manager.visit(2) == u"waiting"_s);
    const QJsonObject ticket = manager.done("/api/bookings/1/check-in");
    CHECK(ticket.value("visit"_L1).toInt() == 4);

    office.controller.stop();
    const Finished check = office.controller.command("check");
    INFO(check.errors);
    CHECK(check.exit.code == 0);
}

TEST_CASE("time does what time does: a hold ends and a break begins, while nobody asks")
{
    TestOffice office(2);
    office.controller.setPretendTime("2026-11-24T11:59:57");
    office.controller.start();
    Member manager(office, "manager");
    Member first(office, "clerk1");
    Member second(office, "clerk2");
    first.done("/api/windows/1/open");
    second.done("/api/windows/2/open");
    manager.done("/api/windows/1/breaks", R"({"breaks":[{"begins":"12:00","minutes":30}]})");
    manager.done("/api/tickets", R"({"service":1})");
    const auto now = manager.get("/api/visits")
                         .value("visits"_L1)
                         .toArray()
                         .first()
                         .toObject()
                         .value("joinedAt"_L1)
                         .toInteger();
    first.done("/api/visits/1/hold", "{\"until\":" + std::to_string(now + 2000) + "}");
    CHECK(first.window(1) == u"open"_s);
    CHECK(manager.visit(1) == u"held"_s);
    CHECK(within(20s, [&] { return first.window(1) == u"onBreak"_s; }));
    CHECK(within(20s, [&] { return manager.visit(1) == u"waiting"_s; }));
    CHECK(second.window(2) == u"open"_s);
    CHECK(first.post("/api/windows/1/call-next").body == R"({"refusal":"windowClosed"})");
    second.done("/api/windows/2/call-next");
}

TEST_CASE("a ticket tells how long it will take, and the dashboard's figures come from that")
{
    TestOffice office(1);
    office.controller.start();
    Member manager(office, "manager");
    Member clerk(office, "clerk1");
    CHECK(manager.done("/api/tickets", R"({"service":1})").value("promised"_L1).isNull());
    clerk.done("/api/windows/1/open");
    const QJsonObject told =
        manager.done("/api/tickets", R"({"service":1})").value("promised"_L1).toObject();
    CHECK(told.value("lowSeconds"_L1).toInt() > 0);
    CHECK(told.value("highSeconds"_L1).toInt() > told.value("lowSeconds"_L1).toInt());
    CHECK(manager.get("/api/rule").value("statements"_L1).toArray().size() > 3);
}
