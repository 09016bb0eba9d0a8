#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

namespace talon::test {

/// A line to a port of this machine that breaks when told to: bytes go through until it is cut.
class WeakLine
{
public:
    explicit WeakLine(std::uint16_t to);
    ~WeakLine();
    WeakLine(const WeakLine&) = delete;
    WeakLine& operator=(const WeakLine&) = delete;

    std::uint16_t port() const { return m_port; }

    /// Breaks every connection; new ones are taken.
    void cut() { m_wantsCut = true; }

    /// Takes bytes and lets none through, without a word: a dead switch. Connections stay.
    void freeze(bool isFrozen) { m_isFrozen = isFrozen; }

private:
    struct Pair;

    void run();

    const std::uint16_t m_to;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_wantsCut{false};
    std::atomic<bool> m_isFrozen{false};
    std::atomic<bool> m_isEnding{false};
    std::thread m_thread;
};

} // namespace talon::test
