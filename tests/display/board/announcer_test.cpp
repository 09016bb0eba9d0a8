#include "display/board/announcer.h"

#include "tests/support/catch.h"
#include "tests/support/random.h"

#include <algorithm>
#include <deque>
#include <map>

using namespace talon;
using namespace talon::board;
using talon::test::Random;
using namespace std::chrono_literals;

namespace {

const Instant Start{1'000'000s};

Call callOf(std::int64_t id, Instant at)
{
    return {.id = id,
            .visit = VisitId{id},
            .number = "А" + std::to_string(id),
            .window = "5",
            .state = VisitState::Called,
            .language = "ru",
            .times = 1,
            .at = at};
}

Hall hallWith(std::vector<Call> calls)
{
    return {.open = true, .calls = std::move(calls), .windows = {}, .queues = {}};
}

std::vector<std::int64_t> idsOf(const std::vector<Call>& calls)
{
    std::vector<std::int64_t> ids;
    for (const Call& call : calls) {
        ids.push_back(call.id);
    }
    return ids;
}

using Ids = std::vector<std::int64_t>;

} // namespace

TEST_CASE("a call is announced once, however often its view comes")
{
    Announcer announcer({});
    CHECK(idsOf(announcer.take(hallWith({callOf(7, Start)}), Start)) == Ids{7});
    CHECK(announcer.take(hallWith({callOf(7, Start)}), Start + 1s).empty());
    announcer.begin({.at = Start, .id = 7});
    CHECK(announcer.take(hallWith({callOf(7, Start)}), Start + 2s).empty());
}

TEST_CASE("calls that come together are announced in the order they were made")
{
    Announcer announcer({});
    const Hall hall = hallWith({callOf(9, Start), callOf(7, Start), callOf(8, Start)});
    CHECK(idsOf(announcer.take(hall, Start)) == Ids{7, 8, 9});
}

TEST_CASE("a restart repeats nothing that began to sound, and forgets nothing that waited")
{
    Announcer before({});
    const Hall hall = hallWith({callOf(7, Start), callOf(8, Start)});
    CHECK(idsOf(before.take(hall, Start)) == Ids{7, 8});
    before.begin({.at = Start, .id = 7});
    Announcer after(before.announced());
    CHECK(idsOf(after.take(hall, Start + 5s)) == Ids{8});
}

TEST_CASE("a call that outlived its life is not announced after a restart")
{
    Announcer announcer({});
    const Hall hall = hallWith({callOf(7, Start), callOf(8, Start + 1s)});
    CHECK(idsOf(announcer.take(hall, Start + 60s)) == Ids{8});
}

TEST_CASE("a controller that was set up anew counts from 1 again and is heard")
{
    Announcer announcer({});
    announcer.take(hallWith({callOf(1, Start)}), Start);
    announcer.begin({.at = Start, .id = 1});
    CHECK(idsOf(announcer.take(hallWith({callOf(1, Start + 5s)}), Start + 5s)) == Ids{1});
}

TEST_CASE("what is remembered stays small")
{
    Announcer announcer({});
    for (std::int64_t id = 1; id <= 2000; ++id) {
        announcer.take(hallWith({callOf(id, Start)}), Start);
        announcer.begin({.at = Start, .id = id});
    }
    CHECK(announcer.announced().size() == AnnouncedMax);
    CHECK(announcer.take(hallWith({callOf(1999, Start)}), Start + 59s).empty());
    announcer.take(hallWith({}), Start + 121s);
    CHECK(announcer.announced().empty());
}

/// A day of calls, one or two a second, in front of a display whose line breaks and which is
/// switched off and on at any moment; its voice is slower than the clerks.
TEST_CASE("each call is announced exactly once over random reconnects and restarts")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        Instant now = Start;
        std::vector<Call> calls; // As the controller has them, latest last.
        std::map<std::int64_t, int> times;
        Ids order;
        Announced kept;
        Announcer announcer(kept);
        std::deque<CallKey> saying;
        bool connected = true;
        for (int step = 0; step < 400; ++step) {
            now += std::chrono::milliseconds(random.from(0, 699));
            for (auto i = random.from(0, 2); i > 0; --i) {
                calls.push_back(callOf(static_cast<std::int64_t>(calls.size()) + 1, now));
            }
            switch (random.from(0, 11)) {
            case 0: connected = false; break;
            case 1: // Switched off and on: what lived in memory is lost.
                announcer = Announcer(kept);
                saying.clear();
                connected = false;
                break;
            default: connected = connected || random.oneIn(3);
            }
            if (connected && random.oneIn(2)) {
                for (const Call& call : announcer.take(hallWith(calls), now)) {
                    saying.push_back(keyOf(call));
                }
            }
            for (int said = 0; said < 2 && !saying.empty(); ++said) {
                announcer.begin(saying.front());
                kept = announcer.announced(); // On the disk before the sound.
                ++times[saying.front().id];
                order.push_back(saying.front().id);
                saying.pop_front();
            }
        }
        for (const Call& call : announcer.take(hallWith(calls), now)) {
            saying.push_back(keyOf(call));
        }
        for (const CallKey& key : saying) {
            ++times[key.id];
            order.push_back(key.id);
        }
        REQUIRE(times.size() == calls.size());
        for (const auto& [id, count] : times) {
            INFO("call " << id);
            REQUIRE(count == 1);
        }
        REQUIRE(std::ranges::is_sorted(order));
    }
}

TEST_CASE("a call that waits for its turn is pointless once nobody is awaited by it")
{
    Announcer announcer({});
    const Hall before = hallWith(
        {callOf(1, Start), callOf(2, Start), callOf(3, Start), callOf(4, Start), callOf(5, Start)});
    REQUIRE(announcer.take(before, Start).size() == 5);
    CHECK(announcer.pointless(before).empty());
    announcer.begin({.at = Start, .id = 5}); // Sounds already: nothing to leave out.
    Hall after = hallWith({callOf(1, Start), callOf(2, Start), callOf(6, Start + 9s)});
    after.calls[1].state = VisitState::Serving; // 2 has come; 3 was called anew as 6; 4 is off.
    CHECK(idsOf(announcer.take(after, Start + 9s)) == Ids{6});
    const auto pointless = announcer.pointless(after);
    REQUIRE(pointless.size() == 3);
    for (std::int64_t id = 2; const CallKey& key : pointless) {
        CHECK(key == CallKey{.at = Start, .id = id++});
        announcer.begin(key);
    }
    CHECK(announcer.pointless(after).empty());
    CHECK(announcer.take(before, Start + 10s).empty()); // Whatever comes back is not said.
}
