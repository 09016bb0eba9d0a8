#pragma once

#include "shared/wire/terminal_view.h"

#include <QJsonObject>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QWebSocketServer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace talon::test {

/// A controller that says what a test wants it to say: one feed, and an answer to each request.
class FakeController : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QString path;
        QByteArray key;
        QByteArray token; ///< Of whoever asks.
        QJsonObject body;
    };

    struct Reply
    {
        int status = 200;
        QJsonObject body;
        int retryAfterSeconds = 0; ///< 0: nothing is said of it.
    };

    FakeController();
    ~FakeController() override;

    QUrl url() const;

    /// What to answer; none closes the connection without a word, as when a reply is lost.
    std::function<std::optional<Reply>(const Request&)> answer;

    std::int64_t epoch = 1; ///< Of the next view.

    void show(const wire::TerminalView& view);
    void goDown();   ///< Refuses connections, drops those there are.
    void comeBack(); ///< At the same address.

    const std::vector<Request>& requests() const { return m_requests; }
    std::vector<Request> requestsTo(const QString& path) const;

private:
    void onBytes(QTcpSocket& socket);
    void sendView(QWebSocket& feed);

    QTcpServer m_server;
    QWebSocketServer m_upgrades;
    std::vector<QWebSocket*> m_feeds;
    std::vector<Request> m_requests;
    std::optional<wire::TerminalView> m_view;
    quint16 m_port = 0;
    std::int64_t m_seq = 0;
};

/// Runs the event loop until the condition holds; false when five seconds were not enough.
bool eventually(const std::function<bool()>& condition);

/// An open office with both segments, eight services for persons, two for companies, and five
/// categories: as packaging/offices/engels.json has them.
wire::TerminalView engelsView();

} // namespace talon::test
