#include "controller/forecast/experience.h"

#include <algorithm>
#include <cmath>

namespace talon::forecast {

namespace {

/// Values that count: some days of a small office, half a day of a large one.
constexpr int Remembered = 400;

/// So many values of an office's own weigh as much as what was assumed before.
constexpr double PriorWeight = 10;

/// A clerk who forgot to finish a visit says nothing of how long the service takes.
constexpr double LongestByMean = 8;

// Assumed until measured.
constexpr double WalkPrior = 20;
constexpr double GapPrior = 15;
constexpr double PausePrior = 600;
constexpr double AbsencePrior = 60;
constexpr double AbsentPrior = 0.05;
constexpr double KeptPrior = 0.85;

} // namespace

void RecentMean::add(double value)
{
    m_count = std::min(m_count + 1, Remembered);
    m_mean += (value - m_mean) / m_count;
}

double RecentMean::with(double prior, double weight) const
{
    return (m_mean * m_count + prior * weight) / (m_count + weight);
}

void ServiceTimes::add(Span length)
{
    double seconds = std::max(length.count(), 0.0);
    if (m_lengths.count() >= PriorWeight) {
        seconds = std::min(seconds, LongestByMean * std::max(m_lengths.with(0, 0), 1.0));
    }
    m_lengths.add(seconds);
    m_squares.add(seconds * seconds);
    m_latest.at(m_next) = static_cast<float>(seconds);
    m_next = (m_next + 1) % m_latest.size();
    m_kept = std::min(m_kept + 1, m_latest.size());
}

Span ServiceTimes::mean(Span prior) const
{
    return Span{m_lengths.with(prior.count(), PriorWeight)};
}

double ServiceTimes::variation() const
{
    constexpr double Prior = 0.7; // Between a machine's (0) and a telephone's (1 and more).
    if (m_lengths.count() == 0) {
        return Prior;
    }
    const double mean = std::max(m_lengths.with(0, 0), 1.0);
    const double variance = std::max(m_squares.with(0, 0) - mean * mean, 0.0);
    const double own = std::sqrt(variance) / mean;
    const double count = m_lengths.count();
    return (own * count + Prior * PriorWeight) / (count + PriorWeight);
}

Span ServiceTimes::rest(Span elapsed, Span mean) const
{
    double sum = 0;
    double longer = 0;
    const auto spent = static_cast<float>(elapsed.count());
    for (std::size_t i = 0; i < m_kept; ++i) {
        if (m_latest[i] > spent) {
            sum += static_cast<double>(m_latest[i] - spent);
            longer += 1;
        }
    }
    const double assumed = std::max(mean.count() - elapsed.count(), 0.3 * mean.count());
    return Span{(sum + assumed * PriorWeight) / (longer + PriorWeight)};
}

void Experience::served(ServiceId service, Span length)
{
    m_services[service].add(length);
}

void Experience::cameNot(Span afterCall)
{
    m_absent.add(1);
    m_absence.add(afterCall.count());
}

void Experience::calledAfter(Span gap)
{
    // Longer than that the clerk did something else: it tells nothing of the next gap.
    constexpr Span Longest{300};
    if (gap >= Span{0} && gap <= Longest) {
        m_gap.add(gap.count());
    }
}

void Experience::waited(Span length, bool left)
{
    m_waits.add(std::max(length.count(), 0.0));
    m_left.add(left ? 1 : 0);
}

Span Experience::lengthOf(const Service& service, double paceOfOffice) const
{
    const Span expected = Span{service.expectedService} * paceOfOffice;
    const auto known = m_services.find(service.id);
    return known == m_services.end() ? expected : known->second.mean(expected);
}

double Experience::paceOfOffice(const OfficeSettings& settings) const
{
    double sum = PriorWeight;
    double weight = PriorWeight;
    for (const Service& service : settings.services) {
        if (const auto known = m_services.find(service.id); known != m_services.end()) {
            const double expected = std::max(Span{service.expectedService}.count(), 1.0);
            const double count = known->second.count();
            sum += count * known->second.mean(Span{expected}).count() / expected;
            weight += count;
        }
    }
    return sum / weight;
}

double Experience::variationOf(ServiceId service) const
{
    const auto known = m_services.find(service);
    return (known == m_services.end() ? ServiceTimes{} : known->second).variation();
}

Span Experience::restOf(ServiceId service, Span elapsed, Span mean) const
{
    static const ServiceTimes Unknown;
    const auto known = m_services.find(service);
    return (known == m_services.end() ? Unknown : known->second).rest(elapsed, mean);
}

Span Experience::walk() const
{
    return Span{m_walk.with(WalkPrior, PriorWeight)};
}

Span Experience::gap() const
{
    return Span{m_gap.with(GapPrior, PriorWeight)};
}

Span Experience::pause() const
{
    return Span{m_pause.with(PausePrior, PriorWeight)};
}

Span Experience::absence() const
{
    return Span{m_absence.with(AbsencePrior, PriorWeight)};
}

double Experience::absentShare() const
{
    return m_absent.with(AbsentPrior, 2 * PriorWeight);
}

double Experience::bookingsKept() const
{
    return m_kept.with(KeptPrior, PriorWeight);
}

double Experience::leavingRate() const
{
    // Those who left by the time they all waited: the rate of an exponential patience.
    constexpr double WaitPrior = 600;
    return m_left.with(0.01, PriorWeight) / std::max(m_waits.with(WaitPrior, PriorWeight), 1.0);
}

} // namespace talon::forecast
