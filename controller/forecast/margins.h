#pragma once

#include "controller/forecast/run_ahead.h"
#include "shared/domain/wait_range.h"

#include <map>

namespace talon::forecast {

/// Visitors whose waits are alike: one service, with or without a right to wait less.
struct WaitClass
{
    ServiceId service;
    bool privileged = false; ///< Of a category, or booked.

    friend auto operator<=>(const WaitClass&, const WaitClass&) = default;
};

/// Makes a range of a point, so wide that 80 waits in 100 end within it whatever the day is like:
/// adaptive conformal margins (Gibbs and Candès, Adaptive Conformal Inference Under Distribution
/// Shift, 2021). Whenever somebody is called, the edges of the range they were told move: a wait
/// beyond the upper edge raises it by much, one below lowers it by little, so that they balance
/// when one in ten is beyond; likewise the lower edge.
class Margins
{
public:
    WaitRange around(WaitClass who, const Turn& turn) const;

    /// Somebody was told this range and waited so long.
    void judge(WaitClass who, const WaitRange& told, Span waited);

private:
    /// In parts of the spread that the run ahead suggests, from its point on.
    struct Edges
    {
        double low = -0.8;
        double high = 1.0;
        double atOnce = 75; ///< Seconds; upper edge where a window was free.
        int calls = 0;      ///< Behind low and high.
        int callsAtOnce = 0;

        void judge(const WaitRange& told, Span waited);
    };

    Edges edgesOf(WaitClass who) const;

    Edges m_office;
    std::map<WaitClass, Edges> m_classes;
};

} // namespace talon::forecast
