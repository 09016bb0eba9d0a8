#pragma once

#include "shared/wire/hall_view.h"

#include <QObject>
#include <QUrl>
#include <QWebSocketServer>

#include <functional>
#include <optional>
#include <vector>

namespace talon::test {

/// A controller that has nothing but the feed "hall": shows it whatever a test wants.
class FakeFeed : public QObject
{
    Q_OBJECT

public:
    FakeFeed();
    ~FakeFeed() override;

    QUrl url() const;
    std::size_t listeners() const { return m_feeds.size(); }

    void show(const wire::HallView& view);
    void drop();     ///< Breaks every connection; new ones are taken.
    void goDown();   ///< Breaks them, and takes none.
    void comeBack(); ///< At the same address.

private:
    void send(QWebSocket& feed);

    QWebSocketServer m_server;
    std::vector<QWebSocket*> m_feeds;
    std::optional<wire::HallView> m_view;
    quint16 m_port = 0;
    std::int64_t m_seq = 0;
};

/// Runs the event loop until the condition holds; false when ten seconds were not enough.
bool eventually(const std::function<bool()>& condition);

/// An office at 10:42 on Tuesday, 24 November 2026, as packaging/offices/engels.json has it.
wire::HallView engelsHall();

/// A call of the visitor with this number, made at the moment that the view shows.
wire::HallCall callIn(const wire::HallView& view, std::int64_t id, const char* number);

} // namespace talon::test
