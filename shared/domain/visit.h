#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace talon {

/// Where a visit is in its life. Finished, NoShow and Dropped are its ends.
enum class VisitState {
    Waiting,
    Called,
    Serving,
    Finished,
    NoShow,
    Dropped, ///< Still open when its day ended; closed by the office, not by a clerk.
};

inline constexpr std::array VisitStates{VisitState::Waiting, VisitState::Called,
                                        VisitState::Serving, VisitState::Finished,
                                        VisitState::NoShow,  VisitState::Dropped};

/// What became of the paper of a ticket.
enum class PrintOutcome {
    NotReported, ///< The terminal has not said yet.
    Printed,     ///< The printer itself confirmed it.
    Unknown,     ///< Bytes went out, no confirmation came.
    OnScreen,    ///< Not printed; the visitor was shown the number on the screen.
};

inline constexpr std::array PrintOutcomes{PrintOutcome::NotReported, PrintOutcome::Printed,
                                          PrintOutcome::Unknown, PrintOutcome::OnScreen};

/// The names used in the journal and on the wire.
std::string_view name(VisitState state);
std::string_view name(PrintOutcome outcome);

} // namespace talon
