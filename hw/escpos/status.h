#pragma once

#include "hw/escpos/replies.h"

#include <optional>
#include <string_view>

namespace talon::hw::escpos {

/// What a printer says of itself.
struct PrinterStatus
{
    bool offline = false;
    bool coverOpen = false;
    bool paperEnd = false;
    bool paperNearEnd = false; ///< Never set where no such sensor is fitted.
    bool cutterFault = false;
    bool mechanicalFault = false;
    bool recoverableFault = false;   ///< Ends by itself, such as a hot head.
    bool unrecoverableFault = false; ///< Ends by switching off and on.
    bool otherFault = false;         ///< An error that no other bit explains.

    friend bool operator==(const PrinterStatus&, const PrinterStatus&) = default;
};

/// The one thing to tell of a printer, the most pressing first.
enum class Condition {
    Ready,
    PaperLow, ///< Prints, and somebody should bring a roll.
    PaperOut,
    CoverOpen,
    CutterFault,
    Fault,        ///< Any other error that the printer knows of.
    NotAnswering, ///< Connected, silent.
    Gone,         ///< Cannot be reached at all.
};

inline constexpr std::array Conditions{
    Condition::Ready,       Condition::PaperLow, Condition::PaperOut,     Condition::CoverOpen,
    Condition::CutterFault, Condition::Fault,    Condition::NotAnswering, Condition::Gone};

/// The name in logs and at the prompt of talon-hw: "paperOut".
std::string_view name(Condition condition);

/// Whether a ticket sent now can be expected to come out.
bool canPrint(Condition condition);

Condition conditionOf(const PrinterStatus& status);

/// The status after the answer to `DLE EOT n`; only its n tells what the bits mean.
void apply(PrinterStatus& status, int n, EotReply reply);

/// An ASB report says everything at once.
PrinterStatus statusOf(const AsbReply& reply);

} // namespace talon::hw::escpos
