#include "controller/api/pages.h"

#include "tests/controller/api/port_bench.h"
#include "tests/support/catch.h"

using namespace talon;
using namespace talon::api;
using namespace Qt::StringLiterals;

namespace {

HttpRequest get(const std::string& path)
{
    HttpRequest request;
    request.method = Method::Get;
    request.path = path;
    return request;
}

} // namespace

TEST_CASE("pages are found by their paths, with their types")
{
    const Pages pages(u":/pages"_s);
    CHECK(pages.answerTo(get("/")).body.contains("start"));
    CHECK(pages.answerTo(get("/")).type == "text/html; charset=utf-8");
    CHECK(pages.answerTo(get("/console")).body.contains("console"));
    CHECK(pages.answerTo(get("/assets/page.js")).type == "text/javascript; charset=utf-8");
    for (const char* path : {"/nothing", "/assets", "/assets/../index.html", "//", "/index.html",
                             "/assets/%2e%2e/index.html", ":/pages/index.html"}) {
        INFO(path);
        CHECK(pages.answerTo(get(path)).status == 404);
    }
}

TEST_CASE("a page runs only code of our own, in nobody's frame")
{
    const QByteArray headers = Pages(u":/pages"_s).answerTo(get("/")).headers;
    CHECK(headers.contains("Content-Security-Policy: default-src 'self';"));
    CHECK(headers.contains("frame-ancestors 'none'"));
    CHECK_FALSE(headers.contains("unsafe"));
    CHECK(headers.contains("Cache-Control: no-cache\r\n"));
}

TEST_CASE("a page that the browser has is not sent again")
{
    const Pages pages(u":/pages"_s);
    HttpRequest again = get("/console");
    const QByteArray headers = pages.answerTo(again).headers;
    const auto start = headers.indexOf("ETag: ") + 6;
    again.ifNoneMatch = headers.mid(start, headers.indexOf('\r', start) - start).toStdString();
    CHECK(again.ifNoneMatch.size() == 34);
    const HttpAnswer answer = pages.answerTo(again);
    CHECK(answer.status == 304);
    CHECK(answer.body.isEmpty());
    again.path = "/";
    CHECK(pages.answerTo(again).status == 200);
}

TEST_CASE("pages are only read")
{
    HttpRequest post = get("/console");
    post.method = Method::Post;
    const HttpAnswer answer = Pages(u":/pages"_s).answerTo(post);
    CHECK(answer.status == 405);
    CHECK(answer.headers == "Allow: GET, HEAD\r\n");
}

TEST_CASE("a program without pages says so")
{
    const HttpAnswer answer = Pages(u":/none"_s).answerTo(get("/"));
    CHECK(answer.status == 404);
    CHECK(answer.type == "text/plain; charset=utf-8");
    CHECK(answer.body == "The web pages are not part of this program.\n");
}

TEST_CASE("the port serves pages beside the API, and HEAD without a body")
{
    const test::PortBench bench;
    CHECK(test::ask(bench, test::requestOf("GET", "/console")).status == 404);
    test::Line line(bench);
    REQUIRE(line.send(test::requestOf("HEAD", "/console") + test::requestOf("GET", "/api/health")));
    REQUIRE(test::waitUntil([&] { return line.readSome(); }));
    test::letPass(std::chrono::milliseconds{50});
    const std::string all = line.rest();
    CHECK(all.find("HTTP/1.1 404") == 0);
    CHECK(all.find("Content-Length: 44") != std::string::npos);
    CHECK(all.find("The web pages") == std::string::npos);
    CHECK(all.find("HTTP/1.1 200 OK") != std::string::npos);
}
