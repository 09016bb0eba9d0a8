#pragma once

#include "hw/bytes.h"
#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <chrono>
#include <string>

namespace talon::hw {

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

    /// Whether the device can answer at all; a file cannot.
    virtual bool canAnswer() const = 0;

    /// Hands over all the bytes, or says how many went.
    virtual Expected<Done, WriteError> write(BytesView bytes, std::chrono::milliseconds within) = 0;

    /// What the device has sent; waits for the first byte only. Empty when nothing came in time.
    virtual Expected<Bytes, IoError> read(std::chrono::milliseconds within) = 0;
};

} // namespace talon::hw
