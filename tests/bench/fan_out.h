#pragma once

#include "tests/bench/measure.h"
#include "tests/support/http_client.h"

#include <thread>
#include <vector>

namespace talon::bench {

/// The yardstick of a call: a thread that, when told, writes the same bytes to many plain sockets
/// one after the other, and a reader as ours. No program can be faster in this way.
class FanOut
{
public:
    explicit FanOut(int sockets);
    FanOut(const FanOut&) = delete;
    FanOut& operator=(const FanOut&) = delete;
    ~FanOut();

    /// From the word to the thread until each socket has so many bytes.
    Samples once(std::size_t bytes);

private:
    void write();

    std::string m_message;
    test::Socket m_epoll;
    test::Socket m_toThread;
    test::Socket m_fromUs;
    std::vector<test::Socket> m_writers;
    std::vector<test::Socket> m_readers;
    std::thread m_thread; ///< Last: it uses the others.
};

} // namespace talon::bench
