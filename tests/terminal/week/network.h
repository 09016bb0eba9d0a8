#pragma once

#include "tests/support/random.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace talon::test {

/// The cable between a terminal and the controller, which somebody pulls. What goes through it
/// takes some time.
///
///     terminal ──▶ port of the network ──▶ port of the controller
///              ◀── replies may be lost ◀──
class Network : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Whole,
        Cut,         ///< Connections end and none is taken.
        Silent,      ///< Nothing arrives on either side, and nobody is told.
        RepliesLost, ///< Requests arrive and are done; nothing comes back.
    };

    explicit Network(std::uint64_t seed);

    /// What the terminal takes for the controller's.
    quint16 port() const { return m_port; }

    /// Where the controller listens now; 0 while it is down.
    void setController(quint16 port);

    State state() const { return m_state; }
    void setState(State state);

private:
    struct Pair
    {
        std::unique_ptr<QTcpSocket> terminal;
        std::unique_ptr<QTcpSocket> controller;
        qint64 requestsArrive = 0; ///< The last bytes under way; moments by the steady clock.
        qint64 repliesArrive = 0;
        bool isEnding = false;
    };

    void take();
    void carry(Pair& pair, bool isReply);
    void deliver(const Pair* key, const QByteArray& bytes, bool isReply);
    void end(Pair& pair);
    void forget(const Pair* key);
    void endAll();
    std::shared_ptr<Pair> find(const Pair* key) const;

    Random m_random;
    QTcpServer m_server;
    quint16 m_port = 0;
    quint16 m_controller = 0;
    State m_state = State::Whole;
    std::vector<std::shared_ptr<Pair>> m_pairs;
};

} // namespace talon::test
