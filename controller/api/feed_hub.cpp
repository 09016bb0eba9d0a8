#include "controller/api/feed_hub.h"

#include "controller/api/feed_frame.h"
#include "controller/api/log.h"
#include "shared/base/ensure.h"
#include "shared/wire/feed_message.h"

#include <QJsonDocument>

#include <algorithm>
#include <set>

using namespace std::chrono_literals;

namespace talon::api {

namespace {

using QWebSocketProtocol::CloseCode;

constexpr int UnansweredPingsMax = 2;
/// A hall that connects all at once is served from one view.
constexpr auto FreshFor = 100ms;
/// A feed never takes more than a part of the processor, however often it changes: half of it
/// for calls, a quarter for all else.
constexpr int RestPerWork = 3;

/// The window at which visitors see something happen; none when an event is not of that kind.
std::optional<WindowId> windowOf(const queue::Event& event)
{
    return std::visit(
        [](const auto& e) -> std::optional<WindowId> {
            if constexpr (requires { e.window; }) {
                return e.window;
            } else if constexpr (requires { e.from; }) {
                return e.from;
            } else {
                return std::nullopt;
            }
        },
        event);
}

std::optional<QJsonObject> viewOf(FeedName feed, const Scene& scene)
{
    switch (feed.kind) {
    case FeedKind::Terminal: return toJson(terminalView(scene));
    case FeedKind::Hall: return toJson(hallView(scene));
    case FeedKind::Dashboard: return toJson(dashboardView(scene));
    case FeedKind::Window: {
        const auto view = windowView(scene, feed.window);
        return view ? std::optional(toJson(*view)) : std::nullopt;
    }
    }
    TALON_ENSURE(false);
}

} // namespace

std::string textOf(FeedName feed)
{
    switch (feed.kind) {
    case FeedKind::Terminal: return "terminal";
    case FeedKind::Hall: return "hall";
    case FeedKind::Dashboard: return "dashboard";
    case FeedKind::Window: return "windows/" + std::to_string(feed.window.value);
    }
    TALON_ENSURE(false);
}

Scene sceneOf(const OfficeAccess& access, const queue::Office& office)
{
    const OfficeTime time = access.time();
    return {.office = office,
            .accounts = access.accounts(),
            .time = time,
            .utcOffsetMinutes = access.utcOffsetMinutes(),
            .opensAt = isOpenAt(office.settings, time) ? std::nullopt : access.opensAt(),
            .forecast = access.forecast(),
            .serviceOpensAt = [&access](const Service& service, bool alsoToday) {
                return access.opensAt(service, alsoToday);
            }};
}

Scene sceneOf(const OfficeAccess& access)
{
    return sceneOf(access, access.office());
}

FeedHub::FeedHub(OfficeAccess& access, const PortOptions& options, const media::MediaFolder* media)
    : m_access(access)
    , m_options(options)
    , m_media(media)
    , m_pingAt(Clock::now() + options.pingEvery)
{
    m_send.setSingleShot(true);
    m_send.setTimerType(Qt::PreciseTimer);
    connect(&m_send, &QTimer::timeout, this, &FeedHub::sendDue);
    connect(&m_tick, &QTimer::timeout, this, &FeedHub::tick);
    const auto shortest = std::min(options.feedAtLeastEvery, options.pingEvery);
    m_tick.start(std::clamp<std::chrono::milliseconds>(shortest / 4, 5ms, 1000ms));
}

FeedHub::~FeedHub()
{
    for (const auto& [name, feed] : m_feeds) {
        for (const auto& subscriber : feed.subscribers) {
            subscriber->socket->disconnect(this);
        }
    }
}

void FeedHub::add(const Subscription& subscription,
                  std::unique_ptr<QWebSocket> socket,
                  QTcpSocket& wire,
                  ConnectionSlots::Slot slot)
{
    Feed& feed = m_feeds[subscription.feed];
    auto owner = std::make_unique<Subscriber>(Subscriber{.subscription = subscription,
                                                         .slot = std::move(slot),
                                                         .socket = std::move(socket),
                                                         .wire = &wire});
    Subscriber* const subscriber = owner.get();
    QWebSocket* const line = subscriber->socket.get();
    line->setMaxAllowedIncomingMessageSize(FeedMessageInBytesMax);
    line->setMaxAllowedIncomingFrameSize(FeedMessageInBytesMax);
    const auto refuse = [this, subscriber] {
        closeWith(*subscriber, QWebSocketProtocol::CloseCodeDatatypeNotSupported,
                  "a feed takes no messages");
    };
    connect(line, &QWebSocket::textFrameReceived, this, refuse);
    connect(line, &QWebSocket::binaryFrameReceived, this, refuse);
    connect(line, &QWebSocket::pong, this, [subscriber] { subscriber->unansweredPings = 0; });
    connect(line, &QWebSocket::disconnected, this, [this, subscriber] { retire(subscriber); });
    if (feed.subscribers.empty()) {
        feed.sentAt = Clock::now();
    }
    feed.subscribers.push_back(std::move(owner));
    if (subscription.device) {
        m_devices.openFeed(*subscription.device, m_access.time().now);
        devicesChanged();
    }
    if (feed.seq != m_access.seq() || Clock::now() - feed.madeAt > FreshFor) {
        refresh(subscription.feed, feed);
    }
    deliver(*subscriber, feed.frame);
}

void FeedHub::onCommitted(const std::vector<queue::Event>& events)
{
    std::set<WindowId> windows;
    for (const queue::Event& event : events) {
        if (const auto window = windowOf(event)) {
            windows.insert(*window);
        }
    }
    for (auto& [name, feed] : m_feeds) {
        const bool isUrgent = name.kind == FeedKind::Hall
                                  ? !windows.empty()
                                  : name.kind == FeedKind::Window && windows.contains(name.window);
        mark(feed, isUrgent);
    }
    sendDue();
}

void FeedHub::changed()
{
    for (auto& [name, feed] : m_feeds) {
        mark(feed, false);
    }
    schedule();
}

void FeedHub::hear(DeviceId device, const DeviceStatus& status)
{
    if (m_devices.hear(device, status, m_access.time().now)) {
        devicesChanged();
    }
}

/// Whoever looks after the hall is told at once; from the event loop, as this may be one of its
/// lines that breaks.
void FeedHub::devicesChanged()
{
    const auto dashboard = m_feeds.find({.kind = FeedKind::Dashboard, .window = {}});
    if (dashboard != m_feeds.end()) {
        mark(dashboard->second, true);
        schedule();
    }
}

void FeedHub::mark(Feed& feed, bool isUrgent)
{
    if (feed.subscribers.empty()) {
        return;
    }
    const auto now = Clock::now();
    const auto rest = feed.cost * RestPerWork;
    const auto due = isUrgent ? std::max(now, feed.sentAt + rest)
                              : now + std::max<Clock::duration>(m_options.feedAtMostEvery, rest);
    feed.due = feed.isChanged ? std::min(feed.due, due) : due;
    feed.isChanged = true;
}

/// Those that are due, visitors' screens before all others.
void FeedHub::sendDue()
{
    for (const bool hallOnly : {true, false}) {
        for (auto& [name, feed] : m_feeds) {
            if ((name.kind == FeedKind::Hall) == hallOnly && feed.isChanged &&
                feed.due <= Clock::now()) {
                send(name, feed);
            }
        }
    }
    schedule();
}

void FeedHub::schedule()
{
    auto earliest = Clock::time_point::max();
    for (const auto& [name, feed] : m_feeds) {
        if (feed.isChanged) {
            earliest = std::min(earliest, feed.due);
        }
    }
    if (earliest != Clock::time_point::max()) {
        const auto wait = std::max<Clock::duration>(earliest - Clock::now(), 0ms);
        m_send.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
    }
}

void FeedHub::refresh(FeedName name, Feed& feed)
{
    Scene scene = sceneOf(m_access);
    scene.devices = &m_devices;
    if (const auto catalogue = media::catalogueIn(m_media)) {
        scene.mediaRevision = catalogue->revision;
    }
    const auto view = viewOf(name, scene);
    feed.madeAt = Clock::now();
    feed.seq = m_access.seq();
    feed.frame.clear();
    if (view) {
        const wire::FeedMessage message{
            .feed = textOf(name), .epoch = m_access.epoch(), .seq = feed.seq, .view = *view};
        feed.frame = textFrame(QJsonDocument(toJson(message)).toJson(QJsonDocument::Compact));
    }
}

void FeedHub::send(FeedName name, Feed& feed)
{
    const auto start = Clock::now();
    feed.isChanged = false;
    if (feed.subscribers.empty()) {
        return;
    }
    refresh(name, feed);
    dropIf(feed, [&](Subscriber& subscriber) { return !deliver(subscriber, feed.frame); });
    feed.sentAt = Clock::now();
    feed.cost = feed.sentAt - start;
}

/// False when this subscriber does not take what it asked for: to be dropped.
bool FeedHub::deliver(Subscriber& subscriber, const QByteArray& frame)
{
    QTcpSocket* const wire = subscriber.wire.data();
    if (subscriber.isClosing || wire == nullptr) {
        return true;
    }
    if (frame.isEmpty()) {
        closeWith(subscriber, QWebSocketProtocol::CloseCodeGoingAway, "there is no such window");
        return true;
    }
    if (wire->bytesToWrite() > static_cast<qint64>(FeedWaitingBytesMax)) {
        qCInfo(lcApi, "feed %s: dropped a subscriber that does not take its messages",
               textOf(subscriber.subscription.feed).c_str());
        return false;
    }
    sendFrame(*wire, frame);
    return true;
}

/// Ends some subscriptions without a goodbye.
template <class Condition>
void FeedHub::dropIf(Feed& feed, Condition isDone)
{
    Subscribers& all = feed.subscribers;
    std::vector<Subscriber*> done;
    // By index: a line that breaks under way retires itself.
    for (std::size_t i = 0; i < all.size();) {
        Subscriber* const subscriber = all[i].get();
        if (isDone(*subscriber)) {
            done.push_back(subscriber);
        }
        if (i < all.size() && all[i].get() == subscriber) {
            ++i;
        }
    }
    for (Subscriber* const subscriber : done) {
        subscriber->socket->disconnect(this);
        subscriber->socket->abort();
        retire(subscriber);
    }
}

void FeedHub::tick()
{
    const auto now = Clock::now();
    const bool isPing = now >= m_pingAt;
    for (auto& [name, feed] : m_feeds) {
        if (now - feed.sentAt >= m_options.feedAtLeastEvery) {
            send(name, feed);
        }
        if (isPing) {
            dropIf(feed, [&](Subscriber& subscriber) {
                if (subscriber.isClosing || subscriber.unansweredPings >= UnansweredPingsMax) {
                    return true;
                }
                ++subscriber.unansweredPings;
                subscriber.socket->ping();
                return false;
            });
        }
    }
    if (isPing) {
        m_pingAt = now + m_options.pingEvery;
        recheck();
    }
    std::erase_if(m_feeds, [](const auto& entry) { return entry.second.subscribers.empty(); });
}

void FeedHub::recheck()
{
    const Instant now = m_access.time().now;
    for (auto& [name, feed] : m_feeds) {
        dropIf(feed, [&](Subscriber& subscriber) {
            const Subscription& own = subscriber.subscription;
            if (!allows(own.right, actorOf(m_access.accounts(), own.credential, now))) {
                closeWith(subscriber, QWebSocketProtocol::CloseCodePolicyViolated, "signed out");
            }
            return false;
        });
    }
}

void FeedHub::closeWith(Subscriber& subscriber, CloseCode code, const char* why)
{
    if (!subscriber.isClosing) {
        subscriber.isClosing = true;
        subscriber.socket->close(code, QString::fromLatin1(why));
    }
}

/// Its socket may be at work on the stack: it goes when the event loop comes round.
void FeedHub::retire(Subscriber* subscriber)
{
    const auto feed = m_feeds.find(subscriber->subscription.feed);
    if (feed == m_feeds.end()) {
        return;
    }
    Subscribers& all = feed->second.subscribers;
    const auto found =
        std::ranges::find(all, subscriber, [](const auto& owner) { return owner.get(); });
    if (found == all.end()) {
        return;
    }
    if (m_retired.empty()) {
        QMetaObject::invokeMethod(
            this, [this] { m_retired.clear(); }, Qt::QueuedConnection);
    }
    m_retired.push_back(std::move(*found));
    all.erase(found);
    if (const auto device = subscriber->subscription.device) {
        m_devices.closeFeed(*device, m_access.time().now);
        devicesChanged();
    }
}

void FeedHub::close()
{
    m_tick.stop();
    m_send.stop();
    for (auto& [name, feed] : m_feeds) {
        dropIf(feed, [](Subscriber& subscriber) {
            subscriber.socket->close(QWebSocketProtocol::CloseCodeGoingAway);
            return true;
        });
    }
    m_feeds.clear();
    m_retired.clear();
}

int FeedHub::subscriberCount() const
{
    int count = 0;
    for (const auto& [name, feed] : m_feeds) {
        count += static_cast<int>(feed.subscribers.size());
    }
    return count;
}

} // namespace talon::api
