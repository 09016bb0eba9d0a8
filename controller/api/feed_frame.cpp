#include "controller/api/feed_frame.h"

#include <QSslSocket>

#include <sys/socket.h>

#include <algorithm>
#include <cstdint>

namespace talon::api {

QByteArray textFrame(const QByteArray& message)
{
    constexpr char LastOfText = '\x81';
    constexpr char In2Bytes = 126;
    constexpr char In8Bytes = 127;
    constexpr int HeadBytesMost = 10;
    const auto size = static_cast<std::uint64_t>(message.size());
    const int sizeBytes = size < In2Bytes ? 0 : size <= 0xFFFF ? 2 : 8;

    QByteArray frame;
    frame.reserve(HeadBytesMost + message.size());
    frame.append(LastOfText);
    frame.append(sizeBytes == 0 ? static_cast<char>(size) : sizeBytes == 2 ? In2Bytes : In8Bytes);
    for (int byte = sizeBytes - 1; byte >= 0; --byte) {
        frame.append(static_cast<char>((size >> (8 * byte)) & 0xFF));
    }
    return frame.append(message);
}

void sendFrame(QTcpSocket& wire, const QByteArray& frame)
{
    // Behind what Qt still holds, or through encryption, there is no way past it.
    const bool isDirect = wire.bytesToWrite() == 0 && qobject_cast<QSslSocket*>(&wire) == nullptr;
    // An error is Qt's to find as well, when it tries to write the rest.
    const auto sent = std::max<qint64>(
        0, isDirect ? ::send(static_cast<int>(wire.socketDescriptor()), frame.constData(),
                             static_cast<std::size_t>(frame.size()), MSG_NOSIGNAL | MSG_DONTWAIT)
                    : 0);
    if (sent < frame.size()) {
        wire.write(sent == 0 ? frame : frame.mid(sent));
        wire.flush();
    }
}

} // namespace talon::api
