#pragma once

#include "hw/bytes.h"
#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <chrono>
#include <optional>
#include <string>

namespace talon::hw {

class SlipRoad;

/// Why a write ended early, and how much had gone by then: with nothing sent nothing can have been
/// printed, with something sent nobody knows.
struct WriteError
{
    enum class Cause {
        TimedOut, ///< The device takes no more for now; its buffer may be full.
        LinkLost, ///< Open it anew.
    };

    Cause cause = Cause::LinkLost;
    std::size_t bytesSent = 0;
    std::string what;

    friend bool operator==(const WriteError&, const WriteError&) = default;
};

/// What a port tells beside its pipes. Clones often say that all is well, whatever happens: only
/// trouble means something.
struct PortStatus
{
    bool paperEmpty = false;
    bool error = false;

    friend bool operator==(const PortStatus&, const PortStatus&) = default;
};

/// A road of bytes to one printer and back. Blocking, for the one thread that owns it; every call
/// ends within the time it is given. What the bytes mean is the business of hw/escpos.
class Printer
{
public:
    Printer() = default;
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;
    virtual ~Printer() = default;

    /// Names the device in logs and on the health page: "virtual:/tmp/tickets".
    virtual std::string id() const = 0;

    /// What the device calls itself, such as "MFG:EPSON;MDL:TM-T20II;"; empty where it does not.
    virtual std::string deviceId() const { return {}; }

    /// Whether the device can answer at all; a file cannot.
    virtual bool canAnswer() const = 0;

    /// Of a line that is slow for a whole slip; none where that takes no time to speak of.
    virtual std::optional<int> bytesPerSecond() const { return std::nullopt; }

    /// A conversation begins: reaches anew what rest() let go.
    virtual Expected<Done, IoError> reach(std::chrono::milliseconds /*within*/) { return Done{}; }

    /// A conversation is over: lets go of a device that others may want too.
    virtual void rest() {}

    /// Hands over all the bytes, or says how many went.
    virtual Expected<Done, WriteError> write(BytesView bytes, std::chrono::milliseconds within) = 0;

    /// What the device has sent; waits for the first byte only. Empty when nothing came in time.
    virtual Expected<Bytes, IoError> read(std::chrono::milliseconds within) = 0;

    /// Roads that take whole slips have this door, and then it is the one to use; null otherwise.
    virtual SlipRoad* slips() { return nullptr; }

    /// Where the road has another way of asking, which is open when no more bytes go. The error
    /// means that the device is not there any more.
    virtual Expected<std::optional<PortStatus>, IoError>
    portStatus(std::chrono::milliseconds /*within*/)
    {
        return std::optional<PortStatus>();
    }
};

} // namespace talon::hw
