#include "controller/api/http_parser.h"

#include "controller/api/limits.h"
#include "tests/support/catch.h"

using namespace talon;
using namespace talon::api;

namespace {

/// The status of a fault, 0 when more must come, 200 for a head that was read.
int statusOf(const std::string& bytes)
{
    const auto head = parseHead(bytes);
    if (!head) {
        return head.error().status;
    }
    return *head ? 200 : 0;
}

const std::string Get = "GET /api/health HTTP/1.1\r\nHost: office\r\n";

} // namespace

TEST_CASE("a head is read into what the port needs of it")
{
    const std::string bytes = "POST /api/visits?day=1 HTTP/1.1\r\n"
                              "Host: office:8080\r\n"
                              "Origin: http://office:8080\r\n"
                              "Cookie: talon-session=abc\r\n"
                              "Authorization: Bearer t\r\n"
                              "content-type: application/json\r\n"
                              "idempotency-KEY: k-1\r\n"
                              "If-None-Match: \"e\"\r\n"
                              "Content-Length: 2\r\n\r\n";
    const auto head = parseHead(bytes + "{}GET /");
    REQUIRE(head);
    REQUIRE(*head);
    const HttpRequest& request = (*head)->request;
    CHECK((*head)->bytes == bytes.size());
    CHECK(request.method == Method::Post);
    CHECK(request.path == "/api/visits");
    CHECK(request.query == "day=1");
    CHECK(request.host == "office:8080");
    CHECK(request.origin == "http://office:8080");
    CHECK(request.cookie == "talon-session=abc");
    CHECK(request.authorization == "Bearer t");
    CHECK(request.contentType == "application/json");
    CHECK(request.idempotencyKey == "k-1");
    CHECK(request.ifNoneMatch == "\"e\"");
    CHECK(request.contentLength == 2);
    CHECK(request.keepsAlive);
    CHECK_FALSE(request.isUpgrade);
}

TEST_CASE("a head that has not come whole waits, cut at any byte")
{
    const std::string bytes = Get + "Accept: */*\r\n\r\n";
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        INFO(cut);
        CHECK(statusOf(bytes.substr(0, cut)) == 0);
    }
    CHECK(statusOf(bytes) == 200);
}

TEST_CASE("what is not a request of ours is refused by name")
{
    CHECK(statusOf("\x16\x03\x01\x02\x00\x01\x00\x01") == 400); // TLS
    CHECK(statusOf("GET / HTTP/2.0\r\nHost: a\r\n\r\n") == 400);
    CHECK(statusOf("GET / FTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(statusOf("GET\x01/ HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(statusOf("GET / HTTP/1.1\r\nHost a\r\n\r\n") == 400);
    CHECK(statusOf("GET / HTTP/1.1\r\n\r\n") == 400);
    CHECK(statusOf("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") == 400);
    CHECK(statusOf(Get + "Authorization: a\r\nAuthorization: b\r\n\r\n") == 400);
    CHECK(statusOf(Get + "Idempotency-Key: a\r\nIdempotency-Key: a\r\n\r\n") == 400);
    CHECK(statusOf("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n") == 411);
}

TEST_CASE("a length that is none is refused")
{
    for (const char* length : {"-1", "+1", "1x", "0x10", "", " ", "1 2", "99999999999999999999"}) {
        INFO(length);
        CHECK(statusOf(Get + "Content-Length: " + length + "\r\n\r\n") == 400);
    }
    CHECK(statusOf(Get + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n") == 400);
    CHECK(statusOf(Get + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n") >= 400);
}

TEST_CASE("a head may have 8 KiB")
{
    const std::string filler = "X-Filler: ";
    const std::size_t room = HeadBytesMax - Get.size() - filler.size() - 4;
    CHECK(statusOf(Get + filler + std::string(room, 'a') + "\r\n\r\n") == 200);
    CHECK(statusOf(Get + filler + std::string(room + 1, 'a') + "\r\n\r\n") == 431);
    CHECK(statusOf(Get + filler + std::string(2 * HeadBytesMax, 'a')) == 431);
}

TEST_CASE("an upgrade is one only with both of its headers")
{
    const auto isUpgrade = [](const std::string& headers) {
        const auto head = parseHead(Get + headers + "\r\n");
        return head && *head && (*head)->request.isUpgrade;
    };
    CHECK(isUpgrade("Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"));
    CHECK_FALSE(isUpgrade("Upgrade: websocket\r\n"));
    CHECK_FALSE(isUpgrade("Connection: Upgrade\r\nUpgrade: h2c\r\n"));
}

TEST_CASE("an old client is answered, and its connection ended")
{
    const auto head = parseHead("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
    REQUIRE(head);
    REQUIRE(*head);
    CHECK_FALSE((*head)->request.keepsAlive);
}
