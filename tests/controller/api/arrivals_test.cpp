#include "controller/api/feed_hub.h"
#include "shared/wire/arrivals_json.h"
#include "shared/wire/json_reader.h"
#include "tests/controller/api/port_bench.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

#include <QJsonObject>

using namespace talon;
using namespace talon::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What a terminal is told of those who are expected.
namespace {

std::vector<ArrivalBooking> arrivals(const PortBench& bench)
{
    const HttpReply reply = ask(bench, requestOf("GET", "/api/arrivals", AsTerminal));
    INFO(reply.status << " " << reply.body);
    REQUIRE(reply.status == 200);
    const auto json = wire::objectFromText(QByteArray::fromStdString(reply.body));
    REQUIRE(json);
    const auto read = wire::arrivalsFromJson(*json);
    INFO((read ? "" : describe(read.error())));
    REQUIRE(read);
    return read->bookings;
}

void book(PortBench& bench, std::string code, std::chrono::days ahead = {})
{
    bench.office.happen(queue::AddBooking{.code = std::move(code),
                                          .service = {1},
                                          .day = SmallOfficeDay + ahead,
                                          .at = bench.office.time().now + 5min + ahead});
}

} // namespace

TEST_CASE("a terminal is told of a week's bookings, cancelled ones too, and of who has come")
{
    PortBench bench;
    CHECK(arrivals(bench).empty());
    book(bench, "TODAY");
    book(bench, "WEEK", std::chrono::days{7});
    book(bench, "LATER", std::chrono::days{8});
    book(bench, "GONE");
    bench.office.happen(queue::CancelBooking{.booking = {4}});
    bench.office.happen(queue::CheckIn{.booking = {1}});

    const auto told = arrivals(bench);
    REQUIRE(told.size() == 3);
    CHECK(told.at(0) == ArrivalBooking{.id = {1},
                                       .code = "TODAY",
                                       .phoneEnd = {},
                                       .service = {1},
                                       .day = SmallOfficeDay,
                                       .at = bench.office.time().now + 5min,
                                       .state = BookingState::Arrived,
                                       .number = "А001"});
    CHECK(told.at(1).code == "WEEK");
    CHECK(told.at(1).state == BookingState::Expected);
    CHECK_FALSE(told.at(1).number);
    CHECK(told.at(2).code == "GONE");
    CHECK(told.at(2).state == BookingState::Cancelled);
}

TEST_CASE("the end of a telephone is taken at the counter and told to terminals")
{
    PortBench bench;
    const auto booked = [&](const std::string& phoneEnd) {
        return act(bench, "/api/bookings", as("boris"),
                   R"({"code":"7K3M","service":1,"day":"2026-11-25","time":"10:40","phoneEnd":)" +
                       phoneEnd + "}");
    };
    CHECK(booked("\"417\"").body ==
          R"({"error":"phoneEnd must be the last four digits of a telephone"})");
    CHECK(booked("417").status == 400);
    CHECK(booked("\"0417\"").status == 200);
    REQUIRE(arrivals(bench).size() == 1);
    CHECK(arrivals(bench).front().phoneEnd == "0417");
}

TEST_CASE("who is expected is told to terminals only")
{
    PortBench bench;
    CHECK(ask(bench, requestOf("GET", "/api/arrivals")).status == 401);
    CHECK(ask(bench, requestOf("GET", "/api/arrivals", AsDisplay)).status == 403);
    CHECK(ask(bench, requestOf("GET", "/api/arrivals", as("vera"))).status == 403);
}

TEST_CASE("a terminal hears that the bookings have changed, by which rules and where it stands")
{
    PortBench bench;
    OfficeSettings settings = bench.office.office().settings;
    settings.code = "engels";
    settings.rules.bookingEarliest = 45min;
    settings.rules.bookingGrace = 15min;
    bench.office.happen(queue::ChangeSettings{settings});
    const auto view = [&] { return api::terminalView(api::sceneOf(bench.office)); };
    const std::int64_t before = view().bookings;
    CHECK(view().officeCode == "engels");
    CHECK(view().bookingEarliest == 45min);
    CHECK(view().bookingGrace == 15min);
    book(bench, "7K3M");
    CHECK(view().bookings != before);
}
