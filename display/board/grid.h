#pragma once

namespace talon::board {

/// How many cards stand beside and above each other.
struct Grid
{
    int columns = 1;
    int rows = 1;

    friend bool operator==(const Grid&, const Grid&) = default;
};

/// The grid in which `count` cards get the largest letters: no card covers another, whatever their
/// number. A card of the shape `aspect` (width to height) needs no less room in either direction.
Grid gridFor(int count, double width, double height, double aspect);

} // namespace talon::board
