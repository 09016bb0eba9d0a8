#pragma once

#include "controller/api/connection_slots.h"
#include "controller/api/http_handler.h"
#include "controller/api/http_parser.h"
#include "controller/api/limits.h"

#include <QObject>
#include <QTcpSocket>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace talon::api {

/// One client's connection: reads a request, waits for its answer, writes it, reads the next.
/// Requests that come before their turn stay unread, so answers keep their order and a flood
/// stays in the sender's own memory.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    using Moment = std::chrono::steady_clock::time_point;

    HttpConnection(std::unique_ptr<QTcpSocket> socket,
                   ConnectionSlots::Slot slot,
                   HttpHandler& handler,
                   const PortOptions& options);
    ~HttpConnection() override;

    /// To be called now and then: ends what takes too long.
    void watch(Moment now);

Q_SIGNALS:
    /// Nothing will come of it any more. May be emitted while it is at work: delete it later.
    void ended();

private:
    enum class Phase {
        Head,     ///< Waits for a request, or has a part of its head.
        Body,     ///< Has the head.
        Answer,   ///< Has it all; the office is at work.
        Stream,   ///< The answer's body is read as the client takes it.
        Farewell, ///< The last answer is on its way; what still comes is not read.
        Ended,
    };

    void proceed();
    bool step();
    bool readHead();
    bool readBody();
    void begin();
    void upgrade();
    void answer(std::uint64_t serial, const HttpAnswer& answer);
    void refuse(const HttpAnswer& answer);
    void write(const HttpAnswer& answer);
    void stream();
    void goOn();
    void discardInput();
    void onBytesWritten();
    void end();

    std::unique_ptr<QTcpSocket> m_socket;
    std::optional<ConnectionSlots::Slot> m_slot;
    HttpHandler& m_handler;
    const PortOptions& m_options;
    Phase m_phase = Phase::Head;
    HttpRequest m_request;
    std::optional<StreamedBody> m_stream; ///< What is left of it.
    std::uint64_t m_serial = 0;           ///< Of the request: its answer may come after its time.
    bool m_isLast = false;                ///< Its answer ends the connection.
    bool m_isBodyWanted = true;           ///< Not for HEAD.
    bool m_isProceeding = false;          ///< Answers may come from within.
    bool m_hasBegunHead = false;          ///< Some of it is there.
    Moment m_deadline;                    ///< Of the phase.
    Moment m_takenBy; ///< Deadline for the client to take some of what was written.
};

} // namespace talon::api
