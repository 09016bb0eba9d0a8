#pragma once

#include "controller/forecast/forecast.h"

#include <chrono>
#include <optional>
#include <vector>

namespace talon::runtime {

/// The office's forecast of the moment: made anew after events and as time passes, but not for each
/// of a hundred tickets in one second.
class Foresight
{
public:
    void learn(const queue::Visit& past) { m_forecaster.learn(past); }
    void observe(const queue::Office& after, const queue::Event& event);

    /// These events were decided: unless they are tickets only, the next promise looks anew.
    void expect(const std::vector<queue::Event>& events);

    const forecast::Forecast& forecast() const { return m_forecast; }

    /// Whether it is another than before.
    bool refresh(const queue::Office& office, const OfficeTime& time);

    /// What a ticket that is about to be issued may say.
    std::optional<WaitRange> promise(const queue::Office& office,
                                     const OfficeTime& time,
                                     ServiceId service,
                                     std::optional<CategoryId> category,
                                     std::optional<Instant> bookedFor);

    /// The commands that make the office's last tickets agree with the forecast.
    std::vector<queue::SetLastTicket> lastTickets(const queue::Office& office,
                                                  const OfficeTime& time) const;

private:
    forecast::Forecaster m_forecaster;
    forecast::Forecast m_forecast;
    std::optional<std::chrono::steady_clock::time_point> m_madeAt;
};

} // namespace talon::runtime
