#include "display/board/board.h"

#include "display/board/grid.h"
#include "display/board/limits.h"
#include "tests/support/catch.h"

#include <sstream>

using namespace talon;
using namespace talon::board;
using namespace std::chrono_literals;

namespace {

const Instant Now{1'000'000s};

VisitId visitOf(const std::string& number)
{
    std::int64_t value = 0;
    for (const char byte : number) {
        value = value * 131 + static_cast<unsigned char>(byte);
    }
    return VisitId{value};
}

/// "12 А015 5 called 30": id, number, window, state, age in seconds. One call a line.
Hall hallOf(const std::string& table)
{
    Hall hall{.open = true, .calls = {}, .windows = {}, .queues = {}};
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        Call call;
        std::string state;
        int age = 0;
        if (words >> call.id >> call.number >> call.window >> state >> age) {
            call.visit = visitOf(call.number);
            call.at = Now - std::chrono::seconds(age);
            for (const VisitState each : VisitStates) {
                if (name(each) == state) {
                    call.state = each;
                }
            }
            hall.calls.push_back(call);
        }
    }
    return hall;
}

std::string text(const std::vector<ShownCall>& calls)
{
    std::string all;
    for (const ShownCall& each : calls) {
        all += each.call.number + ">" + each.call.window + (each.isFresh ? "! " : " ");
    }
    return all;
}

} // namespace

TEST_CASE("calls of now come first, latest at the top, and those who came stand among the recent")
{
    struct Row
    {
        const char* calls;
        const char* present;
        const char* recent;
        Scene scene;
    };
    const Row rows[] = {
        {"", "", "", Scene::Welcome},
        {"7 А015 5 called 1", "А015>5! ", "", Scene::Calls},
        {"7 А015 5 called 19\n8 Б001 2 called 1", "Б001>2! А015>5! ", "", Scene::Calls},
        {"8 Б001 2 called 1\n7 А015 5 called 20", "Б001>2! А015>5 ", "", Scene::Calls},
        {"7 А015 5 serving 40", "", "А015>5 ", Scene::Welcome},
        {"7 А015 5 serving 7", "А015>5! ", "", Scene::Calls},
        {"7 А015 5 serving 8", "", "А015>5 ", Scene::Welcome},
        {"7 А015 5 finished 2", "", "А015>5 ", Scene::Welcome},
        {"7 А015 5 noShow 2", "", "А015>5 ", Scene::Welcome},
        {"7 А015 5 called 3600", "А015>5 ", "", Scene::Calls},
        {"5 А014 1 finished 90\n6 Б002 2 serving 60\n7 А015 5 called 2", "А015>5! ",
         "Б002>2 А014>1 ", Scene::Calls},
        // Called again: one line for one visitor.
        {"5 А015 5 called 50\n9 А015 5 called 2", "А015>5! ", "", Scene::Calls},
    };
    for (const Row& row : rows) {
        INFO(row.calls);
        const Board board = boardOf(hallOf(row.calls), Now);
        CHECK(text(board.present) == row.present);
        CHECK(text(board.recent) == row.recent);
        CHECK(board.scene == row.scene);
    }
}

TEST_CASE("every awaited call is shown, however many; of the others only the latest")
{
    std::string table;
    for (int i = 1; i <= 80; ++i) {
        table += std::to_string(i) + " А" + std::to_string(100 + i) + " " + std::to_string(i) +
                 (i <= 40 ? " finished 500\n" : " called 100\n");
    }
    const Board board = boardOf(hallOf(table), Now);
    CHECK(board.present.size() == 40);
    REQUIRE(board.recent.size() == RecentMax);
    CHECK(board.recent.front().call.id == 40);
}

TEST_CASE("queues in which somebody waits are shown, the longest first")
{
    Hall hall = hallOf("");
    hall.queues = {{.service = ServiceId{1}, .name = {{"ru", "Касса"}}, .waiting = 2},
                   {.service = ServiceId{2}, .name = {{"ru", "Договор"}}, .waiting = 0},
                   {.service = ServiceId{3}, .name = {{"ru", "Справка"}}, .waiting = 5}};
    const Board board = boardOf(hall, Now);
    REQUIRE(board.queues.size() == 2);
    CHECK(board.queues[0].service == ServiceId{3});
    CHECK(board.waiting == 7);
}

TEST_CASE("a closed office says so, but not while it still calls or people wait")
{
    Hall hall = hallOf("");
    hall.open = false;
    CHECK(boardOf(hall, Now).scene == Scene::Closed);
    hall.queues = {{.service = ServiceId{1}, .name = {}, .waiting = 1}};
    CHECK(boardOf(hall, Now).scene == Scene::Welcome);
    hall.calls = hallOf("7 А015 5 called 1").calls;
    CHECK(boardOf(hall, Now).scene == Scene::Calls);
}

TEST_CASE("a grid has a place for every card and gives the largest letters")
{
    CHECK(gridFor(0, 1200, 800, 4) == Grid{.columns = 1, .rows = 1});
    CHECK(gridFor(1, 1200, 800, 4) == Grid{.columns = 1, .rows = 1});
    CHECK(gridFor(3, 1200, 800, 4) == Grid{.columns = 1, .rows = 3});
    CHECK(gridFor(8, 1200, 800, 4) == Grid{.columns = 2, .rows = 4});
    CHECK(gridFor(8, 1000, 1200, 4) == Grid{.columns = 1, .rows = 8});
    for (int count = 1; count <= 60; ++count) {
        const Grid grid = gridFor(count, 1240, 800, 3.5);
        INFO(count);
        CHECK(grid.columns * grid.rows >= count);
        CHECK(grid.columns * (grid.rows - 1) < count);
    }
}
