#include "display/signs/sign_faces.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace talon::display;
using namespace std::chrono_literals;

namespace {

const Instant Now{1'000'000s};

SignBus bus()
{
    SignBus made;
    made.signs = {{.sign = {.address = 1},
                   .window = "5",
                   .away = "ПАУЗ",
                   .closed = "XX",
                   .noConnection = "----"}};
    return made;
}

board::Hall hallWith(WindowState state)
{
    return {.open = true, .windows = {{.id = WindowId{5}, .name = "5", .state = state}}};
}

board::Hall hallCalling(Instant at, VisitState state)
{
    board::Hall hall = hallWith(WindowState::Open);
    hall.windows[0].number = "А015";
    hall.calls = {{.id = 1, .number = "А015", .window = "5", .state = state, .at = at}};
    return hall;
}

hw::SignFace faceIn(const board::Hall* hall,
                    std::optional<std::chrono::milliseconds> oldFor = std::nullopt)
{
    return facesOf(bus(), {.hall = hall, .now = Now, .oldFor = oldFor}, 120s).at(1);
}

} // namespace

TEST_CASE("a sign shows the number of its window, and blinks while the call is fresh")
{
    const board::Hall fresh = hallCalling(Now - 1s, VisitState::Called);
    CHECK(faceIn(&fresh) == hw::SignFace{.text = "А015", .isBlinking = true});
    const board::Hall late = hallCalling(Now - 60s, VisitState::Called);
    CHECK(faceIn(&late) == hw::SignFace{.text = "А015"});
    const board::Hall served = hallCalling(Now - 1s, VisitState::Serving);
    CHECK(faceIn(&served) == hw::SignFace{.text = "А015"});
}

TEST_CASE("a sign says what its file has for free, away and closed")
{
    const auto textIn = [](WindowState state) {
        const board::Hall hall = hallWith(state);
        return faceIn(&hall);
    };
    CHECK(textIn(WindowState::Open) == hw::SignFace{.text = "—"});
    CHECK(textIn(WindowState::Paused) == hw::SignFace{.text = "ПАУЗ"});
    CHECK(textIn(WindowState::OnBreak) == hw::SignFace{.text = "ПАУЗ"});
    CHECK(textIn(WindowState::Closed) == hw::SignFace{.text = "XX"});
    const board::Hall none{.open = true};
    CHECK(faceIn(&none) == hw::SignFace{.text = "XX"});
}

TEST_CASE("what is shown stays for a while when the controller goes away, then there are dashes")
{
    const board::Hall hall = hallCalling(Now - 60s, VisitState::Called);
    CHECK(faceIn(&hall, 0ms).text == "А015");
    CHECK(faceIn(&hall, 119'999ms).text == "А015");
    CHECK(faceIn(&hall, 120s) == hw::SignFace{.text = "----"});
    CHECK(faceIn(nullptr) == hw::SignFace{.text = "----"});
}
