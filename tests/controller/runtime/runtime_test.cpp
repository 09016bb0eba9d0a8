#include "controller/runtime/runtime.h"

#include "controller/queue/apply.h"
#include "tests/controller/runtime/runtime_bench.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace talon;
using namespace talon::runtime;
using namespace Qt::StringLiterals;

using test::Heard;
using test::submission;
using test::waitUntil;
using Bench = test::RuntimeBench;

TEST_CASE("an answer comes after the commit and never inside submit")
{
    Bench bench;
    bench.open();
    Heard heard;
    bench.runtime().submit(submission("k1", queue::IssueTicket{.service = {1}}, heard));
    CHECK(heard.times == 0);
    CHECK(bench.runtime().office().visits.empty());

    REQUIRE(waitUntil([&] { return heard.times > 0; }));
    CHECK(heard.answer == api::Answer{.status = 200, .body = "1"});
    CHECK(bench.runtime().office().visits.size() == 1);
}

TEST_CASE("the same request gets the same answer: in flight, later, and after a restart")
{
    Bench bench;
    bench.open();
    Heard first;
    Heard inFlight;
    bench.runtime().submit(submission("k1", queue::IssueTicket{.service = {1}}, first));
    bench.runtime().submit(submission("k1", queue::IssueTicket{.service = {1}}, inFlight));
    REQUIRE(waitUntil([&] { return first.times + inFlight.times == 2; }));
    CHECK(inFlight.answer == first.answer);

    Heard later;
    bench.runtime().submit(submission("k1", queue::IssueTicket{.service = {1}}, later));
    CHECK(later.times == 0);
    REQUIRE(waitUntil([&] { return later.times == 1; }));
    CHECK(later.answer == first.answer);

    bench.close();
    bench.open();
    Heard restarted;
    bench.runtime().submit(submission("k1", queue::IssueTicket{.service = {1}}, restarted));
    REQUIRE(waitUntil([&] { return restarted.times == 1; }));
    CHECK(restarted.answer == first.answer);
    CHECK(bench.runtime().office().visits.size() == 1);
}

TEST_CASE("a key for another request is a fault of the client")
{
    Bench bench;
    bench.open();
    Heard first;
    Heard other;
    bench.runtime().submit(submission("k1", queue::IssueTicket{.service = {1}}, first));
    auto changed = submission("k1", queue::IssueTicket{.service = {2}}, other);
    changed.fingerprint = "another";
    bench.runtime().submit(std::move(changed));
    REQUIRE(waitUntil([&] { return first.times + other.times == 2; }));
    CHECK(other.answer.status == 422);
    CHECK(bench.runtime().office().visits.size() == 1);
}

TEST_CASE("a refusal is answered and changes nothing")
{
    Bench bench;
    bench.open();
    Heard heard;
    bench.runtime().submit(submission("k1", queue::CallNext{.window = {1}, .clerk = {1}}, heard));
    REQUIRE(waitUntil([&] { return heard.times == 1; }));
    CHECK(heard.answer == api::Answer{.status = 409, .body = R"({"refusal":"windowClosed"})"});
    const queue::Office before = bench.runtime().office();
    CHECK(before.visits.empty());
}

TEST_CASE("two windows that call in the same moment get two visitors")
{
    Bench bench;
    bench.open();
    Heard heard;
    auto& runtime = bench.runtime();
    runtime.submit(submission("a", queue::OpenWindow{.window = {1}, .clerk = {1}}, heard));
    runtime.submit(submission("b", queue::OpenWindow{.window = {2}, .clerk = {2}}, heard));
    runtime.submit(submission("c", queue::IssueTicket{.service = {1}}, heard));
    runtime.submit(submission("d", queue::CallNext{.window = {1}, .clerk = {1}}, heard));
    Heard second;
    runtime.submit(submission("e", queue::CallNext{.window = {2}, .clerk = {2}}, second));
    REQUIRE(waitUntil([&] { return heard.times == 4 && second.times == 1; }));
    CHECK(second.answer.body == R"({"refusal":"queueEmpty"})");
    CHECK(runtime.office().desks.at({1}).visit == VisitId{1});
    CHECK_FALSE(runtime.office().desks.at({2}).visit);
}

TEST_CASE("what was answered is there after a restart, and the numbers go on")
{
    Bench bench;
    bench.open();
    Heard heard;
    for (int i = 0; i < 50; ++i) {
        bench.runtime().submit(
            submission("k" + std::to_string(i), queue::IssueTicket{.service = {1}}, heard));
    }
    REQUIRE(waitUntil([&] { return heard.times == 50; }));
    const queue::Office before = bench.runtime().office();
    bench.close();
    bench.open();
    CHECK(bench.runtime().office() == before);
    Heard next;
    bench.runtime().submit(submission("next", queue::IssueTicket{.service = {1}}, next));
    REQUIRE(waitUntil([&] { return next.times == 1; }));
    CHECK(next.answer.body == "51");
}

