#pragma once

#include "controller/api/call.h"
#include "controller/api/http_handler.h"
#include "controller/api/pages.h"
#include "controller/api/token_buckets.h"

#include <QWebSocketServer>

#include <list>

namespace talon::api {

/// Takes each request to its route: finds it, sees who asks, how often and from where, and hands
/// it to the route's handler; everything else is refused by name.
class Dispatcher : public QObject, public HttpHandler
{
    Q_OBJECT

public:
    Dispatcher(OfficeAccess& access,
               FeedHub& hub,
               const PortOptions& options,
               const media::MediaFolder* media);

    std::size_t bodyBytesMax(const HttpRequest& head) override;
    void handle(const HttpRequest& request, Reply reply) override;
    std::optional<HttpAnswer> refuseUpgrade(const HttpRequest& request) override;
    void upgrade(const HttpRequest& request,
                 std::unique_ptr<QTcpSocket> socket,
                 ConnectionSlots::Slot slot) override;

private:
    /// A connection on its way from HTTP to WebSocket.
    struct Upgrade
    {
        QTcpSocket* socket;
        Subscription subscription;
        ConnectionSlots::Slot slot;
    };

    /// The checks that every request of the API must pass; none when it has.
    std::optional<HttpAnswer>
    refuse(const HttpRequest& request, const Route& route, const Actor& actor);
    void takeWebSocket();
    void forget(QTcpSocket* socket);

    OfficeAccess& m_access;
    FeedHub& m_hub;
    Pages m_pages;
    TokenBuckets m_requests;
    TokenBuckets m_signInsPerLogin;
    TokenBuckets m_signInsPerAddress;
    TokenBuckets m_signInsPerTerminal;
    Desk m_desk;
    std::list<Upgrade> m_upgrades;
    QWebSocketServer m_webSockets;
};

} // namespace talon::api
