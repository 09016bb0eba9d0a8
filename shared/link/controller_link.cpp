#include "shared/link/controller_link.h"

#include "shared/wire/json_reader.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::link {

namespace {

Q_LOGGING_CATEGORY(log, "talon.link")

constexpr auto PauseMin = 250ms;
constexpr auto PauseMax = 5000ms;
constexpr auto HeartbeatEvery = 5s;
constexpr auto ReplyWithin = 3s;
constexpr quint64 MessageBytesMax = 4 * 1024 * 1024;

QByteArray bearer(const QByteArray& token)
{
    return "Bearer " + token;
}

} // namespace

struct ControllerLink::Request
{
    QByteArray key;
    QNetworkRequest head;
    QByteArray body; ///< Empty when something is only asked for.
    QDeadlineTimer deadline;
    std::chrono::milliseconds pause = PauseMin;
    Done done;                      ///< Empty once it was called, or the request given up.
    QNetworkReply* reply = nullptr; ///< Under way.
};

ControllerLink::ControllerLink(Address address, QObject* parent)
    : QObject(parent)
    , m_address(std::move(address))
{
    m_retry.setSingleShot(true);
    m_heartbeat.setInterval(HeartbeatEvery);
    m_socket.setMaxAllowedIncomingMessageSize(MessageBytesMax);
    connect(&m_retry, &QTimer::timeout, this, &ControllerLink::open);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &ControllerLink::onText);
    connect(&m_socket, &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState) {
            onLost();
        }
    });
    connect(&m_socket, &QWebSocket::pong, this, [this] { m_heard = true; });
    connect(&m_heartbeat, &QTimer::timeout, this, [this] {
        if (!std::exchange(m_heard, false)) {
            qCInfo(log) << "feed" << m_address.feed << "is silent, connecting anew";
            m_socket.abort();
            onLost();
            return;
        }
        m_socket.ping();
    });
}

ControllerLink::~ControllerLink()
{
    m_socket.disconnect(this);
}

void ControllerLink::start()
{
    open();
}

void ControllerLink::open()
{
    QUrl url = m_address.controller.resolved(QUrl(u"/api/feeds/"_s + m_address.feed));
    url.setScheme(url.scheme() == u"https"_s ? u"wss"_s : u"ws"_s);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", bearer(m_address.token));
    m_heard = true;
    m_heartbeat.start();
    m_socket.open(request);
}

void ControllerLink::onText(const QString& text)
{
    m_heard = true;
    const auto object = wire::objectFromText(text.toUtf8());
    const auto message = object
                             ? wire::feedMessageFromJson(*object)
                             : Expected<wire::FeedMessage, ParseError>(Unexpected(object.error()));
    if (!message) {
        qCWarning(log) << "feed" << m_address.feed
                       << "sent what cannot be read:" << describe(message.error()).c_str();
        return;
    }
    if (message->epoch < m_epoch) {
        qCWarning(log) << "feed" << m_address.feed << "comes from an older database, epoch"
                       << message->epoch << "after" << m_epoch;
        return;
    }
    m_epoch = message->epoch;
    m_pause = 0ms;
    setConnected(true);
    Q_EMIT viewArrived(*message);
}

void ControllerLink::onLost()
{
    m_heartbeat.stop();
    setConnected(false);
    if (m_retry.isActive()) {
        return;
    }
    m_pause = std::clamp(m_pause * 2, std::chrono::milliseconds(PauseMin),
                         std::chrono::milliseconds(PauseMax));
    // A third is left to chance, so that a hall of devices does not come back in step.
    const auto spread = static_cast<int>(m_pause.count() / 3);
    m_retry.start(m_pause - std::chrono::milliseconds(
                                QRandomGenerator::global()->bounded(std::max(1, spread))));
}

void ControllerLink::setConnected(bool connected)
{
    if (m_connected != connected) {
        m_connected = connected;
        qCInfo(log) << "feed" << m_address.feed << (connected ? "connected" : "lost");
        Q_EMIT connectedChanged(connected);
    }
}

