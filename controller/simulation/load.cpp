#include "controller/simulation/load.h"

#include "controller/simulation/random.h"

#include <algorithm>
#include <cmath>

namespace talon::simulation {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::int64_t ServiceSecondsMin = 5;
constexpr std::int64_t ServiceSecondsMax = 14400;
constexpr std::int64_t PatienceSecondsMax = 43200;

/// One source for each day and service: what is drawn for one shifts nothing for another.
Random sourceFor(const Load& load, Day day, std::int64_t service)
{
    Random mixer(load.seed);
    const std::uint64_t first = mixer.next();
    Random byDay(first ^ static_cast<std::uint64_t>(day.time_since_epoch().count()));
    const std::uint64_t second = byDay.next();
    return Random(second ^ (static_cast<std::uint64_t>(service) << 32U));
}

std::int64_t drawn(Random& random, const Shape& shape, double unit, std::int64_t most)
{
    const double value = random.logNormal(shape.mean * unit, shape.variation);
    return std::llround(std::min(value, static_cast<double>(most)));
}

/// The minutes of the day in which this service is given, cut where the rate changes.
struct Stretch
{
    minutes from{0};
    minutes to{0};
    double perHour = 0;
};

std::vector<Stretch> stretches(const std::vector<Rate>& rates, const DayHours& hours)
{
    std::vector<Stretch> all;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        const minutes next = i + 1 < rates.size() ? rates[i + 1].from : minutes{2 * 1440};
        for (const OpeningHours& open : hours) {
            const minutes from = std::max(rates[i].from, open.opens);
            const minutes to = std::min(next, open.closes);
            if (from < to && rates[i].perHour > 0) {
                all.push_back({.from = from, .to = to, .perHour = rates[i].perHour});
            }
        }
    }
    return all;
}

/// Everything about a visitor but when.
Arrival visitor(const Load& load, const ServiceLoad& service, Random& random)
{
    // Always as many draws, so that one answer does not change the next visitor.
    const double who = random.unit();
    const double absent = random.unit();
    const std::int64_t takes =
        std::max(drawn(random, service.serviceSeconds, 1, ServiceSecondsMax), ServiceSecondsMin);
    Arrival arrival{.at = {}, .errands = {{.service = service.service, .takes = seconds{takes}}}};
    if (load.patienceMinutes) {
        arrival.patience = seconds{drawn(random, *load.patienceMinutes, 60, PatienceSecondsMax)};
    }
    if (absent < load.noShowShare) {
        arrival.patience = seconds{0};
    }
    double upTo = 0;
    for (const CategoryShare& share : load.categories) {
        upTo += share.share;
        if (who < upTo) {
            arrival.category = share.category;
            break;
        }
    }
    return arrival;
}

} // namespace

Expected<Done, ParseError> check(const Load& load, const OfficeSettings& settings)
{
    for (std::size_t i = 0; i < load.services.size(); ++i) {
        const std::string path = "services[" + std::to_string(i) + "]";
        if (findService(settings, load.services[i].service) == nullptr) {
            return Unexpected(
                ParseError{.field = path + ".id", .what = "names no service of the office"});
        }
        for (const std::vector<Rate>& day : load.services[i].week) {
            if (!std::ranges::is_sorted(day, std::less<>(), &Rate::from)) {
                return Unexpected(
                    ParseError{.field = path + ".perHour", .what = "must be in order of time"});
            }
        }
    }
    double shares = 0;
    for (std::size_t i = 0; i < load.categories.size(); ++i) {
        if (findCategory(settings, load.categories[i].category) == nullptr) {
            return Unexpected(ParseError{.field = "categories[" + std::to_string(i) + "].id",
                                         .what = "names no category of the office"});
        }
        shares += load.categories[i].share;
    }
    if (shares > 1) {
        return Unexpected(ParseError{.field = "categories", .what = "have more than all visitors"});
    }
    return Done{};
}

std::vector<Arrival> arrivalsOn(
    const Load& load, const OfficeSettings& settings, const WallClock& clock, Day day, double times)
{
    std::vector<Arrival> arrivals;
    const double ofDay = sourceFor(load, day, 0).logNormal(1, load.dayVariation) * times;
    for (const ServiceLoad& each : load.services) {
        Random random = sourceFor(load, day, each.service.value);
        const Service* const service = findService(settings, each.service);
        const DayHours hours = service == nullptr ? DayHours{} : hoursOn(settings, *service, day);
        for (const Stretch& stretch : stretches(each.week.at(weekdayOf(day)), hours)) {
            const double gap = 3600 / (stretch.perHour * ofDay);
            const auto end = static_cast<double>(seconds{stretch.to}.count());
            double at = static_cast<double>(seconds{stretch.from}.count());
            while ((at += random.exponential(gap)) < end) {
                Arrival arrival = visitor(load, each, random);
                arrival.at = clock.instant(day, seconds{std::llround(std::floor(at))});
                const bool booked = random.unit() < each.bookingShare;
                const double early =
                    static_cast<double>(load.bookingEarly.count()) +
                    random.normal() * static_cast<double>(load.bookingSpread.count());
                if (booked) {
                    const auto slot = std::chrono::duration_cast<seconds>(load.bookingSlot);
                    const auto wanted = arrival.at - day + seconds{std::llround(early)};
                    arrival.bookedFor = day + (wanted / slot) * slot;
                }
                arrivals.push_back(std::move(arrival));
            }
        }
    }
    std::ranges::stable_sort(arrivals, {}, &Arrival::at);
    return arrivals;
}

} // namespace talon::simulation
