#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace talon {

/// Where a visit is in its life. From Finished on they are its ends.
enum class VisitState {
    Waiting,
    Called,
    Serving,
    Held, ///< Parked until a time, or until called; nobody calls it by the rule.
    Finished,
    NoShow,    ///< May come back within the time that the office sets.
    Cancelled, ///< Ended without service, by the visitor or the staff.
    Dropped,   ///< Still open when its day ended; closed by the office, not by a clerk.
};

inline constexpr std::array VisitStates{
    VisitState::Waiting,  VisitState::Called, VisitState::Serving,   VisitState::Held,
    VisitState::Finished, VisitState::NoShow, VisitState::Cancelled, VisitState::Dropped};

/// Whether nothing more is to be done for it.
bool isEnd(VisitState state);

/// Why a visit ended without service.
enum class CancelReason {
    VisitorLeft,  ///< The visitor said so, or was seen to go.
    Mistake,      ///< Wrong service, taken twice...
    NotPrinted,   ///< The terminal could not hand the ticket out.
    DoneElsewhere ///< Solved without a window: by a leaflet, by phone, at a station.
};

inline constexpr std::array CancelReasons{CancelReason::VisitorLeft, CancelReason::Mistake,
                                          CancelReason::NotPrinted, CancelReason::DoneElsewhere};

/// Why the office itself ended a visit.
enum class DropReason {
    DayEnded,     ///< A new business day began.
    OfficeClosed, ///< Long after closing time nobody had called it.
    SentHome,     ///< The staff ended the day for all who still waited.
};

inline constexpr std::array DropReasons{DropReason::DayEnded, DropReason::OfficeClosed,
                                        DropReason::SentHome};

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
std::string_view name(CancelReason reason);
std::string_view name(DropReason reason);
std::string_view name(PrintOutcome outcome);

} // namespace talon
