#include "tests/controller/api/port_bench.h"
#include "tests/controller/api/watcher.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace talon;
using namespace talon::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// How terminals and displays are, as they say, and as the dashboard shows it.
namespace {

const std::string Good = R"({"version":"0.1.0","printer":"ready","paperMetresLeft":31,)"
                         R"("scanner":"ready","offlineTickets":0,"numbersLeft":40,"problems":[]})";
const std::string Bad = R"({"version":"0.1.0","printer":"paperOut","paperMetresLeft":0,)"
                        R"("scanner":"gone","offlineTickets":3,"numbersLeft":37,)"
                        R"("problems":["printer","scanner"]})";

HttpReply say(const PortBench& bench, const std::string& body, const std::string& who = AsTerminal)
{
    return ask(bench, requestOf("POST", "/api/device-status", who, body));
}

/// The row of a device in the next view.
QJsonObject rowOf(Watcher& dashboard, int device)
{
    const QJsonArray rows =
        dashboard.view().value("view"_L1).toObject().value("devices"_L1).toArray();
    REQUIRE(rows.size() == 2);
    return rows.at(device - 1).toObject();
}

} // namespace

TEST_CASE("the dashboard names all devices, also those that have never come")
{
    PortBench bench;
    Watcher dashboard(bench, "dashboard", as("gleb"));
    CHECK(rowOf(dashboard, 1) == QJsonObject{{u"id"_s, 1},
                                             {u"kind"_s, u"terminal"_s},
                                             {u"name"_s, u"hall"_s},
                                             {u"connected"_s, false},
                                             {u"since"_s, QJsonValue::Null},
                                             {u"status"_s, QJsonValue::Null},
                                             {u"heardAt"_s, QJsonValue::Null}});
    Watcher again(bench, "dashboard", as("vera"));
    CHECK(rowOf(again, 2).value("kind"_L1) == u"display"_s);
}

TEST_CASE("the dashboard hears at once that a device has come, and that it has gone")
{
    api::PortOptions options;
    options.feedAtMostEvery = 1h; // Nothing but what is urgent.
    options.feedAtLeastEvery = 1h;
    PortBench bench(options);
    Watcher dashboard(bench, "dashboard", as("vera"));
    rowOf(dashboard, 1);
    const auto now = [&] { return qint64{bench.office.time().now.time_since_epoch().count()}; };
    {
        const Watcher terminal(bench, "terminal", AsTerminal);
        const QJsonObject come = rowOf(dashboard, 1);
        CHECK(come.value("connected"_L1) == true);
        CHECK(come.value("since"_L1) == now());
        OfficeTime later = bench.office.time();
        later.now += 5min;
        bench.office.setTime(later);
    }
    const QJsonObject gone = rowOf(dashboard, 1);
    CHECK(gone.value("connected"_L1) == false);
    CHECK(gone.value("since"_L1) == now());
    // Who of the staff watches is no device.
    const Watcher colleague(bench, "terminal", as("boris"));
    CHECK(dashboard.view(50ms).isEmpty());
}

TEST_CASE("what a device says is on the dashboard at once, and said again is no news")
{
    api::PortOptions options;
    options.feedAtMostEvery = 1h;
    options.feedAtLeastEvery = 1h;
    PortBench bench(options);
    Watcher dashboard(bench, "dashboard", as("vera"));
    rowOf(dashboard, 1);
    CHECK(say(bench, Good).body == "{}");
    CHECK(rowOf(dashboard, 1).value("status"_L1).toObject().value("numbersLeft"_L1) == 40);
    CHECK(say(bench, Good).status == 200);
    CHECK(dashboard.view(50ms).isEmpty());
    CHECK(say(bench, Bad).status == 200);
    const QJsonObject row = rowOf(dashboard, 1);
    CHECK(row.value("status"_L1).toObject().value("printer"_L1) == u"paperOut"_s);
    CHECK(row.value("status"_L1).toObject().value("problems"_L1) ==
          QJsonArray{u"printer"_s, u"scanner"_s});
    CHECK(row.value("heardAt"_L1) == qint64{bench.office.time().now.time_since_epoch().count()});
    CHECK(bench.office.submissions() == 0); // Not in the journal.
}

TEST_CASE("a display says how it is, too; people do not")
{
    PortBench bench;
    CHECK(say(bench,
              R"({"version":"0.1.0","printer":null,"paperMetresLeft":null,"scanner":"none",)"
              R"("offlineTickets":0,"numbersLeft":0,"problems":[]})",
              AsDisplay)
              .status == 200);
    CHECK(say(bench, Good, as("gleb")).status == 403);
    CHECK(say(bench, Good, {}).status == 401);
}

TEST_CASE("a status is read strictly")
{
    PortBench bench;
    const auto said = [&](const char* field, const QJsonValue& value) {
        QJsonObject status = QJsonDocument::fromJson(QByteArray::fromStdString(Good)).object();
        status.insert(QString::fromLatin1(field), value);
        const HttpReply reply =
            say(bench, QJsonDocument(status).toJson(QJsonDocument::Compact).toStdString());
        return reply.status == 400 && reply.body.find(field) != std::string::npos;
    };
    CHECK(say(bench, "{}").status == 400);
    CHECK(said("version", QJsonValue::Null));
    CHECK(said("version", QString(33, u'1')));
    CHECK(said("printer", u""_s));
    CHECK(said("printer", u"<b>"_s));
    CHECK(said("paperMetresLeft", -1));
    CHECK(said("scanner", u"broken"_s));
    CHECK(said("offlineTickets", 1.5));
    CHECK(said("numbersLeft", 1'000'001));
    CHECK(said("problems", QJsonArray{u"no paper"_s}));
    CHECK(said("problems", QJsonArray::fromStringList(QStringList(17, u"printer"_s))));
}
