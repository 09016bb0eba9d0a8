#pragma once

#include "hw/escpos/encoder.h"
#include "hw/escpos/status.h"
#include "hw/print_result.h"
#include "hw/printer.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace talon::hw {

/// How long a printer is given; beyond it the visitor is not kept waiting.
struct SessionLimits
{
    std::chrono::milliseconds answer{300}; ///< To a status query.
    std::chrono::milliseconds reach{2000}; ///< To be connected at all, where the road needs that.
    std::chrono::milliseconds write{3000}; ///< To take a whole slip, besides the time of its line.
    std::chrono::milliseconds confirm{8000}; ///< To say that it is on paper.
    std::chrono::milliseconds grace{500};    ///< To say so after it has reported a stop.

    friend bool operator==(const SessionLimits&, const SessionLimits&) = default;
};

/// The conversation with one printer: asks how it is, sends a slip, waits for its word. Blocking,
/// as the road below it.
///
///     status? -> slip -> (cut) -> "0015 is on paper" -> Printed
///        |         |                    |
///        no        cut off, or no word in time: buffers cleared -> Unknown
///        +--> NotPrinted
class Session
{
public:
    Session(Printer& printer, const escpos::Model& model, SessionLimits limits = {});

    /// A slip began and nobody knows where it ended: the next one must not come out joined to it.
    bool hasHalfSlip() const { return m_hasHalfSlip; }

    /// To be told to a new session after the road was lost.
    void setHalfSlip(bool hasHalfSlip) { m_hasHalfSlip = hasHalfSlip; }

    /// Asks for everything it can say of itself.
    escpos::Condition condition();

    /// The last answers that condition() got.
    const escpos::PrinterStatus& status() const { return m_status; }

    /// `job` is said back by the printer; neighbouring slips must differ in its last four digits.
    PrintResult print(const Raster& slip, std::int64_t job);

private:
    using Moment = std::chrono::steady_clock::time_point;

    escpos::Condition askAll();
    PrintResult printReached(const Raster& slip, std::int64_t job);
    std::chrono::milliseconds timeOnTheLine(std::size_t bytes) const;
    std::optional<escpos::Condition> ask(int n, escpos::PrinterStatus& status);
    Expected<std::vector<escpos::Reply>, IoError> hear(std::chrono::milliseconds within);
    escpos::Condition conditionOfPort();
    escpos::Condition conditionAfter(const WriteError& error);
    PrintResult waitForWord(const escpos::ProcessId& id);
    void clearBuffers();

    Printer& m_printer;
    const escpos::Model& m_model;
    SessionLimits m_limits;
    escpos::ReplyParser m_parser;
    escpos::PrinterStatus m_status;
    std::optional<escpos::PrinterStatus> m_reported; ///< By itself, during this slip.
    bool m_hasHalfSlip = false;
};

} // namespace talon::hw
