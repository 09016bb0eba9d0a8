#pragma once

#include "shared/base/errors.h"

#include <unistd.h>

#include <chrono>
#include <string>
#include <utility>

/// What every road needs of the system.
namespace talon::hw {

/// An open file of the system, closed with its owner.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int number)
        : m_number(number)
    {}
    Descriptor(Descriptor&& other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        other.reset();
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { reset(); }

    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }

    void reset()
    {
        if (m_number >= 0) {
            close(std::exchange(m_number, -1));
        }
    }

private:
    int m_number = -1;
};

/// The moment until which a call may take, and what is left of it.
class Deadline
{
public:
    explicit Deadline(std::chrono::milliseconds within)
        : m_end(std::chrono::steady_clock::now() + within)
    {}

    /// Never negative, and rounded up: who waits for it has waited long enough.
    std::chrono::milliseconds left() const;
    bool isOver() const { return left() == std::chrono::milliseconds(0); }

private:
    std::chrono::steady_clock::time_point m_end;
};

/// What poll() says of the file after at most so long; 0 when nothing happened.
int waitFor(int file, int events, std::chrono::milliseconds within);

/// The system's words for errno, after the name: "serial:/dev/ttyUSB0: Input/output error".
IoError systemError(const std::string& id);

} // namespace talon::hw
