#pragma once

#include "shared/link/controller_link.h"
#include "shared/wire/ticket_json.h"
#include "terminal/flow/flow.h"

#include <QObject>

#include <functional>

namespace talon::terminal {

/// Gets tickets from the controller and tells it what became of their paper.
class TicketIssuer : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Expected<wire::Ticket, Problem>)>;

    explicit TicketIssuer(link::ControllerLink& link, QObject* parent = nullptr);

    /// Answers once, within TicketPatience or a little more.
    void ask(const wire::TicketRequest& request, const Answer& answer);
    void report(VisitId visit, PrintOutcome outcome);

private:
    link::ControllerLink& m_link;
};

} // namespace talon::terminal
