#include "controller/api/port.h"

#include "controller/api/dispatcher.h"
#include "controller/api/feed_hub.h"
#include "controller/api/http_server.h"
#include "controller/api/log.h"
#include "controller/staff/password.h"

namespace talon::api {

struct Port::State
{
    State(OfficeAccess& access, const PortOptions& options, const media::MediaFolder* media)
        : hub(access, options, media)
        , dispatcher(access, hub, options, media)
        , server(dispatcher, options)
    {}

    FeedHub hub;
    Dispatcher dispatcher;
    HttpServer server;
};

Port::Port(OfficeAccess& access, const PortOptions& options, const media::MediaFolder* media)
    : m_state(std::make_unique<State>(access, options, media))
{
    if (media != nullptr) {
        connect(media, &media::MediaFolder::changed, this, &Port::changed);
    }
    staff::decoyHash(); // Made now, and not while somebody waits.
}

Port::~Port() = default;

Expected<quint16, IoError> Port::listen(const QHostAddress& address, quint16 port)
{
    auto bound = m_state->server.listen(address, port);
    if (bound) {
        qCInfo(lcApi, "listening on %s port %d", qPrintable(address.toString()), *bound);
    }
    return bound;
}

void Port::close()
{
    m_state->hub.close();
    m_state->server.close();
}

void Port::onCommitted(std::int64_t /*firstSeq*/, const std::vector<queue::Event>& events)
{
    m_state->hub.onCommitted(events);
}

void Port::changed()
{
    m_state->hub.changed();
}

int Port::connectionCount() const
{
    return m_state->server.connectionCount();
}

int Port::subscriberCount() const
{
    return m_state->hub.subscriberCount();
}

} // namespace talon::api
