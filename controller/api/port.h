#pragma once

#include "controller/api/limits.h"
#include "controller/api/office_access.h"
#include "controller/media/media_folder.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <QHostAddress>
#include <QObject>

#include <cstdint>
#include <memory>
#include <vector>

/// The office's one port: HTTP and WebSocket, for devices and pages. See docs/api.md.
///
///     bytes --http_parser--> request --dispatcher--> handler --OfficeAccess--> office
///     office --views--> feed_hub --> every screen
///
/// All of it is one thread, which never waits: answers come when the office has them.
namespace talon::api {

class Port : public QObject
{
    Q_OBJECT

public:
    /// The office must outlive the port, and so must the folder of its media, if it has one.
    explicit Port(OfficeAccess& access,
                  const PortOptions& options = {},
                  const media::MediaFolder* media = nullptr);
    ~Port() override;

    /// Returns the port number, which matters when 0 was asked for.
    Expected<quint16, IoError> listen(const QHostAddress& address, quint16 port);

    /// Ends all connections.
    void close();

    /// These events are durable and part of the office: the feeds show them.
    void onCommitted(std::int64_t firstSeq, const std::vector<talon::queue::Event>& events);

    /// Something else changed that is shown.
    void changed();

    int connectionCount() const;
    int subscriberCount() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace talon::api
