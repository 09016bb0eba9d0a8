#pragma once

#include "hw/bytes.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <optional>
#include <string>
#include <vector>

namespace talon::hw {

/// The switch in a headphone jack, as the kernel's input devices report it (SW_HEADPHONE_INSERT).
class JackSwitch
{
public:
    /// Such as "/dev/input/event5"; a device without such a switch is an error. Its user must be
    /// in the group "input".
    static Expected<JackSwitch, IoError> open(const std::string& path);

    JackSwitch(JackSwitch&& other) noexcept;
    JackSwitch& operator=(JackSwitch&& other) noexcept;
    ~JackSwitch();

    /// Can be read when something has happened; for whoever waits.
    int descriptor() const { return m_descriptor; }

    /// Headphones are plugged in, as far as it was read.
    bool isPlugged() const { return m_isPlugged; }

    /// Reads what has happened, without waiting; then whether they are plugged in. An error when
    /// the device is gone.
    Expected<bool, IoError> read();

private:
    JackSwitch(std::string path, int descriptor, bool isPlugged);

    std::string m_path;
    int m_descriptor = -1;
    bool m_isPlugged = false;
    Bytes m_begun; ///< Of an event that has come in part.
};

/// The devices of a folder that have such a switch, in the order of their names.
std::vector<std::string> jackSwitchesIn(const std::string& folder);

/// What a row of the kernel's events says in the end: plugged in or not; none: nothing about it.
struct JackNews
{
    std::optional<bool> isPlugged;
    bool isIncomplete = false; ///< The kernel dropped events: the state is to be asked for.

    friend bool operator==(const JackNews&, const JackNews&) = default;
};
JackNews jackNews(BytesView events);

} // namespace talon::hw
