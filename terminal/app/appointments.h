#pragma once

#include "shared/link/controller_link.h"
#include "shared/wire/arrivals_json.h"

#include <QObject>

#include <functional>
#include <string>

namespace talon::terminal {

/// The bookings of these days, kept here so that booked visitors can check in also while the
/// controller is away. Fetched anew whenever the controller says that they changed.
class Appointments : public QObject
{
    Q_OBJECT

public:
    using Found = std::function<void(FoundAppointment)>;

    explicit Appointments(link::ControllerLink& link, QObject* parent = nullptr);

    /// The list has this revision at the controller.
    void follow(std::int64_t revision);

    /// Known from an earlier start.
    void recall(const std::string& document);

    const std::vector<ArrivalBooking>& bookings() const { return m_arrivals.bookings; }

    /// A booking that was made in this minute may not be here yet: before a visitor is told that
    /// there is none, the controller is asked once more, if it can be.
    void find(const std::string& input,
              const std::string& officeCode,
              const ArrivalTime& time,
              const Found& found);

Q_SIGNALS:
    /// Another list, as text that recall() takes.
    void changed(const std::string& document);

private:
    void fetch(const std::function<void()>& then);

    link::ControllerLink& m_link;
    wire::Arrivals m_arrivals;
    std::int64_t m_revision = 0; ///< Of the list that is here; 0: there never was a booking.
    std::int64_t m_wanted = 0;
    bool m_fetching = false;
};

} // namespace talon::terminal
