#include "controller/queue/leases.h"

#include <algorithm>

namespace talon::queue {

namespace {

const std::vector<Lease>& leasesOn(const Office& office, Day day)
{
    static const std::vector<Lease> None;
    const auto found = office.leases.find(day);
    return found == office.leases.end() ? None : found->second;
}

/// Whether a lease is still of the service as it is set up now.
bool fits(const Lease& lease, const Service& service)
{
    return lease.service == service.id && lease.prefix == service.prefix &&
           lease.first >= service.firstNumber && lease.last <= service.lastNumber;
}

bool isHeldBy(const Lease& lease, DeviceId device, std::string_view holder)
{
    return lease.device == device && lease.holder == holder;
}

int sizeOf(const Lease& lease)
{
    return lease.last - lease.first + 1;
}

/// The highest numbers that nobody holds, at most so many.
std::optional<NumberLease>
highestFree(const Office& office, const Service& service, Day day, int size)
{
    const auto given = office.lastNumber.find(service.id);
    const bool someGiven = day == office.day && given != office.lastNumber.end();
    const int bottom = someGiven ? given->second + 1 : service.firstNumber;
    int top = service.lastNumber;
    while (top >= bottom) {
        const Lease* const lease = findLease(office, day, service.prefix, top);
        if (lease == nullptr) {
            break;
        }
        top = lease->first - 1;
    }
    int first = top;
    while (first > bottom && top - first + 1 < size &&
           findLease(office, day, service.prefix, first - 1) == nullptr) {
        --first;
    }
    if (top < bottom) {
        return std::nullopt;
    }
    return NumberLease{
        .service = service.id, .prefix = service.prefix, .first = first, .last = top};
}

} // namespace

const Lease* findLease(const Office& office, Day day, std::string_view prefix, int serial)
{
    const auto& leases = leasesOn(office, day);
    const auto found = std::ranges::find_if(leases, [&](const Lease& lease) {
        return lease.first <= serial && serial <= lease.last && lease.prefix == prefix;
    });
    return found == leases.end() ? nullptr : &*found;
}

int nextSerial(const Office& office, const Service& service)
{
    const auto last = office.lastNumber.find(service.id);
    int serial = last == office.lastNumber.end() ? service.firstNumber : last->second + 1;
    while (const Lease* const lease = findLease(office, office.day, service.prefix, serial)) {
        serial = lease->last + 1;
    }
    return serial;
}

std::vector<Day> leasedDays(const Office& office)
{
    std::vector<Day> days{office.day};
    for (Day day = office.day + std::chrono::days{1}; day <= office.day + LeaseAhead;
         day += std::chrono::days{1}) {
        if (!hoursOn(office.settings, day).empty()) {
            days.push_back(day);
            break;
        }
    }
    return days;
}

std::vector<NumberLease>
leasesOf(const Office& office, DeviceId device, std::string_view holder, Day day)
{
    std::vector<NumberLease> held;
    for (const Lease& lease : leasesOn(office, day)) {
        const Service* const service = findService(office.settings, lease.service);
        if (isHeldBy(lease, device, holder) && service != nullptr && !service->hidden &&
            fits(lease, *service)) {
            held.push_back({.service = lease.service,
                            .prefix = lease.prefix,
                            .first = lease.first,
                            .last = lease.last});
        }
    }
    return held;
}

std::optional<NumberLease> topUp(
    const Office& office, const Service& service, DeviceId device, std::string_view holder, Day day)
{
    const int range = service.lastNumber - service.firstNumber + 1;
    int all = 0;
    int left = 0;
    for (const Lease& lease : leasesOn(office, day)) {
        if (lease.prefix == service.prefix && lease.first <= service.lastNumber &&
            service.firstNumber <= lease.last) {
            all += sizeOf(lease);
        }
        if (isHeldBy(lease, device, holder) && fits(lease, service)) {
            left += sizeOf(lease) - static_cast<int>(lease.given.size());
        }
    }
    const int size = std::clamp(range / RangeALease, 1, LeaseSizeMax);
    const int room = range / RangeAllLeases - all;
    if (left * 2 >= size || room < 1) {
        return std::nullopt;
    }
    return highestFree(office, service, day, std::min(size, room));
}

} // namespace talon::queue
