#include "controller/queue/issuing.h"

namespace talon::queue {

std::optional<ClosedReason>
closedReason(const Office& office, const Service& service, const OfficeTime& time)
{
    const auto known = office.issuing.find(service.id);
    const Issuing issuing = known == office.issuing.end() ? Issuing{} : known->second;
    if (issuing.mode == IssuingMode::Continued) {
        return std::nullopt;
    }
    if (!isOpenAt(office.settings, time)) {
        return ClosedReason::OfficeClosed;
    }
    if (!isOpenAt(office.settings, service, time)) {
        return ClosedReason::NotNow;
    }
    if (issuing.mode == IssuingMode::Stopped) {
        return ClosedReason::Stopped;
    }
    const auto issued = office.issued.find(service.id);
    if (service.dailyLimit && issued != office.issued.end() &&
        issued->second >= *service.dailyLimit) {
        return ClosedReason::DayLimit;
    }
    if (issuing.lastTicketGiven && office.settings.rules.lastTicket) {
        return ClosedReason::LastTicket;
    }
    return std::nullopt;
}

} // namespace talon::queue
