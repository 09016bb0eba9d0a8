#include "display/app/status_reporter.h"

#include "shared/wire/device_status_json.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::display {

namespace {

constexpr auto Soon = 200ms; ///< Several changes of one moment are one message.
constexpr auto Regularly = 30s;
constexpr auto Patience = 10s;

} // namespace

StatusReporter::StatusReporter(link::ControllerLink& link)
    : m_link(link)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(Soon);
    connect(&m_soon, &QTimer::timeout, this, &StatusReporter::tell);
    connect(&m_regularly, &QTimer::timeout, this, &StatusReporter::tell);
    m_regularly.start(Regularly);
    connect(&link, &link::ControllerLink::connectedChanged, this, [this] { m_soon.start(); });
}

void StatusReporter::setProblem(const QString& name, bool isThere)
{
    const bool isChanged = isThere ? m_problems.insert(name).second : m_problems.erase(name) > 0;
    if (isChanged) {
        m_soon.start();
    }
}

void StatusReporter::tell()
{
    if (!m_link.isConnected()) {
        return;
    }
    DeviceStatus status{.version = TALON_VERSION};
    for (const QString& each : m_problems) {
        status.problems.push_back(each.toStdString());
    }
    m_link.post(u"/api/device-status"_s, wire::toJson(status), Patience, [](const auto&) {});
}

} // namespace talon::display
