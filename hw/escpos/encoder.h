#pragma once

#include "hw/escpos/models.h"
#include "hw/raster.h"

#include <array>

namespace talon::hw::escpos {

/// Four printable characters that a printer says back once all data before them is on paper.
using ProcessId = std::array<char, 4>;

/// The last four digits of a number that names a job.
ProcessId processIdOf(std::int64_t job);

/// `ESC @`: forget modes of whoever printed before.
Bytes initialise();

/// `GS v 0` in bands, free of real-time commands.
Bytes rasterBands(const Raster& raster, int bandRows);

/// `ESC J`, as often as needed.
Bytes feed(int rows);

/// `GS V 66 0`: feeds to the cutter and leaves a point uncut, so that the ticket does not fall.
Bytes cut();

/// `GS a 0x0F`: the printer tells of each change by itself from now on (ASB).
Bytes watchStatus();

/// `DLE EOT n`, answered at once; n is 1 to 4.
Bytes askStatus(int n);

/// `GS ( H`: the id comes back when all data before it is on paper.
Bytes askProcessId(const ProcessId& id);

/// `GS r 1`: the paper sensor, answered in turn with the data before it.
Bytes askSensor();

/// `DLE DC4 8`: drop all that is not printed yet, so that half a ticket does not come out hours
/// later, when somebody loads paper.
Bytes clearBuffers();

/// A whole slip: picture, cut, and the question whose answer confirms it.
Bytes slip(const Raster& raster, const Model& model, const ProcessId& id);

/// Picture and cut only, for roads on which nothing comes back.
Bytes silentSlip(const Raster& raster, const Model& model);

} // namespace talon::hw::escpos
