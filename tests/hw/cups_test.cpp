#include "hw/cups/cups_address.h"
#include "hw/cups/cups_state.h"
#include "tests/support/catch.h"

using namespace talon::hw;
using escpos::Condition;

TEST_CASE("a queue is named alone, or with the server that has it")
{
    CHECK(*parseCupsAddress("tickets") == CupsAddress{.host = "", .port = 631, .queue = "tickets"});
    CHECK(*parseCupsAddress("10.0.0.5/tickets") ==
          CupsAddress{.host = "10.0.0.5", .port = 631, .queue = "tickets"});
    CHECK(*parseCupsAddress("print.office:8631/t") ==
          CupsAddress{.host = "print.office", .port = 8631, .queue = "t"});
    CHECK(*parseCupsAddress("[fe80::1]/t") == CupsAddress{.host = "fe80::1", .queue = "t"});
    CHECK(*parseCupsAddress("[::1]:8631/t") ==
          CupsAddress{.host = "::1", .port = 8631, .queue = "t"});
    for (const char* wrong : {"", "/t", "host/", ":631/t", "host:/t", "host:0/t", "host:70000/t",
                              "host:x/t", "a/b/c", "a b"}) {
        INFO(wrong);
        CHECK_FALSE(parseCupsAddress(wrong));
    }
}

TEST_CASE("what CUPS says of a queue is what a terminal shows")
{
    const auto of = [](std::vector<std::string> reasons) {
        return std::string(name(conditionOf(QueueState{.reasons = std::move(reasons)})));
    };
    CHECK(of({}) == "ready");
    CHECK(of({"none"}) == "ready");
    CHECK(of({"media-empty"}) == "paperOut");
    CHECK(of({"media-empty-error"}) == "paperOut");
    CHECK(of({"media-needed-warning"}) == "paperOut");
    CHECK(of({"media-low-warning"}) == "paperLow");
    CHECK(of({"media-low", "media-empty-report"}) == "paperOut");
    CHECK(of({"media-empty", "cover-open-error"}) == "coverOpen");
    CHECK(of({"door-open"}) == "coverOpen");
    CHECK(of({"trimmer-jam-error"}) == "cutterFault");
    CHECK(of({"offline-report"}) == "notAnswering");
    CHECK(of({"connecting-to-device"}) == "notAnswering");
    CHECK(of({"timed-out"}) == "notAnswering");
    CHECK(of({"paused"}) == "fault");
    CHECK(of({"something-new-error"}) == "fault");
    CHECK(of({"media-low-report", "something-new-error"}) == "fault");
    CHECK(of({"something-new-warning"}) == "ready");
    CHECK(of({"marker-supply-low-warning"}) == "ready");
    CHECK(conditionOf(QueueState{.isStopped = true}) == Condition::Fault);
    CHECK(conditionOf(QueueState{.isAccepting = false}) == Condition::Fault);
    CHECK(conditionOf(QueueState{.isStopped = true, .reasons = {"media-empty"}}) ==
          Condition::PaperOut);
    const std::vector<std::string> empty{"media-empty-error"};
    CHECK(conditionOf(QueueState{.reasons = empty, .age = std::chrono::seconds(60)}) ==
          Condition::PaperOut);
    CHECK(conditionOf(QueueState{.reasons = empty, .age = std::chrono::seconds(61)}) ==
          Condition::Ready); // of a job long ago: the next one tries
    CHECK(conditionOf(
              QueueState{.isIdle = false, .reasons = empty, .age = std::chrono::seconds(61)}) ==
          Condition::PaperOut);
    CHECK(conditionOf(QueueState{.isAccepting = false, .age = std::chrono::seconds(61)}) ==
          Condition::Fault);
    CHECK(isConnecting(QueueState{.reasons = {"connecting-to-device-report"}}));
    CHECK_FALSE(isConnecting(QueueState{.reasons = {"connecting"}}));
}
