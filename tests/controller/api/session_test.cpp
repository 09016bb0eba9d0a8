#include "controller/staff/password.h"
#include "controller/staff/token.h"
#include "tests/controller/api/port_bench.h"
#include "tests/support/catch.h"

using namespace talon;
using namespace talon::test;

namespace {

HttpReply signIn(const PortBench& bench, const std::string& login, const std::string& password)
{
    return ask(bench, requestOf("POST", "/api/session", {},
                                "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}"));
}

/// What a browser sends back of the cookie that it was given.
std::string cookieOf(const HttpReply& reply)
{
    const std::string set = reply.header("Set-Cookie").value_or("");
    return "Cookie: " + set.substr(0, set.find(';')) + "\r\n";
}

} // namespace

TEST_CASE("a member signs in, is known, and signs out")
{
    PortBench bench;
    const HttpReply welcome = signIn(bench, "Anna", "annaanna"); // Logins know no case.
    REQUIRE(welcome.status == 200);
    CHECK(welcome.body ==
          R"({"staff":{"id":1,"login":"anna","name":"anna's name","role":"clerk"}})");
    const std::string set = welcome.header("Set-Cookie").value_or("");
    CHECK(set.starts_with("talon-session="));
    CHECK(set.find("; HttpOnly; SameSite=Strict; Path=/; Max-Age=43200") != std::string::npos);
    CHECK(set.find_first_of(';') == std::string("talon-session=").size() + 64);

    const std::string cookie = cookieOf(welcome);
    CHECK(ask(bench, requestOf("GET", "/api/session", cookie)).body == welcome.body);
    const HttpReply bye = ask(bench, requestOf("DELETE", "/api/session", cookie));
    CHECK(bye.body == "{}");
    CHECK(bye.header("Set-Cookie").value_or("").find("Max-Age=0") != std::string::npos);
    CHECK(ask(bench, requestOf("GET", "/api/session", cookie)).status == 401);
}

TEST_CASE("a wrong password and an unknown login are told nothing more, after the same work")
{
    PortBench bench;
    const HttpReply wrong = signIn(bench, "anna", "nonsense");
    const HttpReply unknown = signIn(bench, "nobody", "nonsense");
    CHECK(wrong.status == 401);
    CHECK(wrong.body == R"({"error":"wrong login or password"})");
    CHECK(unknown.status == wrong.status);
    CHECK(unknown.body == wrong.body);
    REQUIRE(bench.office.triedHashes().size() == 2);
    CHECK(bench.office.triedHashes()[1] == staff::decoyHash());
}

TEST_CASE("a sign-in is read strictly")
{
    PortBench bench;
    const auto statusOf = [&](const std::string& body) {
        return ask(bench, requestOf("POST", "/api/session", {}, body)).status;
    };
    CHECK(statusOf("") == 400);
    CHECK(statusOf("{}") == 400);
    CHECK(statusOf(R"({"login":"anna"})") == 400);
    CHECK(statusOf(R"({"login":"anna","password":7})") == 400);
    CHECK(statusOf(R"({"login":"anna","password":")" + std::string(257, 'x') + "\"}") == 400);
    CHECK(bench.office.triedHashes().empty());
}

TEST_CASE("guessing a password is slow, and a right one costs nothing")
{
    api::PortOptions options;
    options.signInsPerLogin = {.perSecond = 0.1, .burst = 3};
    PortBench bench(options);
    for (int i = 0; i < 10; ++i) {
        CHECK(signIn(bench, "boris", "borisboris").status == 200);
    }
    for (int i = 0; i < 3; ++i) {
        CHECK(signIn(bench, "anna", "guess").status == 401);
    }
    const HttpReply reply = signIn(bench, "ANNA", "annaanna");
    CHECK(reply.status == 429);
    CHECK(reply.header("Retry-After") == "10");
    CHECK(signIn(bench, "vera", "veravera").status == 200);
}

TEST_CASE("many logins from one address are guessing, too")
{
    api::PortOptions options;
    options.signInsPerAddress = {.perSecond = 1, .burst = 4};
    PortBench bench(options);
    for (int i = 0; i < 4; ++i) {
        CHECK(signIn(bench, "login" + std::to_string(i), "guess").status == 401);
    }
    CHECK(signIn(bench, "anna", "annaanna").status == 429);
}

TEST_CASE("when too many sign in, and when the disk is full, they come again")
{
    PortBench bench;
    bench.office.setBusy(true);
    CHECK(signIn(bench, "anna", "annaanna").status == 503);
    bench.office.setBusy(false);
    bench.office.setFull(true);
    CHECK(signIn(bench, "anna", "annaanna").status == 503);
}

TEST_CASE("a member has sixteen sessions at most; the oldest makes room")
{
    PortBench bench;
    std::vector<std::string> cookies;
    for (int i = 0; i < 18; ++i) {
        OfficeTime time = bench.office.time();
        time.now += std::chrono::seconds{1};
        bench.office.setTime(time);
        cookies.push_back(cookieOf(signIn(bench, "anna", "annaanna")));
    }
    const auto statusAs = [&](const std::string& cookie) {
        return ask(bench, requestOf("GET", "/api/session", cookie)).status;
    };
    // The one that she began with, and the first two of these.
    CHECK(statusAs(as("anna")) == 401);
    CHECK(statusAs(cookies[0]) == 401);
    CHECK(statusAs(cookies[1]) == 401);
    CHECK(statusAs(cookies[2]) == 200);
    CHECK(statusAs(cookies[17]) == 200);
    CHECK(bench.office.accounts().sessions.size() == 16 + 3);
}
