#pragma once

#include "controller/forecast/forecast.h"
#include "controller/queue/commands.h"
#include "controller/queue/office.h"

namespace talon::test {

/// A Tuesday.
inline constexpr Day HallDay{
    std::chrono::sys_days{std::chrono::year{2026} / std::chrono::November / 24}};

/// Open every day 08:00-17:00. Windows are closed at first.
///
///     service   1: expected 5 min, target 15   2: expected 10 min, target 15
///     category  1: 0 min
///     window    1: service 1   2: services 1 and 2
OfficeSettings hallSettings();

/// An office with a forecaster that sees all that happens. UTC is its wall clock.
class Hall
{
public:
    explicit Hall(OfficeSettings settings = hallSettings());

    /// The moment of what follows.
    void at(Day day, std::chrono::seconds sinceMidnight);
    void at(std::chrono::seconds sinceMidnight) { at(m_time.day, sinceMidnight); }

    /// Whether the office did it.
    bool does(const queue::Command& command);

    // Those that must not be refused.
    VisitId join(std::int64_t service, std::optional<CategoryId> category = {});
    void open(std::int64_t window);
    void callAndStart(std::int64_t window);
    void finish(std::int64_t window);

    forecast::Forecast forecast() const { return forecaster.forecast(office, m_time); }
    std::optional<WaitRange> promise(std::int64_t service,
                                     std::optional<CategoryId> category = {}) const;
    const OfficeTime& time() const { return m_time; }

    queue::Office office;
    forecast::Forecaster forecaster;

private:
    OfficeTime m_time;
};

/// Teaches that a service takes exactly so long, comes at once, and that the next is called at
/// once, with so many visits at a window of a day before.
void teach(forecast::Forecaster& forecaster,
           std::int64_t service,
           std::chrono::seconds length,
           int visits = 400);

} // namespace talon::test
