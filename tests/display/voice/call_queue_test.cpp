#include "display/voice/call_queue.h"

#include "tests/support/catch.h"
#include "tests/support/random.h"

#include <algorithm>
#include <map>
#include <set>

using namespace talon::display;
using talon::test::Random;

namespace {

using Ids = std::vector<std::int64_t>;

Announcement callOf(std::int64_t id, Rank rank = Rank::Call)
{
    return {.id = id, .phrase = {}, .rank = rank};
}

Ids takeAll(CallQueue& queue)
{
    Ids ids;
    while (const auto next = queue.take()) {
        ids.push_back(next->id);
    }
    return ids;
}

} // namespace

TEST_CASE("calls of one rank are said in the order they came")
{
    CallQueue queue;
    CHECK_FALSE(queue.take());
    for (const std::int64_t id : {3, 1, 2}) {
        queue.add(callOf(id));
    }
    CHECK(queue.size() == 3);
    CHECK(takeAll(queue) == Ids{3, 1, 2});
    CHECK(queue.size() == 0);
}

TEST_CASE("who is called again goes first, but overtakes nobody more than twice")
{
    CallQueue queue;
    queue.add(callOf(1));
    queue.add(callOf(2));
    for (std::int64_t id = 11; id <= 14; ++id) {
        queue.add(callOf(id, Rank::Recall));
    }
    CHECK(takeAll(queue) == Ids{11, 12, 1, 2, 13, 14});
}

TEST_CASE("a call that is taken back is not said, and only that one")
{
    CallQueue queue;
    for (const std::int64_t id : {1, 2, 3}) {
        queue.add(callOf(id));
    }
    CHECK(queue.remove(2));
    CHECK_FALSE(queue.remove(2));
    CHECK_FALSE(queue.remove(9));
    CHECK(takeAll(queue) == Ids{1, 3});
}

TEST_CASE("in any order of calls and recalls each is said once, and none waits beyond its bound")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        CallQueue queue;
        std::map<std::int64_t, std::int64_t> lastTurn; // The turn in which it must be said.
        std::set<std::int64_t> said;
        std::set<std::int64_t> removed;
        std::int64_t turn = 0;
        std::int64_t added = 0;
        const auto say = [&] {
            const auto next = queue.take();
            REQUIRE(next);
            ++turn;
            CHECK(said.insert(next->id).second);
            CHECK_FALSE(removed.contains(next->id));
            CHECK(turn <= lastTurn.at(next->id));
        };
        for (int step = 0; step < 300; ++step) {
            if (random.oneIn(10) && added > 0) {
                const std::int64_t id = random.from(1, added);
                const bool waits = !said.contains(id) && !removed.contains(id);
                CHECK(queue.remove(id) == waits);
                if (waits) {
                    removed.insert(id);
                }
            } else if (random.oneIn(2) || queue.size() == 0) {
                lastTurn[++added] =
                    turn + static_cast<std::int64_t>(queue.size()) + CallQueue::OvertakenMax + 1;
                queue.add(callOf(added, random.oneIn(3) ? Rank::Recall : Rank::Call));
            } else {
                say();
            }
        }
        while (queue.size() > 0) {
            say();
        }
        CHECK(said.size() + removed.size() == static_cast<std::size_t>(added));
    }
}
