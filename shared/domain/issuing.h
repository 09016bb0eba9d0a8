#pragma once

#include <array>
#include <string_view>

namespace talon {

/// Whether tickets are given for a service today.
enum class IssuingMode {
    ByRule,    ///< By its hours, its limit, and the forecast before closing.
    Stopped,   ///< The staff gives no more today.
    Continued, ///< The staff goes on, whatever limit and forecast say.
};

inline constexpr std::array IssuingModes{IssuingMode::ByRule, IssuingMode::Stopped,
                                         IssuingMode::Continued};

/// The name used in the journal and on the wire.
std::string_view name(IssuingMode mode);

/// Why a service gives no tickets now.
enum class ClosedReason {
    OfficeClosed, ///< Outside the office's hours.
    NotNow,       ///< Outside the service's own hours.
    Stopped,      ///< By the staff.
    DayLimit,     ///< The day's tickets are given out.
    LastTicket,   ///< Whoever joins now would not be served before closing.
};

inline constexpr std::array ClosedReasons{ClosedReason::OfficeClosed, ClosedReason::NotNow,
                                          ClosedReason::Stopped, ClosedReason::DayLimit,
                                          ClosedReason::LastTicket};

std::string_view name(ClosedReason reason);

} // namespace talon
