#include "display/board/board.h"

#include "display/board/limits.h"

#include <algorithm>
#include <set>

namespace talon::board {

namespace {

bool isPresent(const Call& call, Instant now)
{
    return call.state == VisitState::Called ||
           (call.state == VisitState::Serving && now - call.at < PresentAtLeast);
}

/// Latest first; of the calls of one visit only the latest.
std::vector<Call> latestCalls(std::vector<Call> calls)
{
    std::ranges::sort(calls, std::ranges::greater(), &Call::id);
    std::set<VisitId> seen;
    std::erase_if(calls, [&seen](const Call& call) { return !seen.insert(call.visit).second; });
    return calls;
}

} // namespace

Board boardOf(const Hall& hall, Instant now)
{
    Board board;
    for (const Call& call : latestCalls(hall.calls)) {
        if (isPresent(call, now)) {
            board.present.push_back({.call = call, .isFresh = now - call.at < FreshFor});
        } else if (board.recent.size() < RecentMax) {
            board.recent.push_back({.call = call, .isFresh = false});
        }
    }
    for (const Queue& queue : hall.queues) {
        board.waiting += queue.waiting;
        if (queue.waiting > 0) {
            board.queues.push_back(queue);
        }
    }
    std::ranges::stable_sort(board.queues, std::ranges::greater(), &Queue::waiting);
    board.windows = hall.windows;
    if (!board.present.empty()) {
        board.scene = Scene::Calls;
    } else {
        board.scene = hall.open || board.waiting > 0 ? Scene::Welcome : Scene::Closed;
    }
    return board;
}

} // namespace talon::board
