#include "hw/cups/cups_state.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace talon::hw {
namespace {

using escpos::Condition;

struct Reason
{
    std::string_view word; ///< Without "-error", "-warning", "-report".
    Condition condition;
};

constexpr std::chrono::minutes NewsFor{1};

constexpr std::string_view Connecting = "connecting-to-device";

/// The most pressing first.
constexpr std::array Reasons{
    Reason{"cover-open", Condition::CoverOpen},     Reason{"door-open", Condition::CoverOpen},
    Reason{"interlock-open", Condition::CoverOpen}, Reason{"media-empty", Condition::PaperOut},
    Reason{"media-needed", Condition::PaperOut},    Reason{"trimmer-jam", Condition::CutterFault},
    Reason{"media-jam", Condition::Fault},          Reason{"offline", Condition::NotAnswering},
    Reason{"shutdown", Condition::NotAnswering},    Reason{"timed-out", Condition::NotAnswering},
    Reason{Connecting, Condition::NotAnswering},    Reason{"paused", Condition::Fault},
    Reason{"media-low", Condition::PaperLow},
};

struct Said
{
    std::string_view word;
    bool isError = false;
};

Said saidIn(std::string_view reason)
{
    for (const std::string_view ending : {"-error", "-warning", "-report"}) {
        if (reason.ends_with(ending)) {
            return {.word = reason.substr(0, reason.size() - ending.size()),
                    .isError = ending == "-error"};
        }
    }
    return {.word = reason};
}

bool says(const QueueState& state, std::string_view word)
{
    return std::ranges::any_of(
        state.reasons, [&](const std::string& reason) { return saidIn(reason).word == word; });
}

} // namespace

Condition conditionOf(const QueueState& state)
{
    if (state.isIdle && state.age > NewsFor) {
        return state.isAccepting && !state.isStopped ? Condition::Ready : Condition::Fault;
    }
    const auto known = std::ranges::find_if(
        Reasons, [&](const Reason& reason) { return says(state, reason.word); });
    if (known != Reasons.end() && !canPrint(known->condition)) {
        return known->condition;
    }
    const bool hasOtherError = std::ranges::any_of(
        state.reasons, [](const std::string& reason) { return saidIn(reason).isError; });
    if (hasOtherError || state.isStopped || !state.isAccepting) {
        return Condition::Fault;
    }
    return known != Reasons.end() ? known->condition : Condition::Ready;
}

bool isConnecting(const QueueState& state)
{
    return says(state, Connecting);
}

} // namespace talon::hw
