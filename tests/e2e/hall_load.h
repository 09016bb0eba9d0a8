#pragma once

#include "tests/e2e/test_office.h"

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

/// People and devices who use an office while it is killed, and remember what they were told.
/// Each lives in a thread of its own while the controller does, and is asked between two lives.
namespace talon::test {

/// A request that was sent, and perhaps done, but not answered.
struct Unanswered
{
    std::string key;
    std::string path;
    std::string body;
};

struct ToldTicket
{
    std::int64_t visit = 0;
    std::string number;
};

/// Issues tickets one after the other.
class TerminalLoad
{
public:
    TerminalLoad(std::uint16_t port, Credential credential, std::string name)
        : m_port(port)
        , m_credential(std::move(credential))
        , m_name(std::move(name))
    {}

    /// Until the controller is gone.
    void live();

    /// After a restart: repeats what was not answered, on three connections at once, which must
    /// all be told of one and the same ticket.
    void settle();

    const std::vector<ToldTicket>& told() const { return m_told; }
    const std::optional<Unanswered>& unanswered() const { return m_unanswered; }
    const std::vector<std::string>& problems() const { return m_problems; }

private:
    void keep(const HttpReply& reply);

    std::uint16_t m_port;
    Credential m_credential;
    std::string m_name;
    int m_requests = 0;
    std::optional<Unanswered> m_unanswered;
    std::vector<ToldTicket> m_told;
    std::vector<std::string> m_problems;
};

/// Calls, starts and ends visits at one window, as its clerk.
class ClerkLoad
{
public:
    ClerkLoad(std::uint16_t port, Credential credential, int window)
        : m_port(port)
        , m_credential(std::move(credential))
        , m_window(window)
    {}

    void live();
    void settle();

    int window() const { return m_window; }
    /// Visits that this clerk was told to have called, started or ended: in their latest state.
    const std::map<std::int64_t, std::string>& told() const { return m_told; }
    const std::vector<std::string>& problems() const { return m_problems; }

private:
    Unanswered nextCommand();
    bool send(HttpClient& client);
    void keep(const Unanswered& command, const HttpReply& reply);

    std::uint16_t m_port;
    Credential m_credential;
    int m_window;
    int m_requests = 0;
    std::string m_state = "closed"; ///< Of the window: closed, idle, called, serving.
    std::int64_t m_visit = 0;
    std::optional<Unanswered> m_unanswered;
    std::map<std::int64_t, std::string> m_told;
    std::vector<std::string> m_problems;
};

/// Watches a feed through all lives of the controller, coming back by itself.
class FeedWatch
{
public:
    FeedWatch(std::uint16_t port, Credential credential, std::string feed);
    FeedWatch(const FeedWatch&) = delete;
    FeedWatch& operator=(const FeedWatch&) = delete;
    ~FeedWatch();

    /// How often it has got a first message.
    int connections() const { return m_connections; }
    std::int64_t latestSeq() const { return m_latestSeq; }
    std::vector<std::string> problems() const;

private:
    void watch();
    void take(const std::string& text);

    std::uint16_t m_port;
    Credential m_credential;
    std::string m_feed;
    std::atomic<bool> m_ending = false;
    std::atomic<int> m_connections = 0;
    std::atomic<std::int64_t> m_latestSeq = 0;
    std::map<std::int64_t, std::int64_t> m_visitByCall;
    mutable std::mutex m_mutex; ///< Of the problems.
    std::vector<std::string> m_problems;
    std::thread m_thread; ///< Last: it uses the others.
};

} // namespace talon::test
