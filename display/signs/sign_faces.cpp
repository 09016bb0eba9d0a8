#include "display/signs/sign_faces.h"

#include "display/board/plate.h"
#include "shared/base/ensure.h"

namespace talon::display {

namespace {

hw::SignFace faceOf(const WindowSign& sign, const board::Plate& plate)
{
    switch (plate.state) {
    case board::PlateState::Closed: return {.text = sign.closed};
    case board::PlateState::Away: return {.text = sign.away};
    case board::PlateState::Free: return {.text = sign.free};
    case board::PlateState::Called:
    case board::PlateState::Serving: return {.text = plate.number, .isBlinking = plate.isFresh};
    }
    TALON_ENSURE(false);
}

} // namespace

std::map<int, hw::SignFace>
facesOf(const SignBus& bus, const HallSeen& seen, std::chrono::milliseconds noConnectionAfter)
{
    if (seen.hall == nullptr || (seen.oldFor && *seen.oldFor >= noConnectionAfter)) {
        return facesWithoutConnection(bus);
    }
    const board::Board board = board::boardOf(*seen.hall, seen.now);
    std::map<int, hw::SignFace> faces;
    for (const WindowSign& each : bus.signs) {
        faces[each.sign.address] = faceOf(each, board::plateOf(board, each.window));
    }
    return faces;
}

std::map<int, hw::SignFace> facesWithoutConnection(const SignBus& bus)
{
    std::map<int, hw::SignFace> faces;
    for (const WindowSign& each : bus.signs) {
        faces[each.sign.address] = {.text = each.noConnection};
    }
    return faces;
}

} // namespace talon::display
