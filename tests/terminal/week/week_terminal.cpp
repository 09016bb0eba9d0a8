#include "tests/terminal/week/week_terminal.h"

#include "shared/link/controller_link.h"
#include "terminal/app/own_numbers.h"
#include "terminal/app/printed_paper.h"
#include "terminal/app/status_reporter.h"
#include "tests/support/catch.h"

#include <fstream>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::test {

namespace {

namespace fs = std::filesystem;
using terminal::Screen;

constexpr auto LookEvery = 5s;

/// A ticket takes as long as a real one: somebody may pull a plug meanwhile.
constexpr const char* Speed = "mm-per-second";
constexpr const char* Usual = "mm-per-second 150";

/// A ticket is there, or the screen says why not; TicketPatience and what one answer may take.
constexpr auto TicketWithin = 12s;

/// Beyond the patience of a screen: a stopped printer's.
constexpr auto Grace = 60s;

/// Whatever follows from the last touch.
constexpr auto WholeWithin = 10min;

fs::path stateOf(const fs::path& folder)
{
    return folder / "state";
}

fs::path printerOf(const fs::path& folder)
{
    return folder / "printer";
}

hw::PrinterUri printerAt(const fs::path& folder)
{
    return *hw::parsePrinterUri("virtual:" + folder.string() + "?model=58mm");
}

std::string contentOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The printing thread still works: what it takes away meanwhile is gone.
void keepAsItIs(const fs::path& folder, const fs::path& copy)
{
    fs::create_directory(copy);
    for (const auto& entry : fs::directory_iterator(folder)) {
        std::error_code isGone;
        fs::copy_file(entry.path(), copy / entry.path().filename(), isGone);
    }
}

/// Not a scrap: what was cut off after a stop has no picture in its bytes, or not all of it.
bool isWhole(const std::string& name, const std::string& bytes)
{
    constexpr std::size_t PictureBytes = 4096;
    return name.find("-torn") == std::string::npos && bytes.size() > PictureBytes;
}

/// The offices' own day, four hours ahead of UTC.
Day today()
{
    return std::chrono::floor<std::chrono::days>(FastTime::now() + 4h);
}

} // namespace

/// In the order of terminal/main.cpp.
struct WeekTerminal::Parts
{
    Parts(const Place& place, quint16 port);

    terminal::PrintQueue printing;
    terminal::PrintedPaper paper;
    link::ControllerLink link;
    terminal::OwnNumbers own;
    terminal::TerminalApp app;
    terminal::StatusReporter reporter;
};

WeekTerminal::Parts::Parts(const Place& place, quint16 port)
    : printing({.printer = printerAt(printerOf(place.folder)),
                .lookEvery = 5s, // 2 s in the program; each look is a step of time
                .folder = stateOf(place.folder)})
    , paper(printing)
    , link({.controller = QUrl(u"http://127.0.0.1:%1"_s.arg(port)),
            .token = QByteArray::fromStdString(place.token),
            .feed = u"terminal"_s})
    , own(link, stateOf(place.folder))
    , app({.link = link, .paper = paper, .own = own.handOver(), .desk = own.desk()}, u"ru"_s)
    , reporter(link, app, paper, own.handOver())
{}

WeekTerminal::WeekTerminal(Place place, Network& network, Ledger& ledger)
    : m_place(std::move(place))
    , m_network(network)
    , m_ledger(ledger)
{
    fs::create_directories(stateOf(m_place.folder));
    fs::create_directories(printerOf(m_place.folder));
    setPrinterFaults("");
    QObject::connect(&m_watch, &QTimer::timeout, &m_watch, [this] { watch(); });
    m_watch.start(LookEvery);
}

WeekTerminal::~WeekTerminal() = default;

terminal::TerminalApp& WeekTerminal::app()
{
    return m_parts->app;
}

int WeekTerminal::waitingCount() const
{
    return m_parts->own.handOver()->waitingCount();
}

bool WeekTerminal::isConnected() const
{
    return m_parts->link.isConnected();
}

void WeekTerminal::switchOn()
{
    m_parts = std::make_unique<Parts>(m_place, m_network.port());
    REQUIRE(m_parts->own.handOver() != nullptr);
    terminal::TerminalApp& app = m_parts->app;
    m_parts->own.setClock([&app] { return app.office().clock().now(); });
    QObject::connect(&app, &terminal::TerminalApp::screenChanged, &app, [this] { seeScreen(); });
    QObject::connect(&m_parts->printing, &terminal::PrintQueue::finished, &app,
                     [this](const terminal::PrintEnd& end) {
                         const Ledger::Name name{today(), end.number};
                         takeSlips(name);
                         m_ledger.ended(name, end);
                         std::erase(m_printing, name);
                     });
    QObject::connect(m_parts->own.handOver(), &terminal::HandOver::handedOver, &app,
                     [this](const OfflineTicket& ticket, const wire::HandedOver& result) {
                         if (result.late) {
                             m_ledger.recordedLate({ticket.day, ticket.number});
                         }
                     });
    if (const auto half = m_parts->printing.halfPrinted()) {
        app.settleHalfPrinted(half->visit, half->number);
    }
    m_screen = app.state().screen;
    m_touchedAt = FastTime::now();
    m_wasLate = false;
    m_parts->link.start();
}

