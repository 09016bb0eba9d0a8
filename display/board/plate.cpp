#include "display/board/plate.h"

#include "shared/base/ensure.h"

#include <algorithm>

namespace talon::board {

std::string_view name(PlateState state)
{
    switch (state) {
    case PlateState::Closed: return "closed";
    case PlateState::Away: return "away";
    case PlateState::Free: return "free";
    case PlateState::Called: return "called";
    case PlateState::Serving: return "serving";
    }
    TALON_ENSURE(false);
}

Plate plateOf(const Board& board, const std::string& window)
{
    const auto found = std::ranges::find(board.windows, window, &WindowPlate::name);
    if (found == board.windows.end()) {
        return {};
    }
    // A visitor may be here while the window takes no further ones: they count first.
    if (found->number) {
        const auto call = std::ranges::find_if(board.present, [&](const ShownCall& shown) {
            return shown.call.window == window && shown.call.number == *found->number;
        });
        const bool isAwaited =
            call != board.present.end() && call->call.state == VisitState::Called;
        return {.state = isAwaited ? PlateState::Called : PlateState::Serving,
                .number = *found->number,
                .isFresh = isAwaited && call->isFresh};
    }
    switch (found->state) {
    case WindowState::Closed: return {};
    case WindowState::Open: return {.state = PlateState::Free};
    case WindowState::Paused:
    case WindowState::OnBreak: return {.state = PlateState::Away};
    }
    TALON_ENSURE(false);
}

} // namespace talon::board
