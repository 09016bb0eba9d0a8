#include "shared/domain/queue_rules.h"

#include "shared/base/ensure.h"

#include <string>

namespace talon {

namespace {

struct Limit
{
    const char* field;
    std::int64_t value;
    std::int64_t min;
    std::int64_t max;
};

} // namespace

std::string_view name(ServiceOrder order)
{
    switch (order) {
    case ServiceOrder::EarliestDue: return "earliestDue";
    case ServiceOrder::FirstCome: return "firstCome";
    case ServiceOrder::StrictPriority: return "strictPriority";
    case ServiceOrder::LongestWait: return "longestWait";
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

Expected<Done, ParseError> check(const QueueRules& rules)
{
    const std::array limits{
        Limit{"nextServiceHeadStartMinutes", rules.nextServiceHeadStart.count(), 0, 60},
        Limit{"recallsBeforeNoShow", rules.recallsBeforeNoShow, 0, 5},
        Limit{"returnWithinMinutes", rules.returnWithin.count(), 0, 480},
        Limit{"returnDelayMinutes", rules.returnDelay.count(), 0, 240},
        Limit{"bookingEarliestMinutes", rules.bookingEarliest.count(), 5, 480},
        Limit{"bookingGraceMinutes", rules.bookingGrace.count(), 0, 120},
        Limit{"bookingLateMinutes", rules.bookingLate.count(), rules.bookingGrace.count() + 1, 240},
        Limit{"breakToleranceMinutes", rules.breakTolerance.count(), 0, 30},
        Limit{"stationOfferMinutes", rules.stationOffer.count(), 1, 30},
        Limit{"undoWithinSeconds", rules.undoWithin.count(), 0, 600},
        Limit{"dropAfterClosingMinutes", rules.dropAfterClosing.count(), 0, 720},
    };
    for (const Limit& limit : limits) {
        if (limit.value < limit.min || limit.value > limit.max) {
            return Unexpected(ParseError{.field = std::string("rules.") + limit.field,
                                         .what = "must be from " + std::to_string(limit.min) +
                                                 " to " + std::to_string(limit.max)});
        }
    }
    return Done{};
}

} // namespace talon
