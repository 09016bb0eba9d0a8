#include "tests/display/app/fake_feed.h"

#include "shared/base/ensure.h"
#include "shared/wire/feed_message.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace talon::test {

FakeFeed::FakeFeed()
    : m_server(u"fake"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
        QWebSocket* const feed = m_server.nextPendingConnection();
        feed->setParent(this);
        m_feeds.push_back(feed);
        connect(feed, &QWebSocket::disconnected, this, [this, feed] { std::erase(m_feeds, feed); });
        send(*feed);
    });
    comeBack();
}

FakeFeed::~FakeFeed()
{
    for (QWebSocket* const feed : m_feeds) {
        feed->disconnect(this);
    }
}

QUrl FakeFeed::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void FakeFeed::show(const wire::HallView& view)
{
    m_view = view;
    ++m_seq;
    for (QWebSocket* const feed : m_feeds) {
        send(*feed);
    }
}

void FakeFeed::drop()
{
    for (QWebSocket* const feed : std::exchange(m_feeds, {})) {
        feed->disconnect(this);
        feed->abort();
    }
}

void FakeFeed::goDown()
{
    m_server.close();
    drop();
}

void FakeFeed::comeBack()
{
    TALON_ENSURE(m_server.listen(QHostAddress::LocalHost, m_port));
    m_port = m_server.serverPort();
}

void FakeFeed::send(QWebSocket& feed)
{
    if (m_view) {
        const wire::FeedMessage message{
            .feed = "hall", .epoch = 1, .seq = m_seq, .view = wire::toJson(*m_view)};
        feed.sendTextMessage(
            QString::fromUtf8(QJsonDocument(wire::toJson(message)).toJson(QJsonDocument::Compact)));
    }
}

bool eventually(const std::function<bool()>& condition)
{
    QDeadlineTimer deadline(10'000);
    while (!condition()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

wire::HallView engelsHall()
{
    wire::HallView view;
    view.office = {.name = {{"ru", "Энгельсский ЦОК"}, {"en", "Engels Service Centre"}},
                   .qualityLine = "8 800 000-00-00",
                   .now = Instant(std::chrono::milliseconds(1795502520000)),
                   .utcOffsetMinutes = 240,
                   .open = true,
                   .opensAt = std::nullopt};
    const std::pair<Text, int> queues[] = {
        {{{"ru", "Передать показания счётчика"}, {"en", "Submit meter readings"}}, 4},
        {{{"ru", "Оплатить счёт в кассе"}, {"en", "Pay a bill at the cash desk"}}, 7},
        {{{"ru", "Заключить или изменить договор"}, {"en", "Make or change a supply contract"}}, 2},
        {{{"ru", "Начисления на общедомовые нужды"}, {"en", "Charges for common areas"}}, 1},
        {{{"ru", "Справка для субсидии"}, {"en", "Certificate for a subsidy"}}, 0},
    };
    for (std::int64_t i = 0; const auto& [name, waiting] : queues) {
        view.queues.push_back({.service = ServiceId{++i}, .name = name, .waiting = waiting});
    }
    for (std::int64_t id = 1; id <= 8; ++id) {
        view.windows.push_back({.id = WindowId{id},
                                .name = std::to_string(id),
                                .state = id == 4   ? WindowState::Paused
                                         : id == 8 ? WindowState::Closed
                                                   : WindowState::Open,
                                .number = std::nullopt,
                                .services = {ServiceId{id <= 3   ? 1
                                                       : id <= 6 ? 2
                                                                 : 3}}});
    }
    return view;
}

wire::HallCall callIn(const wire::HallView& view, std::int64_t id, const char* number)
{
    return {.id = id,
            .visit = VisitId{id},
            .service = ServiceId{1},
            .number = number,
            .window = std::to_string(id % 8 + 1),
            .state = VisitState::Called,
            .language = "ru",
            .times = 1,
            .at = view.office.now};
}

} // namespace talon::test
