#include "controller/staff/token.h"
#include "tests/controller/api/port_bench.h"
#include "tests/support/catch.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace talon;
using namespace talon::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The staff at a terminal: a PIN or a badge, and ten minutes.
namespace {

const std::string BorisBadge = "TALON-S1 0123456789abcdef0123456789abcdef";

struct Terminal : PortBench
{
    explicit Terminal(const api::PortOptions& options = {})
        : PortBench(options)
    {
        office.setPinAndBadge({1}, "1111", "TALON-S1 anna"); // A clerk.
        office.setPinAndBadge({2}, "2222", BorisBadge);
        office.setPinAndBadge({4}, "44444444", "");
    }

    HttpReply show(const std::string& body, const std::string& headers = AsTerminal) const
    {
        return ask(*this, requestOf("POST", "/api/terminal/sign-in", headers, body));
    }
};

std::string tokenOf(const HttpReply& reply)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body))
        .object()
        .value("token"_L1)
        .toString()
        .toStdString();
}

std::string bearer(const std::string& token)
{
    return "Authorization: Bearer " + token + "\r\n";
}

} // namespace

TEST_CASE("a PIN says who stands at the terminal, and gives them a session")
{
    Terminal terminal;
    const HttpReply reply = terminal.show(R"({"pin":"2222"})");
    REQUIRE(reply.status == 200);
    const QJsonObject told =
        QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
    CHECK(told.keys() == QStringList{u"expiresAt"_s, u"name"_s, u"role"_s, u"staff"_s, u"token"_s});
    CHECK(told.value("staff"_L1).toInt() == 2);
    CHECK(told.value("name"_L1) == u"boris's name"_s);
    CHECK(told.value("role"_L1) == u"hallAdministrator"_s);
    CHECK(told.value("token"_L1).toString().size() == 70);
    CHECK(told.value("expiresAt"_L1).toInteger() ==
          (terminal.office.time().now + 10min).time_since_epoch().count());
    CHECK_FALSE(reply.header("Set-Cookie"));
    CHECK(terminal.show(R"({"pin":"44444444"})").status == 200);
}

TEST_CASE("a badge does the same")
{
    Terminal terminal;
    CHECK(terminal.show("{\"badge\":\"" + BorisBadge + "\"}").status == 200);
    CHECK(terminal.show(R"({"badge":"TALON-S1 "})").body == R"({"error":"wrong badge"})");
    CHECK(terminal.show(R"({"badge":""})").status == 403);
}

TEST_CASE("with the session a member acts in their own name at the terminal, for ten minutes")
{
    Terminal terminal;
    const std::string boris = bearer(tokenOf(terminal.show(R"({"pin":"2222"})")));
    CHECK(act(terminal, "/api/tickets", boris, R"({"service":1})").status == 200);
    CHECK(terminal.office.lastBy() == "staff:2");
    CHECK(ask(terminal, requestOf("GET", "/api/settings", boris)).status == 403); // A manager's.
    // The terminal stays the terminal.
    CHECK(act(terminal, "/api/tickets", AsTerminal, R"({"service":1})").status == 200);
    CHECK(terminal.office.lastBy() == "device:1");

    OfficeTime later = terminal.office.time();
    later.now += 10min;
    terminal.office.setTime(later);
    CHECK(act(terminal, "/api/tickets", boris, R"({"service":1})").status == 401);
}

TEST_CASE("the session of a terminal is none of a browser")
{
    Terminal terminal;
    const std::string token = tokenOf(terminal.show(R"({"pin":"2222"})"));
    CHECK(ask(terminal, requestOf("GET", "/api/session", bearer(token))).status == 200);
    CHECK(ask(terminal, requestOf("GET", "/api/session", "Cookie: talon-session=" + token + "\r\n"))
              .status == 401);
}

TEST_CASE("who has signed out at a terminal is out")
{
    Terminal terminal;
    const std::string boris = bearer(tokenOf(terminal.show(R"({"pin":"2222"})")));
    CHECK(ask(terminal, requestOf("DELETE", "/api/session", boris)).status == 200);
    CHECK(ask(terminal, requestOf("GET", "/api/session", boris)).status == 401);
}

TEST_CASE("a wrong PIN is told nothing more, nor a clerk, who has nothing to do there")
{
    Terminal terminal;
    const HttpReply wrong = terminal.show(R"({"pin":"1234"})");
    CHECK(wrong.status == 403);
    CHECK(wrong.body == R"({"error":"wrong pin"})");
    CHECK(terminal.show(R"({"pin":"1111"})").body == wrong.body);
    CHECK(terminal.show(R"({"badge":"TALON-S1 anna"})").status == 403);
    terminal.office.setPinAndBadge({2}, "", "");
    CHECK(terminal.show(R"({"pin":"2222"})").body == wrong.body);
}

TEST_CASE("after five wrong tries a terminal waits half a minute; another does not")
{
    Terminal terminal;
    for (int i = 0; i < 10; ++i) {
        CHECK(terminal.show(R"({"pin":"2222"})").status == 200); // Right ones cost nothing.
    }
    for (int i = 0; i < 5; ++i) {
        CHECK(
            terminal.show(i % 2 == 0 ? R"({"pin":"1234"})" : R"({"badge":"TALON-S1 x"})").status ==
            403);
    }
    const HttpReply reply = terminal.show(R"({"pin":"2222"})");
    CHECK(reply.status == 429);
    CHECK(reply.header("Retry-After") == "30");
    terminal.office.keep(staff::DeviceSaved{{.id = {3},
                                             .kind = staff::DeviceKind::Terminal,
                                             .name = "second",
                                             .tokenHash = staff::tokenHash("second")}},
                         [](bool /*kept*/) {});
    CHECK(terminal.show(R"({"pin":"2222"})", bearer("second")).status == 200);
}

TEST_CASE("a sign-in at a terminal is read strictly, and comes from a terminal")
{
    Terminal terminal;
    CHECK(terminal.show("{}").body == R"({"error":"pin or badge is to be shown, and not both"})");
    CHECK(terminal.show(R"({"pin":"2222","badge":"TALON-S1 x"})").status == 400);
    CHECK(terminal.show(R"({"pin":"222"})").body == R"({"error":"pin must have 4 to 8 digits"})");
    CHECK(terminal.show(R"({"pin":2222})").status == 400);
    CHECK(terminal.show("{\"badge\":\"" + std::string(129, 'x') + "\"}").status == 400);
    CHECK(terminal.show(R"({"pin":"2222"})", {}).status == 401);
    CHECK(terminal.show(R"({"pin":"2222"})", AsDisplay).status == 403);
    CHECK(terminal.show(R"({"pin":"2222"})", as("vera")).status == 403);
}

TEST_CASE("when too many sign in, and when the disk is full, the terminal asks again")
{
    Terminal terminal;
    terminal.office.setBusy(true);
    for (int i = 0; i < 6; ++i) {
        CHECK(terminal.show(R"({"pin":"2222"})").status == 503); // No wrong tries.
    }
    terminal.office.setBusy(false);
    terminal.office.setFull(true);
    CHECK(terminal.show(R"({"pin":"2222"})").status == 503);
}
