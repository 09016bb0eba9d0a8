#pragma once

#include <span>
#include <string_view>

namespace talon::hw::escpos {

/// How a printer gives its word that all data before is on paper.
enum class Confirmation {
    ProcessId,   ///< Answers `GS ( H`.
    SensorReply, ///< A clone without it: answers `GS r 1` in its turn, after the cut.
};

/// What differs between printers. A new printer is a row of the table, never an `if`.
struct Model
{
    std::string_view name;
    int widthDots = 0;
    int bandRows = 0;          ///< Rows in one raster command.
    int feedBeforeCutRows = 0; ///< For heads without a cutter: up to the tear bar.
    Confirmation confirmation = Confirmation::ProcessId;
};

/// All known ones; the first is taken when none is named.
std::span<const Model> models();

/// Null when there is no such name.
const Model* findModel(std::string_view name);

/// The row that fits what a printer calls itself: "MFG:EPSON;MDL:TM-T88V;". Null when it is not
/// known.
const Model* modelOfDevice(std::string_view deviceId);

} // namespace talon::hw::escpos
