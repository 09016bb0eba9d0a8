#include "tests/controller/api/port_bench.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace talon;
using namespace talon::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Tickets given out before, for somebody of the staff who prints one again.
namespace {

/// Four tickets: А001, А002, Б001, А003.
struct Hall : PortBench
{
    Hall()
    {
        for (const std::int64_t service : {1, 1, 2, 1}) {
            office.happen(queue::IssueTicket{.service = {service}});
        }
    }

    HttpReply tickets(const std::string& query = {}, const std::string& login = "boris") const
    {
        return ask(*this, requestOf("GET", "/api/tickets" + query, as(login)));
    }

    QJsonArray told(const std::string& query = {}) const
    {
        const HttpReply reply = tickets(query);
        INFO(reply.status << " " << reply.body);
        CHECK(reply.status == 200);
        return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body))
            .object()
            .value("tickets"_L1)
            .toArray();
    }

    std::string numbers(const std::string& query = {}) const
    {
        std::string all;
        for (const QJsonValue& ticket : told(query)) {
            all += (all.empty() ? "" : " ") +
                   ticket.toObject().value("number"_L1).toString().toStdString();
        }
        return all;
    }
};

} // namespace

TEST_CASE("the last tickets are told, newest first")
{
    const Hall hall;
    CHECK(hall.numbers() == "А003 Б001 А002 А001");
    CHECK(hall.numbers("?last=2") == "А003 Б001");
    for (const char* wrong : {"0", "101", "-1", "two", ""}) {
        INFO(wrong);
        CHECK(hall.tickets(std::string("?last=") + wrong).body ==
              R"({"error":"last must be from 1 to 100"})");
    }
}

TEST_CASE("a ticket is found by its number, however it is typed")
{
    const Hall hall;
    CHECK(hall.numbers("?number=%D0%90002") == "А002");
    CHECK(hall.numbers("?number=%D0%B0-002") == "А002");
    CHECK(hall.numbers("?number=%D0%90099").empty());
    CHECK(hall.numbers("?number=").empty());
}

TEST_CASE("a ticket is told as it would be given out now")
{
    Hall hall;
    forecast::Forecast forecast;
    forecast.visits[{2}] = {.low = 60s, .high = 300s};
    hall.office.setForecast(forecast);
    hall.office.happen(queue::CancelVisit{.visit = {1}});
    const QJsonObject ticket = hall.told("?number=%D0%90002").at(0).toObject();
    CHECK(ticket.value("visit"_L1) == 2);
    CHECK(ticket.value("peopleAhead"_L1) == 0);
    CHECK(ticket.value("promised"_L1).toObject().value("highSeconds"_L1) == 300);
    CHECK(ticket.value("joinedAt"_L1) ==
          qint64{hall.office.office().visits.at({2}).joinedAt.time_since_epoch().count()});
    CHECK(hall.told("?number=%D0%90001").at(0).toObject().value("promised"_L1).isNull());
}

TEST_CASE("who looks after the hall is told of tickets, and no device")
{
    const Hall hall;
    CHECK(hall.tickets({}, "gleb").status == 200);
    CHECK(hall.tickets({}, "vera").status == 200);
    CHECK(hall.tickets({}, "anna").status == 403);
    CHECK(ask(hall, requestOf("GET", "/api/tickets", AsTerminal)).status == 403);
}

TEST_CASE("a copy is reported apart from the first paper")
{
    Hall hall;
    const auto report = [&](const char* body) {
        return act(hall, "/api/tickets/1/print-report", AsTerminal, body);
    };
    CHECK(report(R"({"outcome":"unknown"})").status == 200);
    CHECK(report(R"({"outcome":"printed","copy":true})").status == 200);
    CHECK(hall.office.office().visits.at({1}).copies == 1);
    CHECK(hall.office.office().visits.at({1}).print == PrintOutcome::Printed);
    CHECK(report(R"({"outcome":"printed","copy":"yes"})").status == 400);
    CHECK(report(R"({"outcome":"printed"})").body == R"({"refusal":"alreadyReported"})");
}
