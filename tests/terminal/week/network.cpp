#include "tests/terminal/week/network.h"

#include "shared/base/ensure.h"
#include "tests/support/fast_time.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace talon::test {

namespace {

qint64 nowMs()
{
    return FastTime::now().time_since_epoch().count();
}

} // namespace

Network::Network(std::uint64_t seed)
    : m_random(seed)
{
    TALON_ENSURE(m_server.listen(QHostAddress::LocalHost));
    m_port = m_server.serverPort();
    connect(&m_server, &QTcpServer::newConnection, this, &Network::take);
}

void Network::setController(quint16 port)
{
    m_controller = port;
    endAll();
}

void Network::setState(State state)
{
    if (std::exchange(m_state, state) == state) {
        return;
    }
    if (state == State::Cut) {
        m_server.close();
        endAll();
        return;
    }
    if (!m_server.isListening()) {
        TALON_ENSURE(m_server.listen(QHostAddress::LocalHost, m_port));
    }
    if (state == State::Whole) {
        endAll(); // What was lost on the way does not come any more.
    }
}

void Network::take()
{
    while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
        auto pair = std::make_shared<Pair>();
        pair->terminal.reset(socket);
        pair->terminal->setParent(nullptr);
        if (m_controller == 0) {
            pair->terminal->abort();
            continue;
        }
        pair->controller = std::make_unique<QTcpSocket>();
        pair->controller->connectToHost(QHostAddress(QHostAddress::LocalHost), m_controller);
        for (QTcpSocket* const each : {pair->terminal.get(), pair->controller.get()}) {
            each->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        }
        Pair* const key = pair.get();
        m_pairs.push_back(std::move(pair));
        const auto onEnd = [this, key] { end(*key); };
        connect(key->terminal.get(), &QTcpSocket::readyRead, this,
                [this, key] { carry(*key, false); });
        connect(key->controller.get(), &QTcpSocket::readyRead, this,
                [this, key] { carry(*key, true); });
        connect(key->terminal.get(), &QTcpSocket::disconnected, this, onEnd);
        connect(key->controller.get(), &QTcpSocket::disconnected, this, onEnd);
        connect(key->controller.get(), &QTcpSocket::errorOccurred, this, onEnd);
    }
}

std::shared_ptr<Network::Pair> Network::find(const Pair* key) const
{
    const auto found = std::ranges::find(m_pairs, key, &std::shared_ptr<Pair>::get);
    return found == m_pairs.end() ? nullptr : *found;
}

void Network::carry(Pair& pair, bool isReply)
{
    const QByteArray bytes = (isReply ? pair.controller : pair.terminal)->readAll();
    qint64& arrive = isReply ? pair.repliesArrive : pair.requestsArrive;
    arrive = std::max(arrive, nowMs() + m_random.from(2, 60));
    QTimer::singleShot(
        std::chrono::milliseconds(arrive - nowMs()), Qt::PreciseTimer, this,
        [this, key = &pair, bytes, isReply, exactly = std::make_shared<FastTime::Exactly>()] {
            deliver(key, bytes, isReply);
        });
}

void Network::deliver(const Pair* key, const QByteArray& bytes, bool isReply)
{
    const auto pair = find(key);
    if (pair && (m_state == State::Whole || (m_state == State::RepliesLost && !isReply))) {
        (isReply ? pair->terminal : pair->controller)->write(bytes);
    }
}

/// After what is still under way.
void Network::end(Pair& pair)
{
    if (std::exchange(pair.isEnding, true)) {
        return;
    }
    const qint64 last = std::max(pair.requestsArrive, pair.repliesArrive);
    QTimer::singleShot(std::chrono::milliseconds(std::max<qint64>(0, last - nowMs()) + 1),
                       Qt::PreciseTimer, this, [this, key = &pair] { forget(key); });
}

void Network::forget(const Pair* key)
{
    const auto pair = find(key);
    if (!pair || m_state == State::Silent) {
        return;
    }
    std::erase(m_pairs, pair);
    pair->terminal->disconnect(this);
    pair->controller->disconnect(this);
    pair->terminal->disconnectFromHost();
    pair->controller->disconnectFromHost();
    // Some bytes may still be on their way out.
    QTimer::singleShot(std::chrono::seconds(1), this, [pair] {});
}

void Network::endAll()
{
    for (const auto& pair : std::exchange(m_pairs, {})) {
        pair->terminal->disconnect(this);
        pair->controller->disconnect(this);
        pair->terminal->abort();
        pair->controller->abort();
        QMetaObject::invokeMethod(
            this, [pair] {}, Qt::QueuedConnection);
    }
}

} // namespace talon::test
