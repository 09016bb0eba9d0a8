#pragma once

#include "tests/controller/api/port_bench.h"
#include "tests/support/catch.h"
#include "tests/support/websocket_client.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <optional>
#include <string>

namespace talon::test {

/// A feed as a client has it.
class Watcher
{
public:
    using Kind = FrameReader::Kind;

    Watcher(const PortBench& bench,
            const std::string& feed,
            const std::string& who,
            int receiveBytes = 0)
        : m_line(bench, receiveBytes)
    {
        REQUIRE(m_line.send("GET /api/feeds/" + feed + " HTTP/1.1\r\nHost: office\r\n" + who +
                            "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                            "Sec-WebSocket-Version: 13\r\n"
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        const auto reply = m_line.reply();
        REQUIRE(reply);
        REQUIRE(reply->status == 101);
        CHECK(reply->header("Sec-WebSocket-Accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        m_frames.add(m_line.rest());
    }

    std::optional<FrameReader::Message>
    next(std::chrono::milliseconds patience = std::chrono::seconds{10})
    {
        std::optional<FrameReader::Message> got;
        waitUntil(
            [&] {
                const bool isOpen = m_line.readSome();
                m_frames.add(m_line.rest());
                got = m_frames.next();
                return got.has_value() || !isOpen;
            },
            patience);
        return got;
    }

    /// The next view, whatever pings come before it.
    QJsonObject view(std::chrono::milliseconds patience = std::chrono::seconds{10})
    {
        auto message = next(patience);
        while (message && message->kind == Kind::Ping) {
            message = next(patience);
        }
        if (!message || message->kind != Kind::Text) {
            return {};
        }
        return QJsonDocument::fromJson(QByteArray::fromStdString(message->payload)).object();
    }

    /// The code that the port closes the feed with; 0 when it does not.
    int closeCode()
    {
        auto message = next();
        while (message && message->kind != Kind::Close) {
            message = next();
        }
        if (!message || message->payload.size() < 2) {
            return 0;
        }
        return static_cast<unsigned char>(message->payload[0]) * 256 +
               static_cast<unsigned char>(message->payload[1]);
    }

    /// A frame as a client sends it, masked with zeros.
    void send(unsigned char opcode, const std::string& payload)
    {
        std::string frame{static_cast<char>(0x80U | opcode)};
        if (payload.size() < 126) {
            frame += static_cast<char>(0x80U | payload.size());
        } else {
            frame += static_cast<char>(0xFEU);
            frame += static_cast<char>(payload.size() >> 8U);
            frame += static_cast<char>(payload.size() & 0xFFU);
        }
        m_line.send(frame + std::string(4, '\0') + payload);
    }

    Line& line() { return m_line; }

private:
    Line m_line;
    FrameReader m_frames;
};

} // namespace talon::test
