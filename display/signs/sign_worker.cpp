#include "display/signs/sign_worker.h"

#include "display/signs/sign_faces.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::display {

namespace {

/// As long may the end of the thread take, besides the turn in hand.
constexpr auto EndWithin = 1s;

std::vector<hw::Sign> signsOf(const SignBus& bus)
{
    std::vector<hw::Sign> signs;
    for (const WindowSign& each : bus.signs) {
        signs.push_back(each.sign);
    }
    return signs;
}

} // namespace

SignWorker::SignWorker(const SignBus& bus)
    : m_bus(bus)
    , m_line(bus.line, signsOf(bus))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SignWorker::turn);
}

void SignWorker::end()
{
    m_timer.stop();
    show(facesWithoutConnection(m_bus));
    m_timer.stop();
    const hw::Deadline deadline(EndWithin);
    while (!m_line.isSettled() && !deadline.isOver() && m_line.turn() == 0ms) {
    }
}

void SignWorker::show(const std::map<int, hw::SignFace>& faces)
{
    for (const auto& [address, face] : faces) {
        m_line.show(address, face);
    }
    m_timer.start(0ms);
}

void SignWorker::turn()
{
    const auto rest = m_line.turn();
    tellNews();
    m_timer.start(rest); // even at once: the thread's own events get their turn
}

void SignWorker::tellNews()
{
    for (const hw::SignNews& news : m_line.takeNews()) {
        const QString line = QString::fromStdString(m_bus.line.path);
        const QString what = QString::fromStdString(news.what);
        if (!news.address) {
            Q_EMIT told(0, news.isWell, news.isWell ? u"%1: %2"_s.arg(line, what) : what);
            continue;
        }
        const auto sign = std::ranges::find_if(m_bus.signs, [&](const WindowSign& each) {
            return each.sign.address == *news.address;
        });
        Q_EMIT told(
            *news.address, news.isWell,
            u"%1: the sign of window %2 (address %3): %4"_s.arg(
                line, QString::fromStdString(sign->window), QString::number(*news.address), what));
    }
}

} // namespace talon::display