std::shared_ptr<ControllerLink::Request> ControllerLink::requestFor(
    const QString& path, std::chrono::milliseconds patience, Done done, const Under& under)
{
    auto request = std::make_shared<Request>();
    request->key =
        under.key.isEmpty() ? QUuid::createUuid().toByteArray(QUuid::WithoutBraces) : under.key;
    request->head.setUrl(m_address.controller.resolved(QUrl(path)));
    request->head.setRawHeader("Authorization",
                               bearer(under.token.isEmpty() ? m_address.token : under.token));
    request->head.setTransferTimeout(
        static_cast<int>(std::min<std::chrono::milliseconds>(patience, ReplyWithin).count()));
    request->deadline = QDeadlineTimer(patience);
    request->done = std::move(done);
    m_requests[request->key] = request;
    return request;
}

QByteArray ControllerLink::post(const QString& path,
                                const QJsonObject& body,
                                std::chrono::milliseconds patience,
                                Done done,
                                const Under& under)
{
    const auto request = requestFor(path, patience, std::move(done), under);
    request->head.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request->head.setRawHeader("Idempotency-Key", request->key);
    request->body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    send(request);
    return request->key;
}

void ControllerLink::get(const QString& path,
                         std::chrono::milliseconds patience,
                         Done done,
                         const QByteArray& token)
{
    send(requestFor(path, patience, std::move(done), {.token = token}));
}

void ControllerLink::cancel(const QByteArray& key)
{
    const auto found = m_requests.find(key);
    if (found == m_requests.end()) {
        return;
    }
    const std::shared_ptr<Request> request = found->second;
    m_requests.erase(found);
    request->done = nullptr;
    if (request->reply != nullptr) {
        request->reply->abort();
    }
}

void ControllerLink::send(const std::shared_ptr<Request>& request)
{
    if (!request->done) {
        return; // Given up in a pause.
    }
    QNetworkReply* const reply = request->body.isEmpty()
                                     ? m_network.get(request->head)
                                     : m_network.post(request->head, request->body);
    request->reply = reply;
    connect(reply, &QNetworkReply::finished, this, [this, reply, request] {
        const std::unique_ptr<QNetworkReply, void (*)(QNetworkReply*)> owner(
            reply, [](QNetworkReply* r) { r->deleteLater(); });
        request->reply = nullptr;
        if (request->done) {
            onReply(request, *reply);
        }
    });
}

void ControllerLink::onReply(const std::shared_ptr<Request>& request, QNetworkReply& reply)
{
    using Kind = LinkError::Kind;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto object = wire::objectFromText(reply.readAll());
    const QJsonObject body = object ? *object : QJsonObject{};
    const int later = reply.rawHeader("Retry-After").toInt();
    const auto failed = [&](Kind kind, const QString& what) {
        return Unexpected(LinkError{
            .kind = kind,
            .refusal = body.value("refusal"_L1).toString(),
            .what = what,
            .status = status,
            .retryAfter = later > 0 ? std::optional(std::chrono::seconds(later)) : std::nullopt});
    };
    if (status >= 200 && status < 300 && object) {
        answer(request, body);
        return;
    }
    if (status == 409) {
        answer(request, failed(Kind::Refused, {}));
        return;
    }
    if (status >= 400 && status < 500 && status != 408 && status != 429) {
        answer(request, failed(Kind::Rejected, body.value("error"_L1).toString()));
        return;
    }
    const auto left = request->deadline.remainingTimeAsDuration();
    const bool isTooOften = status == 429 && std::chrono::seconds(later) > left;
    if (request->deadline.hasExpired() || isTooOften) {
        answer(request, failed(Kind::Unreachable, reply.errorString()));
        return;
    }
    const auto pause = std::min<std::chrono::nanoseconds>(request->pause, left);
    request->pause = std::min<std::chrono::milliseconds>(request->pause * 2, 1s);
    QTimer::singleShot(std::chrono::ceil<std::chrono::milliseconds>(pause), this,
                       [this, request] { send(request); });
}

void ControllerLink::answer(const std::shared_ptr<Request>& request,
                            Expected<QJsonObject, LinkError> answer)
{
    if (const auto found = m_requests.find(request->key);
        found != m_requests.end() && found->second == request) {
        m_requests.erase(found);
    }
    const Done done = std::exchange(request->done, nullptr);
    done(std::move(answer));
}

} // namespace talon::link