void WeekTerminal::cutPower()
{
    if (!isOn()) {
        return;
    }
    if (m_parts->app.state().screen == Screen::Issuing) {
        const terminal::State& state = m_parts->app.state();
        m_ledger.unheard({.service = state.booking ? std::nullopt : state.service,
                          .from = m_askedAt,
                          .to = FastTime::now()});
    }
    if (!m_printing.empty()) {
        takeSlips(m_printing.front());
    }
    for (const Ledger::Name& each : m_printing) {
        m_ledger.cutOff(each);
    }
    if (m_parts->app.state().screen == Screen::Done) {
        m_ledger.cutOff({today(), m_parts->app.state().number});
    }
    m_exactly.reset();
    tellWhatWasGivenUp();
    const fs::path state = stateOf(m_place.folder);
    const fs::path asItWas = m_place.folder / "as-it-was";
    keepAsItIs(state, asItWas);
    m_parts.reset();
    fs::remove_all(state);
    fs::rename(asItWas, state);
    if (const auto printing = std::exchange(m_printing, {}); !printing.empty()) {
        takeSlips(printing.front()); // What the printer had in its buffer came out.
    }
}

void WeekTerminal::setPrinterFaults(const std::string& words)
{
    // Renamed into place, so that the printer never reads half a line.
    const fs::path begun = printerOf(m_place.folder) / "faults.part";
    const bool isSlower = words.find(Speed) != std::string::npos;
    std::ofstream(begun) << words << '\n' << (isSlower ? "" : Usual);
    fs::rename(begun, printerOf(m_place.folder) / "faults");
}

void WeekTerminal::noticeTouch()
{
    m_touchedAt = FastTime::now();
    m_wasLate = false;
    m_parts->app.noticeTouch();
}

bool WeekTerminal::isWelcoming() const
{
    const terminal::State& state = m_parts->app.state();
    return state.screen == Screen::Away || state.screen == Screen::Closed ||
           (state.screen == terminal::firstScreen(state) && state.path.empty());
}

void WeekTerminal::tellWhatWasGivenUp()
{
    for (const terminal::KeptTicket& kept : m_parts->own.desk()->tickets()) {
        if (!kept.ticket.instead.empty()) {
            m_ledger.gaveUp(kept.ticket.instead);
        }
    }
}

void WeekTerminal::seeScreen()
{
    const terminal::State& state = m_parts->app.state();
    m_changedAt = FastTime::now();
    m_wasLate = false;
    const Screen before = std::exchange(m_screen, state.screen);
    if (before == state.screen) {
        return;
    }
    m_exactly.reset();
    if (state.screen == Screen::Issuing) {
        m_exactly.emplace();
        m_askedAt = FastTime::now();
        if (const auto what = std::exchange(m_whenItAsks, nullptr)) {
            what();
        }
    } else if (state.screen == Screen::Done) {
        const terminal::GivenTicket& given = m_parts->app.given();
        const Ledger::Name name{today(), given.ticket.number};
        m_ledger.told(name, {.terminal = m_place.number,
                             .service = given.ticket.service,
                             .visit = given.ticket.visit,
                             .at = FastTime::now()});
        m_printing.push_back(name);
        if (m_printing.size() > 1) {
            std::ranges::for_each(m_printing, [this](const auto& each) { m_ledger.mixed(each); });
        }
    } else if (state.screen == Screen::Refused && before == Screen::Issuing) {
        m_ledger.wasRefused();
        if (state.problem == terminal::Problem::NoAnswer ||
            state.problem == terminal::Problem::ReserveUsedUp) {
            m_ledger.unheard({.service = state.booking ? std::nullopt : state.service,
                              .from = m_askedAt,
                              .to = FastTime::now()});
        }
    }
}

/// Somebody takes what lies below the printer.
void WeekTerminal::takeSlips(const Ledger::Name& name)
{
    for (const auto& entry : fs::directory_iterator(printerOf(m_place.folder))) {
        const std::string file = entry.path().filename().string();
        if (file.ends_with(".escpos")) {
            const std::string bytes = contentOf(entry.path());
            m_ledger.out(name, bytes, isWhole(file, bytes));
        }
        if (file.starts_with("ticket-")) {
            fs::remove(entry.path());
        }
    }
}

/// A screen that nobody touches goes back to the beginning; a ticket never takes long.
void WeekTerminal::watch()
{
    if (!isOn()) {
        return;
    }
    const terminal::State& state = m_parts->app.state();
    const auto patience = std::chrono::milliseconds(m_parts->app.patienceMs());
    const Instant now = FastTime::now();
    const bool isLate =
        state.screen == Screen::Issuing
            ? now - m_askedAt > TicketWithin
            : !isWelcoming() && (now - std::max(m_touchedAt, m_changedAt) > patience + Grace ||
                                 now - m_touchedAt > WholeWithin);
    INFO("terminal " << m_place.number << " is stuck at " << terminal::name(state.screen));
    // A long step of time ends for this look and for the timer of that screen alike.
    REQUIRE(!(isLate && m_wasLate));
    m_wasLate = isLate;
}

} // namespace talon::test
