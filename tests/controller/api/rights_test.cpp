#include "controller/api/routes.h"
#include "tests/controller/api/port_bench.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <map>

using namespace talon;
using namespace talon::test;

namespace {

/// Everybody who can ask, by the name that the table has for them.
const std::map<std::string, std::string> Callers{
    {"nobody", ""},
    {"terminal", AsTerminal},
    {"display", AsDisplay},
    {"clerk", as("anna")},
    {"hallAdministrator", as("boris")},
    {"manager", as("vera")},
    {"technician", as("gleb")},
};

const std::string Upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                            "Sec-WebSocket-Version: 13\r\n"
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

std::string pathOf(const api::Route& route)
{
    std::string path(route.path);
    const auto brace = path.find('{');
    return brace == std::string::npos ? path : path.replace(brace, path.find('}') - brace + 1, "1");
}

} // namespace

TEST_CASE("every route lets in whom the table names, and nobody else")
{
    PortBench bench;
    int keys = 0;
    for (const api::Route& route : api::routes()) {
        const auto holders = api::holdersOf(route.right);
        for (const auto& [caller, credential] : Callers) {
            INFO(api::name(route.method) << " " << route.path << " by " << caller);
            const bool isHolder =
                std::ranges::find(holders, caller) != holders.end() || holders.front() == "anyone";
            std::string headers = credential + (route.feed ? Upgrade : "");
            if (route.keyed == api::Keyed::Yes) {
                headers += key("rights-" + std::to_string(++keys));
            }
            const auto before = bench.office.accounts();
            const HttpReply reply =
                ask(bench, requestOf(api::name(route.method), pathOf(route), headers));
            if (isHolder) {
                CHECK(reply.status != 401);
                CHECK(reply.status != 403);
                CHECK((!route.feed || reply.status == 101));
            } else {
                CHECK(reply.status == (caller == "nobody" ? 401 : 403));
                CHECK(reply.body.find("\"error\"") != std::string::npos);
            }
            // Signing out must not spoil what follows.
            for (const auto& [hash, session] : before.sessions) {
                bench.office.keep(staff::SessionOpened{session}, [](bool) {});
            }
        }
    }
}

TEST_CASE("the contract's rights stand in the table")
{
    const auto holders = [](api::Method method, std::string_view path) {
        const auto match = api::findRoute(method, path);
        REQUIRE(match);
        REQUIRE(match->route != nullptr);
        std::string all;
        for (const std::string& holder : api::holdersOf(match->route->right)) {
            all += holder + " ";
        }
        return all;
    };
    using enum api::Method;
    CHECK(holders(Get, "/api/health") == "anyone ");
    CHECK(holders(Post, "/api/tickets") == "terminal hallAdministrator manager ");
    CHECK(holders(Post, "/api/tickets/7/print-report") == "terminal ");
    CHECK(holders(Post, "/api/windows/5/call-next") ==
          "clerk hallAdministrator manager technician ");
    CHECK(holders(Get, "/api/visits") == "manager ");
    CHECK(holders(Put, "/api/settings") == "manager ");
    CHECK(holders(Get, "/api/feeds/terminal") ==
          "terminal clerk hallAdministrator manager technician ");
    CHECK(holders(Get, "/api/feeds/hall") ==
          "terminal display clerk hallAdministrator manager technician ");
    CHECK(holders(Get, "/api/feeds/dashboard") == "hallAdministrator manager technician ");
}

TEST_CASE("a credential that is worth nothing is none")
{
    PortBench bench;
    const auto statusAs = [&](const std::string& headers) {
        return ask(bench, requestOf("GET", "/api/session", headers)).status;
    };
    CHECK(statusAs(as("anna")) == 200);
    CHECK(statusAs(as("somebody")) == 401);
    CHECK(statusAs("Authorization: Bearer wrong\r\n") == 401);
    CHECK(statusAs("Authorization: Basic YTph\r\n") == 401);
    CHECK(statusAs("Cookie: talon-session=\r\n") == 401);
    CHECK(statusAs("Cookie: talon-sessions=anna\r\n") == 401);
    // A device's token is no session and a session no device's token.
    CHECK(statusAs(as("terminal")) == 401);
    CHECK(statusAs("Authorization: Bearer anna\r\n") == 401);
    // Twelve hours later it has run out.
    OfficeTime later = bench.office.time();
    later.now += std::chrono::hours{13};
    bench.office.setTime(later);
    CHECK(statusAs(as("anna")) == 401);
}

TEST_CASE("a page from elsewhere may not act in somebody's name")
{
    PortBench bench;
    const auto openFrom = [&](const std::string& origin) {
        return act(bench, "/api/windows/1/open", as("anna") + "Origin: " + origin + "\r\n").status;
    };
    CHECK(openFrom("http://evil.example") == 403);
    CHECK(openFrom("http://office:81") == 403);
    CHECK(openFrom("null") == 403);
    CHECK(openFrom("http://office") == 200);
    CHECK(openFrom("https://OFFICE") == 200);
    CHECK(bench.office.submissions() == 2);

    const auto feedFrom = [&](const std::string& origin) {
        return ask(bench, requestOf("GET", "/api/feeds/hall",
                                    as("anna") + Upgrade + "Origin: " + origin + "\r\n"))
            .status;
    };
    CHECK(feedFrom("http://evil.example") == 403);
    CHECK(feedFrom("http://office") == 101);

    CHECK(ask(bench, requestOf("POST", "/api/session", "Origin: http://evil.example\r\n",
                               R"({"login":"anna","password":"annaanna"})"))
              .status == 403);
}
