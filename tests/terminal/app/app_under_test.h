#pragma once

#include "terminal/app/own_numbers.h"
#include "terminal/app/terminal_app.h"
#include "tests/terminal/app/fake_controller.h"

#include <QJsonArray>

#include <filesystem>
#include <memory>

namespace talon::test {

using namespace Qt::StringLiterals;

/// Paper that does what a test says.
class FakePaper : public terminal::Paper
{
    Q_OBJECT

public:
    void print(const wire::Ticket& ticket, const wire::TerminalView& /*view*/, bool isCopy) override
    {
        (isCopy ? copies : printed).push_back(ticket);
    }
    void printTest() override { ++tests; }
    void giveUp() override { ++givenUp; }
    terminal::PaperState state() const override { return m_state; }

    void setState(const terminal::PaperState& state)
    {
        m_state = state;
        Q_EMIT stateChanged();
    }

    void setReady(bool ready)
    {
        setState({.condition = ready ? u"ready"_s : u"paperOut"_s, .isReady = ready});
    }

    /// The printer says what became of the ticket of these tests.
    void settle(PrintOutcome outcome, bool isCopy = false)
    {
        Q_EMIT settled(u"А015"_s, outcome, isCopy);
    }

    std::vector<wire::Ticket> printed;
    std::vector<wire::Ticket> copies;
    int tests = 0;
    int givenUp = 0;

private:
    terminal::PaperState m_state;
};

/// A terminal between a fake controller and fake paper; with a folder it has numbers of its own.
struct AppUnderTest
{
    explicit AppUnderTest(const std::filesystem::path& folder = {})
        : link({.controller = controller.url(), .token = "token", .feed = u"terminal"_s})
        , own(link, folder)
        , app({.link = link, .paper = paper, .own = own.handOver(), .desk = own.desk()}, u"ru"_s)
    {
        own.setClock([this] { return app.office().clock().now(); });
        link.start();
    }

    /// The controller gives out this ticket.
    void giveTickets(const wire::Ticket& ticket)
    {
        controller.answer =
            [ticket](
                const FakeController::Request& request) -> std::optional<FakeController::Reply> {
            return FakeController::Reply{
                .status = 200,
                .body = request.path == u"/api/tickets"_s ? wire::toJson(ticket) : QJsonObject{}};
        };
    }

    bool isOn(const char* screen)
    {
        return eventually([this, screen] { return app.screen() == QLatin1String(screen); });
    }

    FakeController controller;
    FakePaper paper;
    link::ControllerLink link;
    terminal::OwnNumbers own;
    terminal::TerminalApp app;
};

inline wire::Ticket ticketOf(std::int64_t service)
{
    return {.visit = VisitId{17},
            .number = "А015",
            .service = ServiceId{service},
            .category = std::nullopt,
            .joinedAt = Instant(std::chrono::milliseconds(1795500300000)),
            .peopleAhead = 3,
            .promised =
                WaitRange{.low = std::chrono::seconds(430), .high = std::chrono::seconds(1010)}};
}

/// A controller that knows a hall administrator of this name, and one ticket of today.
inline auto letStaffInAs(const QString& name)
{
    return [name](const FakeController::Request& request) -> std::optional<FakeController::Reply> {
        if (request.path == u"/api/terminal/sign-in"_s) {
            return FakeController::Reply{.body = {{u"staff"_s, 3},
                                                  {u"name"_s, name},
                                                  {u"role"_s, u"hallAdministrator"_s},
                                                  {u"token"_s, u"staff-1"_s},
                                                  {u"expiresAt"_s, 0}}};
        }
        if (request.path.startsWith(u"/api/tickets?"_s)) {
            return FakeController::Reply{
                .body = {{u"tickets"_s, QJsonArray{wire::toJson(ticketOf(1))}}}};
        }
        const bool isTicket = request.path == u"/api/tickets"_s;
        return FakeController::Reply{.body = isTicket ? wire::toJson(ticketOf(1)) : QJsonObject{}};
    };
}

} // namespace talon::test
