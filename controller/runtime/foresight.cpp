#include "controller/runtime/foresight.h"

#include <algorithm>

namespace talon::runtime {

namespace {

using Clock = std::chrono::steady_clock;

/// A promise may rest on a forecast so old: in this time nobody walks to a terminal.
constexpr std::chrono::milliseconds FreshFor{40};

} // namespace

void Foresight::observe(const queue::Office& after, const queue::Event& event)
{
    m_forecaster.observe(after, event);
}

void Foresight::expect(const std::vector<queue::Event>& events)
{
    const bool ticketsOnly = std::ranges::all_of(events, [](const queue::Event& event) {
        return std::holds_alternative<queue::TicketIssued>(event) ||
               std::holds_alternative<queue::PrintReported>(event);
    });
    if (!ticketsOnly) {
        m_madeAt.reset();
    }
}

bool Foresight::refresh(const queue::Office& office, const OfficeTime& time)
{
    forecast::Forecast made = m_forecaster.forecast(office, time);
    m_madeAt = Clock::now();
    const bool changed = made != m_forecast;
    m_forecast = std::move(made);
    return changed;
}

std::optional<WaitRange> Foresight::promise(const queue::Office& office,
                                            const OfficeTime& time,
                                            ServiceId service,
                                            std::optional<CategoryId> category,
                                            std::optional<Instant> bookedFor)
{
    if (category || bookedFor) {
        return m_forecaster.forNewcomer(office, time, service, category, bookedFor);
    }
    if (!m_madeAt || Clock::now() - *m_madeAt > FreshFor) {
        refresh(office, time);
    }
    const auto wait = m_forecast.newcomers.find(service);
    return wait == m_forecast.newcomers.end() ? std::nullopt : std::optional(wait->second);
}

std::vector<queue::SetLastTicket> Foresight::lastTickets(const queue::Office& office,
                                                         const OfficeTime& time) const
{
    return forecast::lastTickets(office, m_forecast, time);
}

} // namespace talon::runtime
