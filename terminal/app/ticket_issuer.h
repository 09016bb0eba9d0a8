#pragma once

#include "shared/link/controller_link.h"
#include "shared/wire/ticket_json.h"
#include "terminal/flow/flow.h"
#include "terminal/offline/hand_over.h"

#include <QObject>

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace talon::terminal {

/// What a visitor wants.
struct TicketWish
{
    ServiceId service;
    std::optional<CategoryId> category = {};
    std::string language = "ru";
    std::optional<BookingId> booking = {}; ///< Checks it in.
    QByteArray staffToken = {}; ///< Of the member of the staff who gives it; empty for none.
};

/// A ticket, and whether the terminal gave it alone: then nobody knows how many are ahead.
struct GivenTicket
{
    wire::Ticket ticket; ///< Its visit is 0 when alone.
    bool isAlone = false;
};

/// Gets tickets: from the controller, or, when that does not answer, from the terminal's own
/// numbers (docs/offline.md). And tells what became of their paper.
class TicketIssuer : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Expected<GivenTicket, Problem>)>;

    /// Without `own` numbers the controller alone gives tickets.
    TicketIssuer(link::ControllerLink& link, HandOver* own, QObject* parent = nullptr);

    void ask(const TicketWish& wish, const Answer& answer);

    /// Of a ticket that ask() gave; also of a copy that the staff printed of another one.
    void report(const std::string& number, PrintOutcome outcome, bool isCopy);
    void knowVisit(const std::string& number, VisitId visit);

private:
    using Paper = std::variant<VisitId, std::string>; ///< Whom to tell: the visit, or an own key.

    void giveAlone(const TicketWish& wish, const QByteArray& instead, const Answer& answer);
    void remember(const std::string& number, const Paper& paper);

    link::ControllerLink& m_link;
    HandOver* m_own;
    std::deque<std::pair<std::string, Paper>> m_given; ///< The latest.
};

} // namespace talon::terminal
