#include "terminal/speech/headphones.h"

#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.headphones")

std::string pathOf(const QString& device)
{
    if (device != "auto"_L1) {
        return device.toStdString();
    }
    const auto found = hw::jackSwitchesIn("/dev/input");
    return found.empty() ? std::string() : found.front();
}

} // namespace

Headphones::Headphones(const QString& device)
{
    if (device == "none"_L1) {
        return;
    }
    const std::string path = pathOf(device);
    if (path.empty()) {
        qCInfo(log) << "no jack tells of headphones";
        return;
    }
    auto jack = hw::JackSwitch::open(path);
    if (!jack) {
        qCWarning(log) << jack.error().what.c_str();
        return;
    }
    m_jack = std::move(*jack);
    m_isPlugged = m_jack->isPlugged();
    m_news = std::make_unique<QSocketNotifier>(m_jack->descriptor(), QSocketNotifier::Read);
    connect(m_news.get(), &QSocketNotifier::activated, this, &Headphones::look);
}

void Headphones::look()
{
    const auto isPlugged = m_jack->read();
    if (!isPlugged) {
        qCWarning(log) << isPlugged.error().what.c_str();
        // Its own signal is under way: it is switched off, not taken away.
        m_news->setEnabled(false);
        setPlugged(false);
        return;
    }
    setPlugged(*isPlugged);
}

void Headphones::setPlugged(bool isPlugged)
{
    if (std::exchange(m_isPlugged, isPlugged) != isPlugged) {
        Q_EMIT pluggedChanged(isPlugged);
    }
}

} // namespace talon::terminal
