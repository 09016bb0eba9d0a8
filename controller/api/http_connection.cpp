#include "controller/api/http_connection.h"

#include <QPointer>

#include <sys/socket.h>

#include <array>

namespace talon::api {

namespace {

using std::chrono::steady_clock;

/// Input on its way to a place of its own; one thread, so one is enough.
std::array<char, ReadAheadBytes>& scratch()
{
    static std::array<char, ReadAheadBytes> bytes;
    return bytes;
}

void append(QByteArray& bytes, std::string_view text)
{
    bytes.append(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray bytesOf(const HttpAnswer& answer, bool isLast, bool withBody)
{
    constexpr qsizetype HeadBytes = 256;
    QByteArray bytes;
    bytes.reserve(HeadBytes + answer.headers.size() + answer.body.size());
    append(bytes, "HTTP/1.1 ");
    append(bytes, reasonOf(answer.status));
    if (answer.status != 304) {
        append(bytes, "\r\nContent-Type: ");
        append(bytes, answer.type);
        append(bytes, "\r\nContent-Length: ");
        bytes.append(QByteArray::number(answer.stream
                                            ? static_cast<qulonglong>(answer.stream->bytes)
                                            : static_cast<qulonglong>(answer.body.size())));
    }
    append(bytes, "\r\nX-Content-Type-Options: nosniff\r\n");
    if (!answer.headers.contains("Cache-Control")) {
        append(bytes, "Cache-Control: no-store\r\n");
    }
    bytes.append(answer.headers);
    append(bytes, isLast ? "Connection: close\r\n\r\n" : "\r\n");
    if (withBody && answer.status != 304) {
        bytes.append(answer.body);
    }
    return bytes;
}

} // namespace

HttpConnection::HttpConnection(std::unique_ptr<QTcpSocket> socket,
                               ConnectionSlots::Slot slot,
                               HttpHandler& handler,
                               const PortOptions& options)
    : m_socket(std::move(socket))
    , m_slot(std::move(slot))
    , m_handler(handler)
    , m_options(options)
    , m_deadline(steady_clock::now() + options.headWithin)
{
    m_socket->setParent(nullptr);
    m_socket->setReadBufferSize(ReadAheadBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &HttpConnection::proceed);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &HttpConnection::onBytesWritten);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &HttpConnection::end);
    // It may have been left before we came to it.
    if (m_socket->state() != QAbstractSocket::ConnectedState) {
        QMetaObject::invokeMethod(this, &HttpConnection::end, Qt::QueuedConnection);
    }
}

HttpConnection::~HttpConnection()
{
    if (m_socket) {
        m_socket->disconnect(this);
    }
}

void HttpConnection::watch(Moment now)
{
    if (m_phase == Phase::Ended) {
        return;
    }
    if (m_socket->bytesToWrite() > 0 && now > m_takenBy) {
        m_socket->abort();
        return;
    }
    if (now <= m_deadline) {
        return;
    }
    switch (m_phase) {
    case Phase::Head:
        if (m_hasBegunHead) {
            refuse(fault(408, "the head did not come in time"));
        } else {
            m_socket->abort();
        }
        return;
    case Phase::Body: refuse(fault(408, "the body did not come in time")); return;
    case Phase::Farewell: m_socket->abort(); return;
    case Phase::Answer:
    case Phase::Stream: // Watched by what is taken of it.
    case Phase::Ended: return;
    }
}

void HttpConnection::proceed()
{
    if (m_isProceeding) {
        return;
    }
    m_isProceeding = true;
    while (step()) {
    }
    m_isProceeding = false;
}

/// Whether there may be more to do at once.
bool HttpConnection::step()
{
    switch (m_phase) {
    case Phase::Head: return readHead();
    case Phase::Body: return readBody();
    case Phase::Farewell: discardInput(); return false;
    case Phase::Answer:
    case Phase::Stream:
    case Phase::Ended: return false;
    }
    return false;
}

bool HttpConnection::readHead()
{
    if (m_socket->bytesToWrite() > static_cast<qint64>(AnswersWaitingBytesMax)) {
        return false;
    }
    const qint64 count = m_socket->peek(scratch().data(), HeadBytesMax);
    if (count <= 0) {
        return false;
    }
    auto head = parseHead({scratch().data(), static_cast<std::size_t>(count)});
    if (!head) {
        refuse(fault(head.error().status, head.error().what));
        return false;
    }
    if (!*head) {
        if (!std::exchange(m_hasBegunHead, true)) {
            m_deadline = steady_clock::now() + m_options.headWithin;
        }
        return false;
    }
    m_request = std::move((*head)->request);
    m_request.address = m_slot->address();
    if (m_request.isUpgrade) {
        upgrade();
        return false;
    }
    m_socket->read(scratch().data(), static_cast<qint64>((*head)->bytes));
    begin();
    return true;
}

/// The head has come and is not an upgrade.
void HttpConnection::begin()
{
    m_hasBegunHead = false;
    if (m_request.contentLength > m_handler.bodyBytesMax(m_request)) {
        refuse(fault(413, "the body is too long"));
        return;
    }
    m_phase = Phase::Body;
    if (m_request.contentLength == 0) {
        return;
    }
    m_deadline = steady_clock::now() + m_options.bodyWithin;
    if (m_request.expectsContinue && m_socket->bytesAvailable() == 0) {
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        m_takenBy = steady_clock::now() + m_options.takenWithin;
    }
}

bool HttpConnection::readBody()
{
    std::string& body = m_request.body;
    while (body.size() < m_request.contentLength) {
        const auto wanted = static_cast<qint64>(m_request.contentLength - body.size());
        const qint64 count = m_socket->read(
            scratch().data(), std::min(wanted, static_cast<qint64>(scratch().size())));
        if (count <= 0) {
            return false;
        }
        body.append(scratch().data(), static_cast<std::size_t>(count));
    }
    m_phase = Phase::Answer;
    ++m_serial;
    m_isLast = !m_request.keepsAlive;
    m_isBodyWanted = m_request.method != Method::Head;
    // The answer may come from within, and the next request after it.
    const HttpRequest request = std::exchange(m_request, {});
    m_handler.handle(request, [self = QPointer<HttpConnection>(this),
                               serial = m_serial](const HttpAnswer& given) {
        if (self) {
            self->answer(serial, given);
        }
    });
    return true;
}

void HttpConnection::upgrade()
{
    if (m_request.contentLength > 0) {
        refuse(fault(400, "an upgrade has no body"));
        return;
    }
    if (const auto refusal = m_handler.refuseUpgrade(m_request)) {
        refuse(*refusal);
        return;
    }
    m_phase = Phase::Ended;
    m_socket->disconnect(this);
    m_handler.upgrade(m_request, std::move(m_socket), *std::move(m_slot));
    Q_EMIT ended();
}

void HttpConnection::answer(std::uint64_t serial, const HttpAnswer& given)
{
    if (m_phase != Phase::Answer || serial != m_serial) {
        return;
    }
    write(given);
    proceed();
}

/// Answers what cannot be read on from; the connection ends.
void HttpConnection::refuse(const HttpAnswer& given)
{
    m_isLast = true;
    m_isBodyWanted = true;
    write(given);
}

void HttpConnection::write(const HttpAnswer& given)
{
    m_request = {};
    m_takenBy = steady_clock::now() + m_options.takenWithin;
    m_socket->write(bytesOf(given, m_isLast, m_isBodyWanted));
    if (given.stream && m_isBodyWanted && given.stream->bytes > 0) {
        m_phase = Phase::Stream;
        m_stream = given.stream;
        stream();
        return;
    }
    goOn();
    m_socket->flush();
}

/// Keeps a few pieces on their way; called again whenever some were taken. The event loop sends
/// them: a flush from within would do so without saying that they are taken.
void HttpConnection::stream()
{
    while (m_stream->bytes > 0 &&
           m_socket->bytesToWrite() < static_cast<qint64>(StreamAheadBytes)) {
        const auto wanted =
            static_cast<std::size_t>(std::min<std::uint64_t>(m_stream->bytes, scratch().size()));
        const std::size_t count = m_stream->read(std::span(scratch()).first(wanted));
        if (count == 0 || count > wanted) {
            // It was promised in the head: only the end of the line can take that back.
            m_stream.reset();
            m_socket->abort();
            return;
        }
        m_stream->bytes -= count;
        m_socket->write(scratch().data(), static_cast<qint64>(count));
    }
    if (m_stream->bytes == 0) {
        m_stream.reset();
        goOn();
    }
}

/// The whole answer is on its way.
void HttpConnection::goOn()
{
    m_phase = m_isLast ? Phase::Farewell : Phase::Head;
    m_deadline = steady_clock::now() + (m_isLast ? m_options.takenWithin : m_options.idleWithin);
}

void HttpConnection::discardInput()
{
    while (m_socket->read(scratch().data(), static_cast<qint64>(scratch().size())) > 0) {
    }
}

void HttpConnection::onBytesWritten()
{
    m_takenBy = steady_clock::now() + m_options.takenWithin;
    if (m_phase == Phase::Stream) {
        stream();
        if (m_phase == Phase::Head) {
            proceed();
        }
        return;
    }
    if (m_socket->bytesToWrite() > 0) {
        return;
    }
    if (m_phase == Phase::Farewell) {
        // Half a goodbye: closing at once over unread input would destroy the answer on its way.
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
        m_deadline = std::min(m_deadline, steady_clock::now() + m_options.farewellWithin);
        discardInput();
        return;
    }
    proceed();
}

void HttpConnection::end()
{
    if (m_phase != Phase::Ended) {
        m_phase = Phase::Ended;
        Q_EMIT ended();
    }
}

} // namespace talon::api
