#include "controller/api/dispatcher.h"

#include "controller/api/routes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace talon::api {

namespace {

using Clock = TokenBuckets::Moment::clock;

bool isOfApi(const HttpRequest& request)
{
    return request.path == "/api" || request.path.starts_with("/api/");
}

/// Nothing to refuse is the empty string; else what is wrong with a key.
std::string_view faultOfKey(const std::string& key)
{
    if (key.empty()) {
        return "Idempotency-Key is missing";
    }
    const bool isPlain = std::ranges::all_of(key, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-';
    });
    if (!isPlain || key.size() > KeyBytesMax) {
        return "Idempotency-Key must be 1 to 64 letters, digits and hyphens";
    }
    return {};
}

bool isJson(std::string_view contentType)
{
    constexpr std::string_view Json = "application/json";
    return contentType.substr(0, contentType.find(';')) == Json;
}

HttpAnswer notFound()
{
    return fault(404, "there is no such path; GET /api lists all");
}

HttpAnswer notThisMethod(const Match& match)
{
    HttpAnswer answer = fault(405, "this path has only " + match.methods);
    answer.headers = "Allow: " + QByteArray::fromStdString(match.methods) + "\r\n";
    return answer;
}

HttpAnswer needsUpgrade()
{
    HttpAnswer answer = fault(426, "a feed is a WebSocket");
    answer.headers = "Upgrade: websocket\r\n";
    return answer;
}

} // namespace

Dispatcher::Dispatcher(OfficeAccess& access,
                       FeedHub& hub,
                       const PortOptions& options,
                       const media::MediaFolder* media)
    : m_access(access)
    , m_hub(hub)
    , m_pages(u":/web"_s)
    , m_requests(Rate{.perSecond = static_cast<double>(options.requestsPerSecond),
                      .burst = 2.0 * options.requestsPerSecond})
    , m_signInsPerLogin(options.signInsPerLogin)
    , m_signInsPerAddress(options.signInsPerAddress)
    , m_signInsPerTerminal(options.signInsPerTerminal)
    , m_desk{.access = access,
             .hub = hub,
             .signInsPerLogin = m_signInsPerLogin,
             .signInsPerAddress = m_signInsPerAddress,
             .signInsPerTerminal = m_signInsPerTerminal,
             .media = media,
             .mediaTurn = std::make_shared<const int>(0)}
    , m_webSockets(u"talon"_s, QWebSocketServer::NonSecureMode)
{
    m_webSockets.setMaxPendingConnections(options.connectionsMax);
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, &Dispatcher::takeWebSocket);
}

std::size_t Dispatcher::bodyBytesMax(const HttpRequest& head)
{
    const auto match = isOfApi(head) ? findRoute(head.method, head.path) : std::nullopt;
    if (!match || match->route == nullptr || head.contentLength <= BodyBytesMax) {
        return BodyBytesMax;
    }
    // Only who may use it gets the room.
    const Actor actor = actorOf(m_access.accounts(), credentialOf(head), m_access.time().now);
    return allows(match->route->right, actor) ? match->route->bodyBytesMax : BodyBytesMax;
}

std::optional<HttpAnswer>
Dispatcher::refuse(const HttpRequest& request, const Route& route, const Actor& actor)
{
    const std::string& who = actor.isNobody() ? request.address : actor.credentialHash;
    if (const auto seconds = m_requests.take(who, Clock::now())) {
        return faultForNow(429, "too many requests", *seconds);
    }
    if (!allows(route.right, actor)) {
        return actor.isNobody() ? fault(401, "not signed in, and no token of a device")
                                : fault(403, "not allowed for this role or device");
    }
    const bool changes = request.method != Method::Get;
    if ((changes || request.isUpgrade) && !isOwnOrigin(request)) {
        return fault(403, "Origin is not this host");
    }
    if (!request.body.empty() && !isJson(request.contentType)) {
        return fault(415, "Content-Type must be application/json");
    }
    if (route.keyed == Keyed::Yes) {
        if (const auto wrong = faultOfKey(request.idempotencyKey); !wrong.empty()) {
            return fault(400, wrong);
        }
    }
    return std::nullopt;
}

