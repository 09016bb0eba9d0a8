#include "hw/escpos/replies.h"

#include <algorithm>

namespace talon::hw::escpos {
namespace {

constexpr std::size_t BlockBytesMax = 128;

bool isEot(std::byte byte)
{
    return (byte & std::byte{0x93}) == std::byte{0x12};
}

bool beginsAsb(std::byte byte)
{
    return (byte & std::byte{0x93}) == std::byte{0x10};
}

bool continuesAsb(std::byte byte)
{
    return (byte & std::byte{0x90}) == std::byte{0};
}

BlockReply blockOf(BytesView bytes)
{
    BlockReply reply;
    if (bytes.size() > 2) {
        reply.kind = bytes[1];
        for (const std::byte byte : bytes.subspan(2, bytes.size() - 3)) {
            reply.text += std::to_integer<char>(byte);
        }
    }
    return reply;
}

} // namespace

std::vector<Reply> ReplyParser::take(BytesView bytes)
{
    std::vector<Reply> replies;
    for (const std::byte byte : bytes) {
        takeOne(byte, replies);
    }
    return replies;
}

void ReplyParser::takeOne(std::byte byte, std::vector<Reply>& replies)
{
    if (!m_unfinished.empty() && m_unfinished.front() == BlockHead) {
        m_unfinished.push_back(byte);
        if (byte == std::byte{0}) {
            replies.emplace_back(blockOf(m_unfinished));
            m_unfinished.clear();
        } else if (m_unfinished.size() == BlockBytesMax) {
            m_unfinished.clear(); // its end was lost
        }
        return;
    }
    if (!m_unfinished.empty()) {
        if (continuesAsb(byte)) {
            m_unfinished.push_back(byte);
            if (m_unfinished.size() == 4) {
                AsbReply reply;
                std::ranges::copy(m_unfinished, reply.bytes.begin());
                replies.emplace_back(reply);
                m_unfinished.clear();
            }
            return;
        }
        m_unfinished.clear(); // the rest of that report was lost; this byte begins something new
    }
    if (byte == BlockHead || beginsAsb(byte)) {
        m_unfinished.push_back(byte);
    } else if (isEot(byte)) {
        replies.emplace_back(EotReply{byte});
    } else if (continuesAsb(byte)) {
        replies.emplace_back(SensorReply{byte});
    }
}

} // namespace talon::hw::escpos
