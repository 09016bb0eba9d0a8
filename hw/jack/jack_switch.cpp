#include "hw/jack/jack_switch.h"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace talon::hw {

namespace {

constexpr std::size_t EventBytes = sizeof(input_event);
constexpr std::size_t EventsAtOnce = 64;

using Bits = std::array<unsigned char, SW_MAX / 8 + 1>;

bool hasHeadphones(const Bits& bits)
{
    return (bits[SW_HEADPHONE_INSERT / 8] & (1U << (SW_HEADPHONE_INSERT % 8))) != 0;
}

IoError errorOf(const std::string& path, const char* what)
{
    return IoError{.what = "jack:" + path + ": " + what + ": " +
                           std::generic_category().message(errno)};
}

std::optional<bool> stateOf(int descriptor)
{
    Bits bits{};
    if (ioctl(descriptor, EVIOCGSW(bits.size()), bits.data()) < 0) {
        return std::nullopt;
    }
    return hasHeadphones(bits);
}

} // namespace

JackSwitch::JackSwitch(std::string path, int descriptor, bool isPlugged)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
    , m_isPlugged(isPlugged)
{}

JackSwitch::JackSwitch(JackSwitch&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_isPlugged(other.m_isPlugged)
    , m_begun(std::move(other.m_begun))
{}

JackSwitch& JackSwitch::operator=(JackSwitch&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_isPlugged, other.m_isPlugged);
    std::swap(m_begun, other.m_begun);
    return *this;
}

JackSwitch::~JackSwitch()
{
    if (m_descriptor >= 0) {
        close(m_descriptor);
    }
}

Expected<JackSwitch, IoError> JackSwitch::open(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        return Unexpected(errorOf(path, "cannot be opened"));
    }
    JackSwitch jack(path, descriptor, false);
    Bits bits{};
    if (ioctl(descriptor, EVIOCGBIT(EV_SW, bits.size()), bits.data()) < 0) {
        return Unexpected(errorOf(path, "is no input device"));
    }
    if (!hasHeadphones(bits)) {
        return Unexpected(IoError{.what = "jack:" + path + ": has no headphone switch"});
    }
    const auto state = stateOf(descriptor);
    if (!state) {
        return Unexpected(errorOf(path, "does not say its state"));
    }
    jack.m_isPlugged = *state;
    return jack;
}

Expected<bool, IoError> JackSwitch::read()
{
    while (true) {
        std::array<std::byte, EventBytes * EventsAtOnce> buffer{};
        const ssize_t count = ::read(m_descriptor, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            return m_isPlugged;
        }
        if (count <= 0) {
            return Unexpected(count < 0 ? errorOf(m_path, "read")
                                        : IoError{.what = "jack:" + m_path + ": is gone"});
        }
        append(m_begun, BytesView(buffer).first(static_cast<std::size_t>(count)));
        const std::size_t whole = m_begun.size() / EventBytes * EventBytes;
        const JackNews news = jackNews(BytesView(m_begun).first(whole));
        m_begun.erase(m_begun.begin(), m_begun.begin() + static_cast<std::ptrdiff_t>(whole));
        m_isPlugged = news.isPlugged.value_or(m_isPlugged);
        if (news.isIncomplete) {
            m_isPlugged = stateOf(m_descriptor).value_or(m_isPlugged);
        }
    }
}

std::vector<std::string> jackSwitchesIn(const std::string& folder)
{
    std::vector<std::string> found;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        const std::string path = at->path().string();
        if (at->path().filename().string().rfind("event", 0) == 0 && JackSwitch::open(path)) {
            found.push_back(path);
        }
    }
    std::ranges::sort(found);
    return found;
}

JackNews jackNews(BytesView events)
{
    JackNews news;
    for (; events.size() >= EventBytes; events = events.subspan(EventBytes)) {
        input_event event{};
        std::memcpy(&event, events.data(), EventBytes);
        if (event.type == EV_SW && event.code == SW_HEADPHONE_INSERT) {
            news.isPlugged = event.value != 0;
        } else if (event.type == EV_SYN && event.code == SYN_DROPPED) {
            news.isIncomplete = true;
        }
    }
    return news;
}

} // namespace talon::hw
