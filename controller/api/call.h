#pragma once

#include "controller/api/actor.h"
#include "controller/api/feed_hub.h"
#include "controller/api/http_message.h"
#include "controller/api/office_access.h"
#include "controller/api/routes.h"
#include "controller/api/token_buckets.h"
#include "controller/media/media_folder.h"

#include <cstdint>
#include <memory>
#include <string>

namespace talon::api {

/// What the handlers share.
struct Desk
{
    OfficeAccess& access;
    FeedHub& hub;
    TokenBuckets& signInsPerLogin;
    TokenBuckets& signInsPerAddress;
    TokenBuckets& signInsPerTerminal;
    const media::MediaFolder* media; ///< Null when the office has none.
    /// Held by each picture or video that is on its way, and by the desk itself.
    std::shared_ptr<const int> mediaTurn;
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
    std::string name; ///< From the path, decoded; empty when it has none.
};

} // namespace talon::api
