#include "hw/escpos/paper.h"

#include <utility>

namespace talon::hw::escpos {

std::vector<Raster> slipsOf(const std::vector<Action>& actions)
{
    std::vector<Raster> slips;
    Raster paper;
    for (const Action& action : actions) {
        if (const auto* const print = std::get_if<PrintRows>(&action)) {
            appendRows(paper, print->rows);
        } else if (const auto* const fed = std::get_if<FeedRows>(&action)) {
            appendWhiteRows(paper, fed->rows);
        } else if (std::holds_alternative<Cut>(action) && paper.heightRows > 0) {
            slips.push_back(std::exchange(paper, {}));
        }
    }
    if (paper.heightRows > 0) {
        slips.push_back(std::move(paper));
    }
    return slips;
}

} // namespace talon::hw::escpos
