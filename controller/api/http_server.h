#pragma once

#include "controller/api/connection_slots.h"
#include "controller/api/http_connection.h"
#include "controller/api/limits.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <unordered_map>
#include <vector>

namespace talon::api {

/// Takes connections on one port, within limits, and hands their requests to one handler.
///
/// Not Qt's QHttpServer, which in 6.4 answers into freed connections, takes bodies and heads
/// without end and knows no time-outs.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    HttpServer(HttpHandler& handler, const PortOptions& options);
    ~HttpServer() override;

    Expected<quint16, IoError> listen(const QHostAddress& address, quint16 port);
    void close();

    /// Open connections, those that have become feeds included.
    int connectionCount() const { return m_slots.count(); }

private:
    void takeConnections();
    void take(std::unique_ptr<QTcpSocket> socket);
    void warnOfCrowd();
    void retire(HttpConnection* connection);
    void watch();

    HttpHandler& m_handler;
    const PortOptions m_options;
    ConnectionSlots m_slots;
    std::unordered_map<HttpConnection*, std::unique_ptr<HttpConnection>> m_connections;
    std::vector<std::unique_ptr<HttpConnection>> m_retired; ///< Deleted by the event loop.
    QTcpServer m_server;
    QTimer m_watch;
    std::chrono::steady_clock::time_point m_warnAt{};
};

} // namespace talon::api
