#pragma once

#include "controller/api/actor.h"
#include "controller/api/connection_slots.h"
#include "controller/api/limits.h"
#include "controller/api/office_access.h"
#include "controller/api/routes.h"
#include "controller/api/views.h"
#include "controller/devices/registry.h"
#include "controller/media/media_folder.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>

#include <chrono>
#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace talon::api {

/// A feed that can be subscribed to.
struct FeedName
{
    FeedKind kind = FeedKind::Hall;
    WindowId window; ///< Of a window's feed.

    friend auto operator<=>(const FeedName&, const FeedName&) = default;
};

/// "hall", "windows/5".
std::string textOf(FeedName feed);

/// The office as it is to be shown now.
Scene sceneOf(const OfficeAccess& access);
/// The same, of an office that is not yet durable.
Scene sceneOf(const OfficeAccess& access, const queue::Office& office);

/// Somebody who has asked for a feed and may have it, as long as they may.
struct Subscription
{
    FeedName feed;
    Right right = Right::Staff;
    Credential credential;
    std::optional<DeviceId> device; ///< Whose it is, unless it is one of the staff.
};

/// Sends every subscriber the whole present view of its feed: when it comes, whenever the view
/// changed, and now and then. A call is sent at once; other changes are gathered for a moment.
/// A view is made once for all subscribers of a feed, and not at all when there are none.
class FeedHub : public QObject
{
    Q_OBJECT

public:
    FeedHub(OfficeAccess& access,
            const PortOptions& options,
            const media::MediaFolder* media = nullptr);
    ~FeedHub() override;

    /// `wire` is what the socket stands on.
    void add(const Subscription& subscription,
             std::unique_ptr<QWebSocket> socket,
             QTcpSocket& wire,
             ConnectionSlots::Slot slot);

    void onCommitted(const std::vector<queue::Event>& events);
    /// Something changed that nobody waits for.
    void changed();

    /// A device says how it is.
    void hear(DeviceId device, const DeviceStatus& status);

    /// Ends the subscriptions of those who have signed out, run out or been shut out.
    void recheck();

    void close();
    int subscriberCount() const;

private:
    using Clock = std::chrono::steady_clock;

    struct Subscriber
    {
        Subscription subscription;
        ConnectionSlots::Slot slot;
        std::unique_ptr<QWebSocket> socket;
        QPointer<QTcpSocket> wire; ///< Under the socket.
        int unansweredPings = 0;
        bool isClosing = false;
    };
    using Subscribers = std::vector<std::unique_ptr<Subscriber>>;

    struct Feed
    {
        Subscribers subscribers;
        bool isChanged = false;
        Clock::time_point due;    ///< When the change is to be sent.
        Clock::time_point sentAt; ///< Latest.
        Clock::time_point madeAt;
        Clock::duration cost{}; ///< Of making and sending the latest.
        std::int64_t seq = -1;  ///< That the frame shows.
        QByteArray frame;       ///< Latest message, framed; empty when the view cannot be made.
    };

    void mark(Feed& feed, bool isUrgent);
    void devicesChanged();
    void sendDue();
    void schedule();
    void refresh(FeedName name, Feed& feed);
    void send(FeedName name, Feed& feed);
    bool deliver(Subscriber& subscriber, const QByteArray& frame);
    void tick();
    void closeWith(Subscriber& subscriber, QWebSocketProtocol::CloseCode code, const char* why);
    void retire(Subscriber* subscriber);
    template <class Condition>
    void dropIf(Feed& feed, Condition isDone);

    OfficeAccess& m_access;
    const PortOptions m_options;
    const media::MediaFolder* m_media;
    devices::Registry m_devices;
    std::map<FeedName, Feed> m_feeds; ///< Only those with subscribers.
    Subscribers m_retired;            ///< Deleted by the event loop.
    QTimer m_send;
    QTimer m_tick;
    Clock::time_point m_pingAt;
};

} // namespace talon::api
