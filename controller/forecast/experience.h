#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/settings.h"

#include <array>
#include <map>
#include <optional>

/// What an office has learned of itself: how long its services take, what passes between two
/// calls, and how many do not come or leave.
namespace talon::forecast {

/// Seconds with fractions: what is computed with. Ranges for people are whole seconds.
using Span = std::chrono::duration<double>;

/// A mean that forgets: the latest few hundred count, so that it follows an office that changes.
class RecentMean
{
public:
    void add(double value);

    /// With few values near the prior, which counts as much as `weight` values.
    double with(double prior, double weight) const;
    int count() const { return m_count; }

private:
    int m_count = 0;
    double m_mean = 0;
};

/// How long one service took, the latest times of all.
class ServiceTimes
{
public:
    void add(Span length);

    int count() const { return m_lengths.count(); }
    Span mean(Span prior) const;

    /// Standard deviation by mean; 0 when each takes as long as the other.
    double variation() const;

    /// How much longer a service takes that has taken so long already, with `mean` the expected
    /// whole. Never nothing: who has been at it twice as long as usual is not done at once.
    Span rest(Span elapsed, Span mean) const;

private:
    RecentMean m_lengths;
    RecentMean m_squares;
    std::array<float, 256> m_latest{}; ///< Seconds, overwritten in turn.
    std::size_t m_kept = 0;
    std::size_t m_next = 0;
};

class Experience
{
public:
    void served(ServiceId service, Span length);
    void cameToWindow(Span afterCall) { m_walk.add(afterCall.count()); }
    void cameNot(Span afterCall);
    void cameAfterCall() { m_absent.add(0); }
    void calledAfter(Span gap);
    void waited(Span length, bool left);
    void paused(Span length) { m_pause.add(length.count()); }
    void bookingKept(bool came) { m_kept.add(came ? 1 : 0); }

    /// Mean length; with few of its own the expected one, times what the office's other services
    /// take compared with theirs.
    Span lengthOf(const Service& service, double paceOfOffice) const;

    /// How long services take compared with what the settings expect; 1 when nothing is known.
    double paceOfOffice(const OfficeSettings& settings) const;

    double variationOf(ServiceId service) const;
    Span restOf(ServiceId service, Span elapsed, Span mean) const;

    Span walk() const;           ///< From the call to the window.
    Span gap() const;            ///< From one visitor's end to the next call.
    Span pause() const;          ///< Of a clerk who left for a moment.
    Span absence() const;        ///< Lost at the window with one who does not come.
    double absentShare() const;  ///< Of the called, 0 to 1.
    double bookingsKept() const; ///< Of the booked, 0 to 1.
    double leavingRate() const;  ///< Of the waiting, in a second.

private:
    std::map<ServiceId, ServiceTimes> m_services;
    RecentMean m_walk;
    RecentMean m_gap;
    RecentMean m_pause;
    RecentMean m_absent;
    RecentMean m_absence;
    RecentMean m_kept;
    RecentMean m_waits;
    RecentMean m_left;
};

} // namespace talon::forecast
