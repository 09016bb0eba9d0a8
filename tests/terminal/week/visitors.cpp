#include "tests/terminal/week/visitors.h"

#include "tests/support/fast_time.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::test {

namespace {

using terminal::Screen;
using terminal::TerminalApp;

constexpr int TouchesMax = 40; ///< Then even the most patient visitor goes.

} // namespace

struct Visitors::Wish
{
    ServiceId service;
    qint64 category = 0;
    std::string code;      ///< Of a booking; empty for none.
    std::string seen;      ///< The ticket that the screen showed before; the last visitor's.
    bool hasAsked = false; ///< For a ticket: what the screen says then is the answer.
};

/// What people come for, out of a hundred: readings, the cash desk, contracts, companies.
Visitors::Wish Visitors::wish()
{
    Wish wish;
    const auto of100 = m_random.from(1, 100);
    wish.service = {of100 <= 40 ? 1 : of100 <= 70 ? 2 : of100 <= 90 ? 3 : 4};
    wish.category = m_random.oneIn(10) ? m_random.from(1, 3) : 0;
    if (!m_codes.empty() && m_random.oneIn(8)) {
        const auto some =
            m_codes.begin() + m_random.from(0, static_cast<std::int64_t>(m_codes.size()) - 1);
        wish.code = *some;
        if (!m_random.oneIn(6)) { // Some come again with the same code.
            m_codes.erase(some);
        }
    }
    return wish;
}

void Visitors::ponder(int fromMs, int toMs)
{
    letTimePass(std::chrono::milliseconds(m_random.from(fromMs, toMs)));
}

void Visitors::visit(WeekTerminal& terminal)
{
    ++m_count;
    if (!terminal.isOn()) {
        return;
    }
    Wish mine = wish();
    mine.seen = terminal.app().state().number;
    for (int touches = 0; touches < TouchesMax && terminal.isOn(); ++touches) {
        if (m_random.oneIn(40) || !act(terminal, mine)) {
            return; // Whatever the screen shows, nobody is there any more.
        }
        ponder(300, 3000);
    }
}

/// False when the visitor goes.
bool Visitors::act(WeekTerminal& terminal, Wish& wish)
{
    switch (terminal.app().state().screen) {
    case Screen::Away:
    case Screen::Closed: ponder(1000, 5000); return !m_random.oneIn(3);
    case Screen::Issuing:
        wish.hasAsked = true;
        if (m_random.oneIn(3)) {
            touch(terminal, wish);
        }
        return true;
    case Screen::Done:
    case Screen::Refused:
        if (!wish.hasAsked && terminal.app().state().number == wish.seen) {
            touch(terminal, wish); // It is the last visitor's: away with it.
            return true;
        }
        ponder(1000, 12'000); // The paper comes, or a number is written down.
        if (terminal.isOn() && m_random.oneIn(3)) {
            touch(terminal, wish);
        }
        return false;
    default:
        touch(terminal, wish);
        wish.hasAsked =
            wish.hasAsked || (terminal.isOn() && terminal.app().state().screen == Screen::Issuing);
        return true;
    }
}

void Visitors::touch(WeekTerminal& terminal, const Wish& wish)
{
    terminal.noticeTouch();
    TerminalApp& app = terminal.app();
    if (m_random.oneIn(25)) {
        for (auto fingers = m_random.from(2, 6); fingers > 0; --fingers) {
            touchAnything(app);
        }
        return;
    }
    if (m_random.oneIn(20)) {
        return; // Beside every button.
    }
    touchOnce(app, wish);
    if (m_random.oneIn(12)) {
        if (m_random.oneIn(2)) {
            ponder(80, 400);
        }
        if (terminal.isOn()) {
            touchOnce(terminal.app(), wish);
        }
    }
}

void Visitors::chooseService(TerminalApp& app, ServiceId service)
{
    const terminal::State& state = app.state();
    const auto rows = app.office().choices(state.segment, state.path, u"ru"_s);
    for (const terminal::Choice& each : rows) {
        if (!each.isGroup && each.id == service.value) {
            app.chooseService(each.id);
            return;
        }
    }
    for (const terminal::Choice& each : rows) {
        if (each.isGroup) {
            app.chooseGroup(each.id);
            return;
        }
    }
    app.goBack(); // Not here: the wrong branch was touched.
}

/// What leads on from this screen.
void Visitors::touchOnce(TerminalApp& app, const Wish& wish)
{
    const bool isBooked = !wish.code.empty();
    switch (app.state().screen) {
    case Screen::Segments:
        if (isBooked && m_random.oneIn(3)) {
            app.takeScan(QString::fromStdString("TALON-B1 saratov-2 " + wish.code));
        } else if (isBooked && app.checkInOffered()) {
            app.checkIn();
        } else {
            app.chooseSegment(wish.service.value == 4 ? u"b2b"_s : u"b2c"_s);
        }
        break;
    case Screen::Services: chooseService(app, wish.service); break;
    case Screen::Read: app.readOn(); break;
    case Screen::Category: app.answerCategory(wish.category); break;
    case Screen::CheckIn:
        app.findBooking(QString::fromStdString(m_random.oneIn(5) ? "9999" : wish.code));
        break;
    case Screen::Bookings: app.goBack(); break;
    case Screen::Arrival:
        if (m_random.oneIn(2)) {
            app.checkInAnyway();
        } else {
            app.takeUsualTicket();
        }
        break;
    case Screen::Done:
    case Screen::Refused: app.goHome(); break;
    case Screen::Issuing: touchAnything(app); break;
    case Screen::Away:
    case Screen::Closed: break;
    }
}

/// Also what this screen does not show: a touch that comes late, when the screen has changed.
void Visitors::touchAnything(TerminalApp& app)
{
    switch (m_random.from(0, 12)) {
    case 0: app.chooseSegment(m_random.oneIn(2) ? u"b2c"_s : u"b2b"_s); break;
    case 1: app.chooseGroup(m_random.from(0, 2)); break;
    case 2:
    case 3: app.chooseService(m_random.from(0, 5)); break;
    case 4: app.readOn(); break;
    case 5: app.answerCategory(m_random.from(0, 4)); break;
    case 6: app.checkIn(); break;
    case 7: app.checkInAnyway(); break;
    case 8: app.takeUsualTicket(); break;
    case 9: app.goBack(); break;
    case 10: app.chooseLanguage(m_random.oneIn(2) ? u"ru"_s : u"en"_s); break;
    case 11: app.toggleAccess(m_random.oneIn(2) ? u"spoken"_s : u"lowReach"_s); break;
    default: app.goHome(); break;
    }
}

} // namespace talon::test
