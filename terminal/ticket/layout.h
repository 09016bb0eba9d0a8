#pragma once

#include "hw/raster.h"
#include "terminal/ticket/ticket_paper.h"

#include <string>
#include <vector>

namespace talon::terminal {

/// The narrowest head a ticket is laid out for, and the longest ticket: beyond it the bottom is
/// left out, since the number stands at the top.
inline constexpr int PaperWidthDotsMin = 320;
inline constexpr int PaperRowsMax = 2400;

/// Lays a ticket out for a head of this width, black on white, dot by dot. Needs the fonts of
/// shared/ui loaded; may run on any thread. The first call takes longer: warm it up.
hw::Raster layOut(const TicketPaper& paper, int widthDots);

/// The letters among these texts that the font of tickets lacks, each once. Not empty means empty
/// boxes on paper: the terminal must say so at its start.
std::vector<std::string> missingGlyphs(const std::vector<std::string>& texts);

} // namespace talon::terminal
