#pragma once

#include "controller/api/actor.h"
#include "controller/api/feed_hub.h"
#include "controller/api/http_message.h"
#include "controller/api/office_access.h"
#include "controller/api/routes.h"
#include "controller/api/token_buckets.h"

#include <cstdint>

namespace talon::api {

/// What the handlers share.
struct Desk
{
    OfficeAccess& access;
    FeedHub& hub;
    TokenBuckets& signInsPerLogin;
    TokenBuckets& signInsPerAddress;
    TokenBuckets& signInsPerTerminal;
};

/// A request that its sender may make, on its way to a handler. Everything but the desk and the
/// reply is gone when the handler returns.
struct Call
{
    Desk& desk;
    const HttpRequest& request;
    const Route& route;
    const Actor& actor;
    std::int64_t id; ///< From the path; 0 when it has none.
    Reply reply;
};

} // namespace talon::api