TEST_CASE("who listens hears every event once, numbered as in the journal")
{
    Bench bench;
    bench.open();
    std::int64_t last = bench.runtime().seq();
    queue::Office view = bench.runtime().office();
    QObject::connect(&bench.runtime(), &Runtime::committed, &bench.runtime(),
                     [&](std::int64_t firstSeq, const std::vector<queue::Event>& events) {
                         CHECK(firstSeq == last + 1);
                         last += static_cast<std::int64_t>(events.size());
                         for (const queue::Event& event : events) {
                             queue::apply(view, event);
                         }
                     });
    Heard heard;
    for (int i = 0; i < 20; ++i) {
        bench.runtime().submit(
            submission("k" + std::to_string(i), queue::IssueTicket{.service = {1}}, heard));
    }
    REQUIRE(waitUntil([&] { return heard.times == 20 && last == bench.runtime().seq(); }));
    CHECK(view == bench.runtime().office());
}

TEST_CASE("accounts are kept and survive a restart")
{
    Bench bench;
    bench.open();
    bool kept = false;
    const staff::StaffMember anna{.id = {1}, .login = "anna", .name = "Анна", .passwordHash = "h"};
    bench.runtime().keep(staff::StaffSaved{anna}, [&](bool done) { kept = done; });
    CHECK_FALSE(kept);
    REQUIRE(waitUntil([&] { return kept; }));
    bench.close();
    bench.open();
    CHECK(bench.runtime().accounts().staff.at({1}) == anna);
}

TEST_CASE("a request that was given up is undone in the same commit, or never done")
{
    Bench bench;
    bench.open();
    const OfficeTime time = bench.runtime().time();
    const auto handOver = [&](int serial, const std::string& instead, Heard& heard) {
        const OfflineTicket ticket{.service = {1},
                                   .day = time.day,
                                   .serial = serial,
                                   .number = "А" + std::to_string(serial),
                                   .takenAt = time.now};
        auto made = submission("over-" + std::to_string(serial),
                               queue::HandOverTicket{.device = {1}, .ticket = ticket}, heard);
        made.fingerprint = "over";
        made.abandons = instead;
        bench.runtime().submit(std::move(made));
    };
    const auto issue = [&](const std::string& key, Heard& heard) {
        auto made = submission(key, queue::IssueTicket{.service = {1}}, heard);
        made.reply = [](const queue::Office& office, const std::vector<queue::Event>&) {
            return QByteArray(R"({"visit":)" + QByteArray::number(qint64{office.lastVisit}) +
                              R"(,"number":"x","service":1,"language":"ru","joinedAt":1,)"
                              R"("peopleAhead":0})");
        };
        bench.runtime().submit(std::move(made));
    };
    // Still in flight when the ticket in its place comes.
    Heard lost;
    Heard first;
    issue("lost", lost);
    handOver(9900, "lost", first);
    REQUIRE(waitUntil([&] { return lost.times + first.times == 2; }));
    CHECK(bench.office().visits.at({1}).state == VisitState::Cancelled);
    CHECK(bench.office().visits.at({2}).number == "А9900");

    // Later: in flight, kept, and after a restart.
    Heard second;
    Heard late;
    handOver(9901, "later", second);
    issue("later", late);
    REQUIRE(waitUntil([&] { return second.times + late.times == 2; }));
    CHECK(late.answer.status == 422);
    bench.close();
    bench.open();
    Heard later;
    issue("later", later);
    REQUIRE(waitUntil([&] { return later.times == 1; }));
    CHECK(later.answer.status == 422);
    CHECK(bench.office().visits.size() == 3);

    // One that was answered long ago, and the same key given up twice.
    Heard answered;
    issue("answered", answered);
    REQUIRE(waitUntil([&] { return answered.times == 1; }));
    Heard third;
    Heard fourth;
    handOver(9902, "answered", third);
    handOver(9903, "answered", fourth);
    REQUIRE(waitUntil([&] { return third.times + fourth.times == 2; }));
    CHECK(fourth.answer.status == 200);
    CHECK(bench.office().visits.at({4}).state == VisitState::Cancelled);
    Heard fifth;
    Heard sixth;
    handOver(9904, "never", fifth);
    handOver(9905, "never", sixth);
    REQUIRE(waitUntil([&] { return fifth.times + sixth.times == 2; }));
    CHECK(sixth.answer.status == 200);
    bench.close();
    CHECK(journal::checkWhole(bench.path()));
}
