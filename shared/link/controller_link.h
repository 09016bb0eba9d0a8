#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/wire/feed_message.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <chrono>
#include <functional>

/// The client side of the controller's API, for terminals and displays.
namespace talon::link {

/// Why a request got no answer to work with.
struct LinkError
{
    enum class Kind {
        Unreachable, ///< No answer within the caller's patience. The request may have been done.
        Refused,     ///< The office says no; `refusal` names why (controller/queue/commands.h).
        Rejected,    ///< The controller found the request wrong or not allowed; a fault of ours.
    };

    Kind kind = Kind::Unreachable;
    QString refusal; ///< For Refused.
    QString what;    ///< For the log.
};

/// Keeps one feed open, for ever, and sends requests until they are answered.
///
/// A feed carries the whole present view, so a broken line needs no catching up: the link comes
/// back with growing pauses (0.25 to 5 s) and the first message brings all. A request is repeated
/// under one key, so that a lost reply never makes a second ticket.
class ControllerLink : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Expected<QJsonObject, LinkError>)>;

    struct Address
    {
        QUrl controller;  ///< E.g. http://127.0.0.1:8080
        QByteArray token; ///< The device's credential.
        QString feed;     ///< E.g. "terminal".
    };

    explicit ControllerLink(Address address, QObject* parent = nullptr);
    ~ControllerLink() override;

    void start();
    bool isConnected() const { return m_connected; }

    /// Sends a command; answers exactly once, also when patience ends.
    void post(const QString& path,
              const QJsonObject& body,
              std::chrono::milliseconds patience,
              Done done);

Q_SIGNALS:
    void viewArrived(const talon::wire::FeedMessage& message);
    void connectedChanged(bool connected);

private:
    struct Request;

    void open();
    void onText(const QString& text);
    void onLost();
    void setConnected(bool connected);
    void send(const std::shared_ptr<Request>& request);

    Address m_address;
    QNetworkAccessManager m_network;
    QWebSocket m_socket;
    QTimer m_retry;
    QTimer m_heartbeat;
    std::chrono::milliseconds m_pause{0};
    bool m_heard = true; ///< Since the last heartbeat.
    bool m_connected = false;
    std::int64_t m_epoch = 0; ///< The highest seen.
};

} // namespace talon::link
