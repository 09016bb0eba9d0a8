#include "hw/serial/serial_printer.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace talon::hw {
namespace {

using namespace std::chrono_literals;

/// Nothing tells when a line has become empty or ready. At 115200 baud twelve bytes go meanwhile,
/// fewer than are kept ahead: looking does not slow the line.
constexpr auto LookEvery = 1ms;

/// At a printer that says "enough" by DTR, so much may still be under way when it does.
constexpr std::size_t BytesAheadOfDtr = 32;

constexpr std::size_t HeardBytesMax = 4096; ///< In one go; a printer has less to say.

} // namespace

SerialPrinter::SerialPrinter(std::string id, Descriptor line, const SerialSettings& settings)
    : m_id(std::move(id))
    , m_line(std::move(line))
    , m_settings(settings)
{}

/// The system would wait half a minute for a printer that takes nothing.
SerialPrinter::~SerialPrinter()
{
    takeBack();
}

Expected<Done, WriteError> SerialPrinter::write(BytesView bytes, std::chrono::milliseconds within)
{
    using Cause = WriteError::Cause;
    const Deadline deadline(within);
    const bool watchesDtr = m_settings.flow == SerialSettings::Flow::Dtr;
    std::size_t taken = 0;
    while (taken < bytes.size() || bytesOnTheWay() > 0) {
        const bool mayGo = taken < bytes.size() && mayWrite();
        const int seen =
            waitFor(m_line.number(), mayGo ? POLLOUT : 0,
                    mayGo ? deadline.left()
                          : std::min<std::chrono::milliseconds>(LookEvery, deadline.left()));
        if ((seen & (POLLERR | POLLHUP | POLLNVAL)) != 0) {
            return endedEarly(Cause::LinkLost, taken);
        }
        if ((seen & POLLOUT) != 0) {
            const BytesView rest = bytes.subspan(taken);
            const std::size_t share =
                watchesDtr ? std::min(rest.size(), BytesAheadOfDtr) : rest.size();
            const ssize_t count = ::write(m_line.number(), rest.data(), share);
            if (count > 0) {
                taken += static_cast<std::size_t>(count);
                continue; // what was taken in time is not late
            }
            if (count < 0 && errno != EAGAIN && errno != EINTR) {
                return endedEarly(Cause::LinkLost, taken);
            }
        }
        if (deadline.isOver()) {
            return endedEarly(Cause::TimedOut, taken);
        }
    }
    return Done{};
}

Expected<Bytes, IoError> SerialPrinter::read(std::chrono::milliseconds within)
{
    std::array<std::byte, 256> buffer{};
    Bytes bytes;
    const int seen = waitFor(m_line.number(), POLLIN, within);
    if (seen == 0) {
        return bytes;
    }
    while (bytes.size() < HeardBytesMax) {
        const ssize_t count = ::read(m_line.number(), buffer.data(), buffer.size());
        if (count > 0) {
            append(bytes, BytesView(buffer).first(static_cast<std::size_t>(count)));
        } else if (count < 0 && errno == EINTR) {
            continue;
        } else if (!bytes.empty() || (count < 0 && errno == EAGAIN && (seen & POLLHUP) == 0)) {
            return bytes; // a lost line is told next time
        } else {
            return Unexpected(IoError{m_id + ": the line was lost"});
        }
    }
    return bytes;
}

std::size_t SerialPrinter::bytesOnTheWay() const
{
    int bytes = 0;
    return ioctl(m_line.number(), TIOCOUTQ, &bytes) == 0 ? static_cast<std::size_t>(bytes) : 0;
}

bool SerialPrinter::mayWrite() const
{
    if (m_settings.flow != SerialSettings::Flow::Dtr) {
        return true;
    }
    int wires = 0;
    // A line without modem wires never says stop.
    const bool isReady = ioctl(m_line.number(), TIOCMGET, &wires) != 0 || (wires & TIOCM_DSR) != 0;
    return isReady && bytesOnTheWay() < BytesAheadOfDtr;
}

/// How much had not left the machine, and now never will.
std::size_t SerialPrinter::takeBack()
{
    const std::size_t bytes = bytesOnTheWay();
    if (bytes > 0) {
        tcflush(m_line.number(), TCOFLUSH);
    }
    return bytes;
}

Unexpected<WriteError> SerialPrinter::endedEarly(WriteError::Cause cause, std::size_t taken)
{
    const bool isLost = cause == WriteError::Cause::LinkLost;
    return Unexpected(WriteError{
        .cause = cause,
        .bytesSent = taken - std::min(taken, takeBack()),
        .what = m_id + (isLost ? ": the line was lost" : ": takes no more bytes"),
    });
}

Expected<std::unique_ptr<SerialPrinter>, IoError> openSerialPrinter(const std::string& address,
                                                                    const UriOptions& options)
{
    const std::string id = "serial:" + address;
    const SerialSettings settings = serialSettings(options);
    auto line = openSerialLine(address, settings, id);
    if (!line) {
        return Unexpected(line.error());
    }
    return std::make_unique<SerialPrinter>(id, *std::move(line), settings);
}

} // namespace talon::hw
