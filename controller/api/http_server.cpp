#include "controller/api/http_server.h"

#include "controller/api/log.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace talon::api {

namespace {

constexpr auto WarnAtMostEvery = 60s;

/// An IPv4 client counts as such, also on a socket that speaks both.
std::string textOf(const QHostAddress& address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return (isIpv4 ? QHostAddress(ipv4) : address).toString().toStdString();
}

constexpr const char* Crowded = "HTTP/1.1 503 Service Unavailable\r\n"
                                "Content-Type: application/json\r\n"
                                "Content-Length: 32\r\n"
                                "Retry-After: 5\r\n"
                                "Connection: close\r\n\r\n"
                                "{\"error\":\"too many connections\"}";

} // namespace

HttpServer::HttpServer(HttpHandler& handler, const PortOptions& options)
    : m_handler(handler)
    , m_options(options)
    , m_slots(options.connectionsMax, options.connectionsPerAddress)
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::takeConnections);
    connect(&m_server, &QTcpServer::acceptError, this, [this] {
        qCWarning(lcApi, "cannot take a connection: %s", qPrintable(m_server.errorString()));
    });
    connect(&m_watch, &QTimer::timeout, this, &HttpServer::watch);
    const auto shortest = std::min({options.headWithin, options.bodyWithin, options.idleWithin,
                                    options.takenWithin, options.farewellWithin});
    m_watch.setInterval(std::clamp<std::chrono::milliseconds>(shortest / 4, 5ms, 1000ms));
}

HttpServer::~HttpServer()
{
    close();
}

Expected<quint16, IoError> HttpServer::listen(const QHostAddress& address, quint16 port)
{
    m_server.setListenBacklogSize(ListenBacklog);
    if (!m_server.listen(address, port)) {
        return Unexpected(IoError{.what = "cannot listen on " + address.toString().toStdString() +
                                          " port " + std::to_string(port) + ": " +
                                          m_server.errorString().toStdString()});
    }
    m_watch.start();
    return m_server.serverPort();
}

void HttpServer::close()
{
    m_watch.stop();
    m_server.close();
    for (const auto& entry : m_connections) {
        entry.first->disconnect(this);
    }
    m_connections.clear();
    m_retired.clear();
}

void HttpServer::takeConnections()
{
    while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
        take(std::unique_ptr<QTcpSocket>(socket));
    }
}

void HttpServer::take(std::unique_ptr<QTcpSocket> socket)
{
    auto slot = m_slots.take(textOf(socket->peerAddress()));
    if (!slot) {
        socket->write(Crowded);
        socket->flush();
        warnOfCrowd();
        return;
    }
    auto connection =
        std::make_unique<HttpConnection>(std::move(socket), *std::move(slot), m_handler, m_options);
    HttpConnection* const key = connection.get();
    connect(key, &HttpConnection::ended, this, [this, key] { retire(key); });
    m_connections.emplace(key, std::move(connection));
}

void HttpServer::warnOfCrowd()
{
    const auto now = std::chrono::steady_clock::now();
    if (now >= m_warnAt) {
        m_warnAt = now + WarnAtMostEvery;
        qCWarning(lcApi,
                  "turned a connection away: %d are open, %d in all and %d of one address "
                  "are allowed",
                  m_slots.count(), m_options.connectionsMax, m_options.connectionsPerAddress);
    }
}

void HttpServer::retire(HttpConnection* connection)
{
    auto found = m_connections.extract(connection);
    if (found.empty()) {
        return;
    }
    if (m_retired.empty()) {
        QMetaObject::invokeMethod(
            this, [this] { m_retired.clear(); }, Qt::QueuedConnection);
    }
    m_retired.push_back(std::move(found.mapped()));
}

void HttpServer::watch()
{
    const auto now = std::chrono::steady_clock::now();
    std::vector<HttpConnection*> all; // Some may end on the way.
    all.reserve(m_connections.size());
    for (const auto& entry : m_connections) {
        all.push_back(entry.first);
    }
    for (HttpConnection* const connection : all) {
        connection->watch(now);
    }
}

} // namespace talon::api
