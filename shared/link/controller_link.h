#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/wire/feed_message.h"

#include <QByteArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>

class QNetworkReply;

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
    QString refusal;                                     ///< For Refused.
    QString what;                                        ///< For the log.
    int status = 0;                                      ///< HTTP; 0 when there was no answer.
    std::optional<std::chrono::seconds> retryAfter = {}; ///< Earlier it would be for nothing.
};

/// Under what a request is sent, if it is not the usual.
struct Under
{
    QByteArray key = {};   ///< Of the caller's own, which stands for this very request for ever.
    QByteArray token = {}; ///< Of a member of the staff who works at this device.
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

    /// Sends a command; answers exactly once, also when patience ends, unless it is given up.
    /// Returns its key.
    QByteArray post(const QString& path,
                    const QJsonObject& body,
                    std::chrono::milliseconds patience,
                    Done done,
                    const Under& under = {});

    /// Asks for something, likewise; `token` as above.
    void get(const QString& path,
             std::chrono::milliseconds patience,
             Done done,
             const QByteArray& token = {});

    /// Gives a request up: it is not sent again, and not answered any more. What was sent may have
    /// been done, or be done later: whoever does it in another way names the key (OfflineTicket).
    void cancel(const QByteArray& key);

    /// The highest epoch of the controller's journal that was seen; 0 before the first view.
    std::int64_t epoch() const { return m_epoch; }

Q_SIGNALS:
    void viewArrived(const talon::wire::FeedMessage& message);
    void connectedChanged(bool connected);

private:
    struct Request;

    void open();
    void onText(const QString& text);
    void onLost();
    void setConnected(bool connected);
    std::shared_ptr<Request> requestFor(const QString& path,
                                        std::chrono::milliseconds patience,
                                        Done done,
                                        const Under& under);
    void send(const std::shared_ptr<Request>& request);
    void onReply(const std::shared_ptr<Request>& request, QNetworkReply& reply);
    void answer(const std::shared_ptr<Request>& request, Expected<QJsonObject, LinkError> answer);

    Address m_address;
    QNetworkAccessManager m_network;
    QWebSocket m_socket;
    QTimer m_retry;
    QTimer m_heartbeat;
    std::chrono::milliseconds m_pause{0};
    bool m_heard = true; ///< Since the last heartbeat.
    bool m_connected = false;
    std::int64_t m_epoch = 0;                                  ///< The highest seen.
    std::map<QByteArray, std::shared_ptr<Request>> m_requests; ///< Not yet answered, by key.
};

} // namespace talon::link
