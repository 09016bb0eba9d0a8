#include "hw/scanner/serial_scanner.h"

#include <poll.h>
#include <termios.h>

#include <array>
#include <cerrno>
#include <utility>

namespace talon::hw {
namespace {

using namespace std::chrono_literals;

/// At 1200 baud a character takes 8 ms; no scanner rests so long within a code.
constexpr auto Pause = 100ms;

} // namespace

SerialScanner::SerialScanner(std::string id, Descriptor line)
    : AssembledScanner(Pause)
    , m_id(std::move(id))
    , m_line(std::move(line))
{}

Expected<Done, IoError> SerialScanner::hear(std::chrono::milliseconds within)
{
    const int seen = waitFor(m_line.number(), POLLIN, within);
    if (seen == 0) {
        return Done{};
    }
    std::array<unsigned char, 256> buffer{};
    const ssize_t count = ::read(m_line.number(), buffer.data(), buffer.size());
    const bool isForNow = count < 0 && (errno == EAGAIN || errno == EINTR);
    if (count == 0 || (count < 0 && !(isForNow && (seen & POLLHUP) == 0))) {
        return Unexpected(IoError{m_id + ": the line was lost"});
    }
    for (ssize_t i = 0; i < count; ++i) {
        take(buffer[static_cast<std::size_t>(i)]);
    }
    return Done{};
}

Expected<std::unique_ptr<SerialScanner>, IoError> openSerialScanner(const std::string& path,
                                                                    const UriOptions& options)
{
    const std::string id = "serial:" + path;
    auto line = openSerialLine(
        path, serialSettings(options, {.baud = 9600, .flow = SerialSettings::Flow::None}), id);
    if (!line) {
        return Unexpected(line.error());
    }
    tcflush(line->number(), TCIFLUSH); // scanned before anybody wanted to know
    return std::make_unique<SerialScanner>(id, *std::move(line));
}

} // namespace talon::hw
