#include "hw/virtual/printer_server.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace talon::hw {
namespace {

using namespace std::chrono_literals;

constexpr auto LookEvery = 10ms; ///< Faults change and answers ripen without a sound.
constexpr std::size_t HeardBytesMax = 1024;
constexpr std::size_t ToSayBytesMax = 4096;

bool isForNow(int error)
{
    return error == EAGAIN || error == EINTR;
}

} // namespace

PrinterServer::PrinterServer(std::string folder, std::unique_ptr<Door> door)
    : m_folder(std::move(folder))
    , m_door(std::move(door))
{}

Expected<Done, IoError> PrinterServer::open()
{
    auto printer = openVirtualPrinter(m_folder);
    if (!printer) {
        return Unexpected(printer.error());
    }
    if (const auto opened = m_door->open(); !opened) {
        return Unexpected(opened.error());
    }
    m_printer = *std::move(printer);
    return Done{};
}

Expected<Done, IoError> PrinterServer::turn(std::chrono::milliseconds within)
{
    if (!m_printer) {
        auto printer = openVirtualPrinter(m_folder);
        if (!printer) {
            waitFor(-1, 0, std::min<std::chrono::milliseconds>(within, LookEvery));
            return Done{}; // still gone
        }
        if (const auto opened = m_door->open(); !opened) {
            return Unexpected(opened.error());
        }
        m_printer = *std::move(printer);
    }
    const Deadline deadline(within);
    do {
        const auto share = std::min<std::chrono::milliseconds>(LookEvery, deadline.left());
        if (!m_guest.isOpen()) {
            m_guest = m_door->guest(share);
        }
        if (!exchange(m_guest.isOpen() ? share : 0ms)) {
            switchOff();
            return Done{};
        }
    } while (!deadline.isOver());
    return Done{};
}

void PrinterServer::switchOff()
{
    m_guest.reset();
    m_door->close();
    m_printer.reset();
    m_heard.clear();
    m_toSay.clear();
}

/// False when the printer is gone.
bool PrinterServer::exchange(std::chrono::milliseconds within)
{
    if (m_guest.isOpen()) {
        const int wanted =
            (m_heard.size() < HeardBytesMax ? POLLIN : 0) | (m_toSay.empty() ? 0 : POLLOUT);
        const int seen = waitFor(m_guest.number(), wanted, within);
        if (!hear() || (seen & (POLLERR | POLLHUP)) != 0) {
            m_guest.reset(); // what it has sent is printed all the same
        }
    }
    if (!print()) {
        return false;
    }
    if (m_guest.isOpen() && !say()) {
        m_guest.reset();
    }
    if (!m_guest.isOpen()) {
        m_toSay.clear();
    }
    return true;
}

/// False when the guest has left.
bool PrinterServer::hear()
{
    std::array<std::byte, HeardBytesMax> buffer{};
    while (m_heard.size() < HeardBytesMax) {
        const ssize_t count = ::read(m_guest.number(), buffer.data(), buffer.size());
        if (count <= 0) {
            return count < 0 && isForNow(errno);
        }
        append(m_heard, BytesView(buffer).first(static_cast<std::size_t>(count)));
    }
    return true;
}

/// False when the printer is gone.
bool PrinterServer::print()
{
    const auto taken = m_printer->write(m_heard, 0ms);
    if (taken) {
        m_heard.clear();
    } else if (taken.error().cause == WriteError::Cause::LinkLost) {
        return false;
    } else {
        m_heard.erase(m_heard.begin(),
                      m_heard.begin() + static_cast<std::ptrdiff_t>(taken.error().bytesSent));
    }
    const auto said = m_printer->read(0ms);
    if (!said) {
        return false;
    }
    if (m_guest.isOpen() && m_toSay.size() + said->size() <= ToSayBytesMax) {
        append(m_toSay, *said);
    }
    return true;
}

bool PrinterServer::say()
{
    while (!m_toSay.empty()) {
        // A line is no socket, and knows no MSG_NOSIGNAL; the program ignores SIGPIPE.
        const ssize_t count = ::write(m_guest.number(), m_toSay.data(), m_toSay.size());
        if (count <= 0) {
            return count < 0 && isForNow(errno);
        }
        m_toSay.erase(m_toSay.begin(), m_toSay.begin() + count);
    }
    return true;
}

} // namespace talon::hw
