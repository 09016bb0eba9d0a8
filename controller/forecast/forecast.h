#pragma once

#include "controller/forecast/experience.h"
#include "controller/forecast/margins.h"
#include "controller/queue/commands.h"
#include "controller/queue/events.h"
#include "controller/queue/office.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

/// How long visitors will wait, as ranges that hold 80 times in 100.
///
///     events, ended visits --learn--> Experience, Margins
///     office + time --run ahead--> points --margins--> ranges
///
/// Pure like the queue: the same past and the same office give the same ranges. docs/forecast.md
/// tells how they are made and how well they did.
namespace talon::forecast {

struct Forecast
{
    /// What is left to wait from now; without those whom no window on duty can call, and those on
    /// hold.
    std::map<VisitId, WaitRange> visits;
    /// What an ordinary walk-in would wait who joined now; without the services that no window on
    /// duty gives.
    std::map<ServiceId, WaitRange> newcomers;
    /// Where a newcomer, by the upper edge, would be called only after the service's last hour.
    std::set<ServiceId> pastClosing;

    friend bool operator==(const Forecast&, const Forecast&) = default;
};

/// How today's promises were kept.
struct Kept
{
    int calls = 0;                     ///< Of visitors who had been told a range.
    int within = 0;                    ///< Of these, called within it, both ends counted.
    std::chrono::seconds meanError{0}; ///< From the middle of the range to the wait, mean distance.
    std::chrono::seconds meanWidth{0};

    friend bool operator==(const Kept&, const Kept&) = default;
};

struct Accuracy
{
    Kept office;
    std::map<ServiceId, Kept> services;

    friend bool operator==(const Accuracy&, const Accuracy&) = default;
};

/// Learns from what happens in one office, and tells its visitors how long they will wait.
///
/// What it learns is not stored: after a restart it is learned again from the visits of some past
/// days. Promises are judged as they stand in `Visit::promised`, so they must be kept as they were
/// given, not rounded for reading.
class Forecaster
{
public:
    /// An ended visit that was not observed; oldest first.
    void learn(const queue::Visit& past);

    /// Every event, just after it was applied.
    void observe(const queue::Office& after, const queue::Event& event);

    Forecast forecast(const queue::Office& office, const OfficeTime& time) const;

    /// What to promise to somebody who takes a ticket, or checks in for a booking; none when no
    /// window on duty gives the service, or there is no such service.
    std::optional<WaitRange> forNewcomer(const queue::Office& office,
                                         const OfficeTime& time,
                                         ServiceId service,
                                         std::optional<CategoryId> category,
                                         std::optional<Instant> bookedFor) const;

    /// Of the office's present day.
    Accuracy accuracy() const;

private:
    struct Sum
    {
        int calls = 0;
        int within = 0;
        double error = 0;
        double width = 0;

        void add(const WaitRange& told, Span waited);
        Kept mean() const;
    };

    void beginDay(Day day);
    void judge(const queue::Visit& visit, ServiceId service, Instant calledAt);
    void judgeFirstCall(const queue::Visit& visit);
    void free(std::optional<WindowId> window, Instant at);
    void learnStage(const queue::Stage& stage);

    void on(const queue::Office& after, const queue::TicketIssued& event);
    void on(const queue::Office& after, const queue::VisitCalled& event);
    void on(const queue::Office& after, const queue::ServiceStarted& event);
    void on(const queue::Office& after, const queue::VisitFinished& event);
    void on(const queue::Office& after, const queue::VisitorAbsent& event);
    void on(const queue::Office& after, const queue::VisitPassedOn& event);
    void on(const queue::Office& after, const queue::VisitCancelled& event);
    void on(const queue::Office& after, const queue::WindowOpened& event);
    void on(const queue::Office& after, const queue::WindowClosed& event);

    Experience m_experience;
    Margins m_margins;
    WindowsSince m_since;
    std::set<VisitId> m_held; ///< Today, at any time.
    Day m_day{};
    Sum m_office;
    std::map<ServiceId, Sum> m_services;
};

/// The commands that make the office's last tickets agree with the forecast. A service is reopened
/// only when its newcomer would start five minutes before closing, so that the terminal does not
/// change its mind with every visitor. None when the office does without last tickets.
std::vector<queue::SetLastTicket>
lastTickets(const queue::Office& office, const Forecast& forecast, const OfficeTime& time);

} // namespace talon::forecast
