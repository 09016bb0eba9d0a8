#include "hw/escpos/decoder.h"

#include "hw/escpos/real_time.h"
#include "shared/base/ensure.h"

#include <algorithm>

namespace talon::hw::escpos {
namespace {

constexpr int LineRows = 30; ///< `ESC d` counts lines; 30 dots is the usual one.
constexpr int RasterBytesMax = 1 << 20;

/// How a command that begins with these bytes goes on. `size` 0: more bytes must tell.
struct Shape
{
    std::size_t size = 0;
    bool known = true;
};

int at(BytesView bytes, std::size_t i)
{
    return std::to_integer<int>(bytes[i]);
}

int wordAt(BytesView bytes, std::size_t i)
{
    return at(bytes, i) + 256 * at(bytes, i + 1);
}

/// Parameters that follow `DLE DC4 fn`; none for an unknown fn, so that it is not waited for.
std::size_t realTimeSize(std::byte second, int function)
{
    if (second != Dc4) {
        return 3;
    }
    switch (function) {
    case 1:
    case 2: return 5;
    case 3: return 8;
    case 7: return 4;
    case 8: return 10;
    default: return 3;
    }
}

Shape escShape(BytesView bytes)
{
    if (bytes.size() < 2) {
        return {};
    }
    switch (at(bytes, 1)) {
    case '@': return {.size = 2};
    case 'J':
    case 'd': return {.size = 3};
    default: return {.size = 2, .known = false};
    }
}

Shape rasterShape(BytesView bytes)
{
    if (bytes.size() < 8) {
        return {};
    }
    const long data = static_cast<long>(wordAt(bytes, 4)) * wordAt(bytes, 6);
    if (at(bytes, 2) != '0' || at(bytes, 3) != 0 || data > RasterBytesMax) {
        return {.size = 8, .known = false};
    }
    return {.size = 8 + static_cast<std::size_t>(data)};
}

Shape gsShape(BytesView bytes)
{
    if (bytes.size() < 2) {
        return {};
    }
    switch (at(bytes, 1)) {
    case 'v': return rasterShape(bytes);
    case 'a':
    case 'r': return {.size = 3};
    case 'V':
        if (bytes.size() < 3) {
            return {};
        }
        return {.size = at(bytes, 2) == 65 || at(bytes, 2) == 66 ? std::size_t{4} : 3};
    case '(':
        if (bytes.size() < 5) {
            return {};
        }
        return {.size = 5 + static_cast<std::size_t>(wordAt(bytes, 3))};
    default: return {.size = 2, .known = false};
    }
}

Shape dleShape(BytesView bytes)
{
    if (bytes.size() < 2) {
        return {};
    }
    if (!beginsRealTime(bytes[0], bytes[1])) {
        return {.size = 1, .known = false};
    }
    if (bytes.size() < 3) {
        return {};
    }
    return {.size = realTimeSize(bytes[1], at(bytes, 2))};
}

Shape shapeOf(BytesView bytes)
{
    switch (at(bytes, 0)) {
    case 0x1B: return escShape(bytes);
    case 0x1D: return gsShape(bytes);
    case 0x10: return dleShape(bytes);
    default: return {.size = 1, .known = false};
    }
}

Action gsAction(BytesView command)
{
    switch (at(command, 1)) {
    case 'v': {
        const BytesView picture = command.subspan(8);
        return PrintRows{.rows = {.widthDots = 8 * wordAt(command, 4),
                                  .heightRows = wordAt(command, 6),
                                  .bits = {picture.begin(), picture.end()}}};
    }
    case 'a': return WatchStatus{.on = at(command, 2) != 0};
    case 'r': return AskSensor{.n = at(command, 2)};
    case 'V': return Cut{};
    case '(':
        if (at(command, 2) == 'H' && command.size() == 11 && at(command, 5) == 48 &&
            at(command, 6) == 48) {
            AskProcessId ask;
            for (std::size_t i = 0; i < ask.id.size(); ++i) {
                ask.id[i] = std::to_integer<char>(command[7 + i]);
            }
            return ask;
        }
        return Strange{.bytes = {command.begin(), command.end()}};
    default: TALON_ENSURE(false);
    }
}

Action actionOf(BytesView command)
{
    if (at(command, 0) == 0x1D) {
        return gsAction(command);
    }
    switch (at(command, 1)) {
    case '@': return Initialise{};
    case 'J': return FeedRows{.rows = at(command, 2)};
    case 'd': return FeedRows{.rows = LineRows * at(command, 2)};
    default: TALON_ENSURE(false);
    }
}

Action realTimeAction(const Bytes& command)
{
    const int parameter = at(command, 2);
    if (command[1] == Eot && parameter >= 1 && parameter <= 4) {
        return AskStatus{.n = parameter};
    }
    if (command == clearBuffers()) {
        return ClearBuffers{};
    }
    return OtherRealTime{.bytes = command};
}

} // namespace

bool isRealTime(const Action& action)
{
    return std::holds_alternative<AskStatus>(action) ||
           std::holds_alternative<ClearBuffers>(action) ||
           std::holds_alternative<OtherRealTime>(action);
}

std::vector<Action> Decoder::take(BytesView bytes)
{
    std::vector<Action> actions;
    for (const std::byte byte : bytes) {
        m_unfinished.push_back(byte);
        watchForRealTime(byte, actions);
        while (takeCommand(actions)) {
        }
    }
    return actions;
}

void Decoder::watchForRealTime(std::byte byte, std::vector<Action>& actions)
{
    m_realTime.push_back(byte);
    if (m_realTime.size() == 1 && byte != Dle) {
        m_realTime.clear();
    } else if (m_realTime.size() == 2 && !beginsRealTime(m_realTime[0], m_realTime[1])) {
        m_realTime.assign(byte == Dle ? 1 : 0, Dle);
    } else if (m_realTime.size() >= 3 &&
               m_realTime.size() == realTimeSize(m_realTime[1], at(m_realTime, 2))) {
        const Action action = realTimeAction(m_realTime);
        m_realTime.clear();
        if (std::holds_alternative<ClearBuffers>(action)) {
            m_unfinished.clear();
        }
        actions.push_back(action);
    }
}

bool Decoder::takeCommand(std::vector<Action>& actions)
{
    if (m_unfinished.empty()) {
        return false;
    }
    const Shape shape = shapeOf(m_unfinished);
    if (shape.size == 0 || m_unfinished.size() < shape.size) {
        return false;
    }
    const BytesView command = BytesView(m_unfinished).first(shape.size);
    if (!shape.known) {
        actions.emplace_back(Strange{.bytes = {command.begin(), command.end()}});
    } else if (command.front() != Dle) { // those have been obeyed already
        actions.push_back(actionOf(command));
    }
    m_unfinished.erase(m_unfinished.begin(),
                       m_unfinished.begin() + static_cast<std::ptrdiff_t>(shape.size));
    return true;
}

} // namespace talon::hw::escpos