void Dispatcher::handle(const HttpRequest& request, Reply reply)
{
    if (!isOfApi(request)) {
        reply(m_pages.answerTo(request));
        return;
    }
    const auto match = findRoute(request.method, request.path);
    if (!match) {
        reply(notFound());
        return;
    }
    if (match->route == nullptr) {
        reply(notThisMethod(*match));
        return;
    }
    const Actor actor = actorOf(m_access.accounts(), credentialOf(request), m_access.time().now);
    if (const auto refusal = refuse(request, *match->route, actor)) {
        reply(*refusal);
        return;
    }
    if (match->route->feed) {
        reply(needsUpgrade());
        return;
    }
    match->route->handler({.desk = m_desk,
                           .request = request,
                           .route = *match->route,
                           .actor = actor,
                           .id = match->id,
                           .reply = std::move(reply),
                           .name = match->name});
}

std::optional<HttpAnswer> Dispatcher::refuseUpgrade(const HttpRequest& request)
{
    const auto match = findRoute(request.method, request.path);
    if (!match) {
        return notFound();
    }
    if (match->route == nullptr) {
        return notThisMethod(*match);
    }
    const Actor actor = actorOf(m_access.accounts(), credentialOf(request), m_access.time().now);
    if (auto refusal = refuse(request, *match->route, actor)) {
        return refusal;
    }
    if (!match->route->feed) {
        return fault(400, "this path is not a feed");
    }
    const bool isWindow = match->route->feed == FeedKind::Window;
    if (isWindow && findWindow(m_access.office().settings, {match->id}) == nullptr) {
        return fault(404, "there is no such window");
    }
    return std::nullopt;
}

/// Qt shakes hands and frames messages; it is given only what may come in.
void Dispatcher::upgrade(const HttpRequest& request,
                         std::unique_ptr<QTcpSocket> socket,
                         ConnectionSlots::Slot slot)
{
    const auto match = findRoute(request.method, request.path);
    const Credential credential = credentialOf(request);
    const Actor actor = actorOf(m_access.accounts(), credential, m_access.time().now);
    const staff::Device* const device = actor.device();
    QTcpSocket* const given = socket.release();
    // Room for the longest message with its head; Qt takes nothing in before it is whole.
    given->setReadBufferSize(2 * static_cast<qint64>(FeedMessageInBytesMax));
    connect(given, &QObject::destroyed, this, [this, given] { forget(given); });
    m_upgrades.push_back(
        {.socket = given,
         .subscription = {.feed = {.kind = *match->route->feed, .window = {match->id}},
                          .right = match->route->right,
                          .credential = credential,
                          .device = device == nullptr ? std::nullopt : std::optional(device->id)},
         .slot = std::move(slot)});
    m_webSockets.handleConnection(given);
}

void Dispatcher::takeWebSocket()
{
    while (m_webSockets.hasPendingConnections()) {
        std::unique_ptr<QWebSocket> line(m_webSockets.nextPendingConnection());
        line->setParent(nullptr);
        const auto upgrade = std::ranges::find_if(m_upgrades, [&](const Upgrade& one) {
            return one.socket->peerPort() == line->peerPort() &&
                   one.socket->peerAddress() == line->peerAddress();
        });
        if (upgrade == m_upgrades.end()) {
            continue;
        }
        m_hub.add(upgrade->subscription, std::move(line), *upgrade->socket,
                  std::move(upgrade->slot));
        m_upgrades.erase(upgrade);
    }
}

void Dispatcher::forget(QTcpSocket* socket)
{
    std::erase_if(m_upgrades, [&](const Upgrade& one) { return one.socket == socket; });
}

} // namespace talon::api
