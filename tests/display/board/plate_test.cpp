#include "display/board/plate.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace talon::board;

namespace {

Board boardWith(WindowState state, std::optional<std::string> number)
{
    Board board;
    board.windows = {{.id = {5}, .name = "5", .state = state, .number = std::move(number)}};
    return board;
}

ShownCall call(const char* number, VisitState state, bool isFresh)
{
    return {.call = {.id = 1, .number = number, .window = "5", .state = state}, .isFresh = isFresh};
}

} // namespace

TEST_CASE("a plate says what its window does")
{
    CHECK(plateOf(boardWith(WindowState::Closed, {}), "5") == Plate{});
    CHECK(plateOf(boardWith(WindowState::Open, {}), "5").state == PlateState::Free);
    CHECK(plateOf(boardWith(WindowState::Paused, {}), "5").state == PlateState::Away);
    CHECK(plateOf(boardWith(WindowState::OnBreak, {}), "5").state == PlateState::Away);
    CHECK(plateOf(boardWith(WindowState::Open, {}), "99") == Plate{});
}

TEST_CASE("a plate shows whom its window awaits, and stands out while the call is new")
{
    Board board = boardWith(WindowState::Open, "А015");
    board.present = {call("А015", VisitState::Called, true)};
    CHECK(plateOf(board, "5") ==
          Plate{.state = PlateState::Called, .number = "А015", .isFresh = true});
    board.present = {call("А015", VisitState::Called, false)};
    CHECK(plateOf(board, "5") ==
          Plate{.state = PlateState::Called, .number = "А015", .isFresh = false});
}

TEST_CASE("who sits at the window is served, also when the call is still among those of now")
{
    Board board = boardWith(WindowState::Open, "А015");
    board.present = {call("А015", VisitState::Serving, true)};
    const Plate serving{.state = PlateState::Serving, .number = "А015", .isFresh = false};
    CHECK(plateOf(board, "5") == serving);
    board.present.clear();
    CHECK(plateOf(board, "5") == serving);
}

TEST_CASE("a window that takes no further visitors still shows the one it has")
{
    const Board board = boardWith(WindowState::Paused, "А015");
    CHECK(plateOf(board, "5").state == PlateState::Serving);
}
