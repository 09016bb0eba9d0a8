#pragma once

#include "controller/api/actor.h"
#include "controller/api/http_message.h"
#include "controller/api/limits.h"

#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// Everything that can be asked of the port, as one table. The dispatcher, the check of rights,
/// `GET /api`, and the tables of docs/api.md and docs/openapi.yaml follow from it; tests keep the
/// last two true.
namespace talon::api {

/// Raised whenever the table changes in a way that a client can notice.
inline constexpr int ApiVersion = 4;

struct Call;
using Handler = void (*)(const Call& call);

enum class Keyed {
    No,
    Yes, ///< Needs an Idempotency-Key: the same request again gets the same answer.
};

/// What a feed shows.
enum class FeedKind { Terminal, Hall, Window, Dashboard };

struct Route
{
    Method method = Method::Get;
    std::string_view path; ///< One "{window}" at most; it stands for an id, "{file}" for a name.
    Right right = Right::Anyone;
    Keyed keyed = Keyed::No;
    std::string_view request; ///< Type of the body; empty when there is none.
    std::string_view reply;   ///< Type of the answer.
    std::string_view about;   ///< One sentence.
    Handler handler = nullptr;
    std::size_t bodyBytesMax = BodyBytesMax;
    std::optional<FeedKind> feed; ///< A WebSocket, which has no handler.
};

std::span<const Route> routes();

/// A path found in the table; `route` is null when only other methods are known for it.
struct Match
{
    const Route* route = nullptr;
    std::int64_t id = 0; ///< What stood for it; 0 when there is none.
    std::string methods; ///< That the path has: "GET, PUT".
    std::string name;    ///< What stood for "{file}", decoded.
};

/// None when no route has this path.
std::optional<Match> findRoute(Method method, std::string_view path);

/// The table as `GET /api` tells it.
QJsonObject introspection();

} // namespace talon::api
