#include "tests/terminal/app/fake_controller.h"

#include "shared/base/ensure.h"
#include "shared/wire/feed_message.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/settings_json.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace talon::test {

FakeController::FakeController()
    : m_upgrades(u"fake"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(*socket); });
        }
    });
    connect(&m_upgrades, &QWebSocketServer::newConnection, this, [this] {
        QWebSocket* const feed = m_upgrades.nextPendingConnection();
        feed->setParent(this);
        m_feeds.push_back(feed);
        connect(feed, &QWebSocket::disconnected, this, [this, feed] { std::erase(m_feeds, feed); });
        sendView(*feed);
    });
    comeBack();
}

FakeController::~FakeController()
{
    for (QWebSocket* const feed : m_feeds) {
        feed->disconnect(this);
    }
}

QUrl FakeController::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void FakeController::show(const wire::TerminalView& view)
{
    m_view = view;
    for (QWebSocket* const feed : m_feeds) {
        sendView(*feed);
    }
}

void FakeController::goDown()
{
    m_server.close();
    for (QWebSocket* const feed : std::exchange(m_feeds, {})) {
        feed->disconnect(this);
        feed->abort();
    }
}

void FakeController::comeBack()
{
    TALON_ENSURE(m_server.listen(QHostAddress::LocalHost, m_port));
    m_port = m_server.serverPort();
}

std::vector<FakeController::Request> FakeController::requestsTo(const QString& path) const
{
    std::vector<Request> found;
    std::ranges::copy_if(m_requests, std::back_inserter(found),
                         [&path](const Request& each) { return each.path == path; });
    return found;
}

void FakeController::onBytes(QTcpSocket& socket)
{
    const QByteArray seen = socket.peek(64 * 1024);
    const qsizetype headEnd = seen.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return;
    }
    const QByteArray head = seen.left(headEnd);
    if (head.toLower().contains("upgrade: websocket")) {
        socket.disconnect(this);
        m_upgrades.handleConnection(&socket);
        Q_EMIT socket.readyRead(); // The upgrade's bytes are already here.
        return;
    }
    Request request{.path = QString::fromLatin1(head.split(' ').at(1)), .key = {}, .body = {}};
    qsizetype bodyBytes = 0;
    for (const QByteArray& line : head.split('\n')) {
        const QByteArray name = line.left(line.indexOf(':')).toLower();
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (name == "content-length") {
            bodyBytes = value.toInt();
        } else if (name == "idempotency-key") {
            request.key = value;
        } else if (name == "authorization") {
            request.token = value.mid(value.indexOf(' ') + 1);
        }
    }
    if (seen.size() < headEnd + 4 + bodyBytes) {
        return;
    }
    const QByteArray all = socket.read(headEnd + 4 + bodyBytes);
    request.body = QJsonDocument::fromJson(all.mid(headEnd + 4)).object();
    m_requests.push_back(request);
    const auto reply = answer ? answer(request) : std::nullopt;
    if (reply) {
        const QByteArray body = QJsonDocument(reply->body).toJson(QJsonDocument::Compact);
        const QByteArray later =
            reply->retryAfterSeconds == 0
                ? QByteArray()
                : "Retry-After: " + QByteArray::number(reply->retryAfterSeconds) + "\r\n";
        socket.write("HTTP/1.1 " + QByteArray::number(reply->status) + " Told\r\n" + later +
                     "Content-Type: application/json\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
    } else {
        socket.abort();
    }
}

void FakeController::sendView(QWebSocket& feed)
{
    if (m_view) {
        const wire::FeedMessage message{
            .feed = "terminal", .epoch = epoch, .seq = ++m_seq, .view = wire::toJson(*m_view)};
        feed.sendTextMessage(
            QString::fromUtf8(QJsonDocument(wire::toJson(message)).toJson(QJsonDocument::Compact)));
    }
}

bool eventually(const std::function<bool()>& condition)
{
    const QDeadlineTimer deadline(5000);
    while (!condition()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return true;
}

wire::TerminalView engelsView()
{
    QFile file(QString::fromUtf8(TALON_SOURCE_DIR "/packaging/offices/engels.json"));
    TALON_ENSURE(file.open(QIODevice::ReadOnly));
    const auto json = wire::objectFromText(file.readAll());
    TALON_ENSURE(json.has_value());
    const auto settings = wire::settingsFromJson(*json);
    TALON_ENSURE(settings.has_value());
    wire::TerminalView view;
    view.office.name = settings->name;
    view.office.qualityLine = settings->qualityLine;
    view.office.now = Instant(std::chrono::milliseconds(1795500300000)); // 24 November 2026, 10:05.
    view.office.utcOffsetMinutes = 240;
    view.office.open = true;
    int waiting = 0;
    for (const Service& each : settings->services) {
        view.services.push_back(
            {.id = each.id,
             .segment = each.segment,
             .name = each.name,
             .bring = each.bring,
             .icon = each.icon,
             .waiting = waiting * 3 % 8,
             .forecast = WaitRange{.low = std::chrono::seconds{waiting * 3 % 8 * 70},
                                   .high = std::chrono::seconds{120 + waiting * 3 % 8 * 200}}});
        ++waiting;
    }
    for (const PriorityCategory& each : settings->categories) {
        view.categories.push_back({.id = each.id, .name = each.name});
    }
    return view;
}

} // namespace talon::test
