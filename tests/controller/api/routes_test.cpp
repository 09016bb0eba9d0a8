#include "controller/api/routes.h"

#include "tests/support/catch.h"
#include "tests/support/golden.h"

#include <QFile>
#include <QRegularExpression>

#include <set>

using namespace talon;
using namespace talon::api;
using namespace Qt::StringLiterals;

namespace {

const QString Docs = QStringLiteral(TALON_SOURCE_DIR "/docs/");
constexpr const char* TableStart = "<!-- routes: made from controller/api/routes.cpp -->\n";
constexpr const char* TableEnd = "<!-- end of routes -->\n";

QByteArray textOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The table of docs/api.md as it must be.
QByteArray tableInWords()
{
    QByteArray table = "| request | who | body | reply | what it does |\n"
                       "| --- | --- | --- | --- | --- |\n";
    for (const Route& route : routes()) {
        QByteArray who;
        for (const std::string& holder : holdersOf(route.right)) {
            who += (who.isEmpty() ? "" : ", ") + bytes(holder);
        }
        const QByteArray body =
            route.request.empty() ? QByteArray("–") : "`" + bytes(route.request) + "`";
        table += "| `" + bytes(route.feed ? "WS" : name(route.method)) + " " + bytes(route.path) +
                 "`" + (route.keyed == Keyed::Yes ? " 🔑" : "") + " | " + who + " | " + body +
                 " | `" + bytes(route.reply) + "` | " + bytes(route.about) + " |\n";
    }
    return table;
}

} // namespace

TEST_CASE("a path is found with its id, and only whole")
{
    const auto found = findRoute(Method::Post, "/api/windows/5/call-next");
    REQUIRE(found);
    REQUIRE(found->route != nullptr);
    CHECK(found->route->path == "/api/windows/{window}/call-next");
    CHECK(found->id == 5);
    for (const char* path : {"/api/windows/5/call-nex", "/api/windows/5/call-next/",
                             "/api/windows/-5/open", "/api/windows/+5/open", "/api/windows/5 /open",
                             "/api/windows/0x5/open", "/api/windows/5/6/open",
                             "/api/feeds/windows/", "/api/feeds/windows/5/", "/API", "/api/", ""}) {
        INFO(path);
        CHECK_FALSE(findRoute(Method::Post, path));
    }
}

TEST_CASE("a path with another method names those that it has")
{
    const auto found = findRoute(Method::Put, "/api/session");
    REQUIRE(found);
    CHECK(found->route == nullptr);
    CHECK(found->methods == "POST, GET, DELETE");
}

TEST_CASE("no two routes answer the same request, and each has one who answers")
{
    std::set<std::string> seen;
    for (const Route& route : routes()) {
        INFO(route.path);
        CHECK(seen.insert(std::string(name(route.method)).append(route.path)).second);
        CHECK((route.handler == nullptr) == route.feed.has_value());
        CHECK((route.keyed == Keyed::No || !route.request.empty()));
        CHECK(route.about.ends_with("."));
    }
}

TEST_CASE("every request that changes the office has a key")
{
    for (const Route& route : routes()) {
        // Who is signed in and how a device is are no part of it.
        const bool isElse = route.path == "/api/session" || route.path == "/api/terminal/sign-in" ||
                            route.path == "/api/device-status";
        const bool changes = route.method != Method::Get && !isElse;
        INFO(route.path);
        CHECK((route.keyed == Keyed::Yes) == changes);
    }
}

TEST_CASE("the API has not changed unnoticed: its version is raised with it")
{
    const QJsonObject now = introspection();
    const QByteArray kept = textOf(QStringLiteral(TALON_SOURCE_DIR "/tests/golden/api.json"));
    const QJsonObject before = QJsonDocument::fromJson(kept).object();
    if (!before.isEmpty() && before.value("routes"_L1) != now.value("routes"_L1)) {
        REQUIRE(now.value("version"_L1) != before.value("version"_L1));
    }
    CHECK(test::golden(u"api.json"_s, now) == now);
}

TEST_CASE("the table in docs/api.md is the table of the program")
{
    const QString path = Docs + u"api.md"_s;
    QByteArray text = textOf(path);
    const qsizetype start = text.indexOf(TableStart) + QByteArray(TableStart).size();
    const qsizetype end = text.indexOf(TableEnd);
    REQUIRE(end >= start);
    if (qEnvironmentVariableIsSet("TALON_UPDATE_GOLDEN")) {
        text.replace(start, end - start, tableInWords());
        QFile file(path);
        REQUIRE(file.open(QFile::WriteOnly | QFile::Truncate));
        file.write(text);
    } else {
        CHECK(text.mid(start, end - start) == tableInWords());
    }
}

TEST_CASE("docs/openapi.yaml has every route, and no other")
{
    // Paths stand two spaces in, their methods four: the file is ours, and kept so.
    const QList<QByteArray> lines = textOf(Docs + u"openapi.yaml"_s).split('\n');
    const QRegularExpression pathLine(u"^  (/[^ ]*):$"_s);
    const QRegularExpression methodLine(u"^    (get|post|put|delete):$"_s);
    std::set<std::string> written;
    QString path;
    for (const QByteArray& line : lines) {
        const QString text = QString::fromUtf8(line);
        if (const auto found = pathLine.match(text); found.hasMatch()) {
            path = found.captured(1);
        } else if (const auto method = methodLine.match(text); method.hasMatch()) {
            written.insert((method.captured(1).toUpper() + u" "_s + path).toStdString());
        }
    }
    std::set<std::string> ours;
    for (const Route& route : routes()) {
        ours.insert(std::string(name(route.method)) + " " + std::string(route.path));
    }
    CHECK(written == ours);
}

TEST_CASE("docs/openapi.yaml tells the version of the program's API")
{
    const QByteArray text = textOf(Docs + u"openapi.yaml"_s);
    CHECK(text.contains("\n  version: \"" + QByteArray::number(ApiVersion) + "\"\n"));
}
