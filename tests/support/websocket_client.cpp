#include "tests/support/websocket_client.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>

namespace talon::test {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr unsigned OpText = 1;
constexpr unsigned OpClose = 8;
constexpr unsigned OpPing = 9;
constexpr unsigned OpPong = 10;

unsigned byteAt(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

/// What a client sends must be masked; a mask of zeros is one.
std::string pongFor(std::string_view payload)
{
    std::string frame;
    frame += static_cast<char>(0x80U | OpPong);
    frame += static_cast<char>(0x80U | payload.size());
    frame.append(4, '\0');
    return frame.append(payload);
}

} // namespace

std::optional<FrameReader::Message> FrameReader::next()
{
    while (m_buffer.size() >= 2) {
        const unsigned op = byteAt(m_buffer, 0) & 0x0FU;
        const bool last = (byteAt(m_buffer, 0) & 0x80U) != 0;
        std::size_t length = byteAt(m_buffer, 1) & 0x7FU;
        std::size_t start = 2;
        if (length >= 126) {
            const std::size_t lengthBytes = length == 126 ? 2 : 8;
            if (m_buffer.size() < start + lengthBytes) {
                return std::nullopt;
            }
            length = 0;
            for (std::size_t i = 0; i < lengthBytes; ++i) {
                length = (length << 8U) | byteAt(m_buffer, start + i);
            }
            start += lengthBytes;
        }
        if (m_buffer.size() < start + length) {
            return std::nullopt;
        }
        std::string payload = m_buffer.substr(start, length);
        m_buffer.erase(0, start + length);
        if (op >= OpClose) {
            const Kind kind = op == OpPing ? Kind::Ping : op == OpPong ? Kind::Pong : Kind::Close;
            return Message{.kind = kind, .payload = std::move(payload)};
        }
        m_parts += payload;
        if (last) {
            return Message{.kind = Kind::Text, .payload = std::exchange(m_parts, {})};
        }
    }
    return std::nullopt;
}

std::optional<WebSocketClient>
WebSocketClient::open(std::uint16_t port,
                      const std::string& path,
                      const std::vector<std::pair<std::string, std::string>>& headers,
                      HttpReply* refusal)
{
    WebSocketClient client(connectTo(port));
    HttpRequest request{.method = "GET", .path = path, .headers = headers, .body = {}};
    request.headers.insert(request.headers.end(),
                           {{"Upgrade", "websocket"},
                            {"Connection", "Upgrade"},
                            {"Sec-WebSocket-Version", "13"},
                            {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}});
    if (client.fd() < 0 || !sendAll(client.m_socket, bytesOf(request))) {
        return std::nullopt;
    }
    HttpReplyReader replies;
    std::array<char, 16384> piece{};
    while (true) {
        pollfd wait{.fd = client.fd(), .events = POLLIN, .revents = 0};
        if (::poll(&wait, 1, 10'000) <= 0) {
            return std::nullopt;
        }
        const ssize_t count = ::recv(client.fd(), piece.data(), piece.size(), 0);
        if (count <= 0) {
            return std::nullopt;
        }
        replies.add(std::string_view(piece.data(), static_cast<std::size_t>(count)));
        const auto reply = replies.next();
        if (!reply) {
            continue;
        }
        if (reply->status != 101) {
            if (refusal != nullptr) {
                *refusal = *reply;
            }
            return std::nullopt;
        }
        client.m_reader.add(replies.takeRest());
        return client;
    }
}

bool WebSocketClient::readSome()
{
    std::array<char, 65536> piece{};
    while (true) {
        const ssize_t count = ::recv(fd(), piece.data(), piece.size(), MSG_DONTWAIT);
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            return true;
        }
        if (count <= 0) {
            return false;
        }
        m_reader.add(std::string_view(piece.data(), static_cast<std::size_t>(count)));
        if (static_cast<std::size_t>(count) < piece.size()) {
            return true;
        }
    }
}

std::optional<std::string> WebSocketClient::next()
{
    while (auto message = m_reader.next()) {
        if (message->kind == FrameReader::Kind::Text) {
            return std::move(message->payload);
        }
        if (message->kind == FrameReader::Kind::Ping) {
            sendAll(m_socket, pongFor(message->payload));
        }
    }
    return std::nullopt;
}

std::optional<std::string> WebSocketClient::waitForNext(milliseconds patience)
{
    const auto until = steady_clock::now() + patience;
    while (true) {
        if (auto text = next()) {
            return text;
        }
        const auto left = std::chrono::ceil<milliseconds>(until - steady_clock::now());
        pollfd wait{.fd = fd(), .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || ::poll(&wait, 1, static_cast<int>(left.count())) <= 0 ||
            !readSome()) {
            return next();
        }
    }
}

} // namespace talon::test
