#include "terminal/app/status_reporter.h"

#include "shared/wire/device_status_json.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::terminal {

namespace {

constexpr auto Soon = 200ms; ///< Several changes of one moment are one message.
constexpr auto Regularly = 30s;
constexpr auto Patience = 10s;

} // namespace

StatusReporter::StatusReporter(link::ControllerLink& link,
                               const TerminalApp& app,
                               Paper& paper,
                               HandOver* own)
    : m_link(link)
    , m_app(app)
    , m_paper(paper)
    , m_own(own)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(Soon);
    connect(&m_soon, &QTimer::timeout, this, &StatusReporter::tell);
    connect(&m_regularly, &QTimer::timeout, this, &StatusReporter::tell);
    m_regularly.start(Regularly);
    const auto soon = [this] { m_soon.start(); };
    connect(&link, &link::ControllerLink::connectedChanged, this, soon);
    connect(&paper, &Paper::stateChanged, this, soon);
    connect(&app, &TerminalApp::scannerChanged, this, soon);
    if (own != nullptr) {
        connect(own, &HandOver::waitingCountChanged, this, soon);
        connect(own, &HandOver::leasesChanged, this, soon);
    }
}

void StatusReporter::addProblem(const QString& name, bool isThere)
{
    m_problems.removeAll(name);
    if (isThere) {
        m_problems.append(name);
    }
    m_soon.start();
}

void StatusReporter::tell()
{
    if (!m_link.isConnected()) {
        return;
    }
    const PaperState paper = m_paper.state();
    DeviceStatus status{.version = TALON_VERSION,
                        .paperMetresLeft = paper.metresLeft,
                        .scanner = m_app.scannerReady()      ? ScannerState::Ready
                                   : m_app.scannerExpected() ? ScannerState::Gone
                                                             : ScannerState::None,
                        .offlineTickets = m_own == nullptr ? 0 : m_own->waitingCount(),
                        .numbersLeft = m_app.numbersLeft()};
    if (!paper.condition.isEmpty()) {
        status.printer = paper.condition.toStdString();
    }
    for (const QString& each : std::as_const(m_problems)) {
        status.problems.push_back(each.toStdString());
    }
    m_link.post(u"/api/device-status"_s, wire::toJson(status), Patience, [](const auto&) {});
}

} // namespace talon::terminal
