#include "display/board/grid.h"

#include <algorithm>

namespace talon::board {

Grid gridFor(int count, double width, double height, double aspect)
{
    Grid best;
    double bestSize = -1;
    for (int columns = 1; columns <= std::max(1, count); ++columns) {
        const int rows = std::max(1, (count + columns - 1) / columns);
        const double size = std::min(height / rows, width / columns / aspect);
        if (size > bestSize) { // Fewer columns are easier to read, so equal is not better.
            bestSize = size;
            best = {.columns = columns, .rows = rows};
        }
    }
    return best;
}

} // namespace talon::board
