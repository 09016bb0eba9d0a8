#pragma once

#include "controller/api/connection_slots.h"
#include "controller/api/http_message.h"

#include <QTcpSocket>

#include <cstddef>
#include <memory>
#include <optional>

namespace talon::api {

/// Who answers the requests that the server reads.
class HttpHandler
{
public:
    HttpHandler() = default;
    HttpHandler(const HttpHandler&) = delete;
    HttpHandler& operator=(const HttpHandler&) = delete;
    virtual ~HttpHandler() = default;

    /// How long a body this request may have; asked before any of it is taken.
    virtual std::size_t bodyBytesMax(const HttpRequest& head) = 0;

    virtual void handle(const HttpRequest& request, Reply reply) = 0;

    /// Why this request may not become a WebSocket; none when it may.
    virtual std::optional<HttpAnswer> refuseUpgrade(const HttpRequest& request) = 0;

    /// The connection of such a request, its head still unread.
    virtual void upgrade(const HttpRequest& request,
                         std::unique_ptr<QTcpSocket> socket,
                         ConnectionSlots::Slot slot) = 0;
};

} // namespace talon::api
