#pragma once

#include "hw/bytes.h"
#include "hw/cups/cups_address.h"
#include "hw/cups/cups_state.h"
#include "shared/base/done.h"

#include <cups/cups.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace talon::hw {

/// libcups' things, given back when they are no longer held.
struct CupsRelease
{
    void operator()(ipp_t* message) const { ippDelete(message); }
    void operator()(http_t* connection) const { httpClose(connection); }
};

using Ipp = std::unique_ptr<ipp_t, CupsRelease>;

struct CupsQueue
{
    std::string name;
    std::string makeAndModel;
    std::string deviceUri;
    std::string errorPolicy;
    QueueState state;

    /// No driver: the printer gets the very bytes that we send.
    bool isRaw() const;
};

struct CupsJob
{
    enum class State { Waiting, Processing, Stopped, Canceled, Aborted, Completed };

    State state = State::Waiting;
    bool hasBegun = false; ///< It was given to the printer's program at least once.

    bool hasEnded() const { return state >= State::Canceled; }
};

struct CupsDocument
{
    std::string name;
    const char* format = CUPS_FORMAT_RAW;
    Bytes bytes;
    int secondsMax = 0; ///< CUPS itself gives up then, should we be gone.
};

/// A conversation with a CUPS server, until a deadline. Never asks anybody for a password.
class CupsServer
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    static Expected<CupsServer, IoError> connect(const CupsAddress& address, Moment deadline);

    void setDeadline(Moment deadline) { m_deadline = deadline; }

    /// The queue of the address.
    Expected<CupsQueue, IoError> queue();

    /// All of the server.
    Expected<std::vector<CupsQueue>, IoError> queues();

    /// A job without a document; nothing happens to it until it gets one.
    Expected<int, IoError> createJob(const CupsDocument& document);

    /// Where it fails, `wentWhole` tells whether CUPS may have the document all the same.
    Expected<Done, IoError> sendDocument(int job, const CupsDocument& document, bool& wentWhole);

    Expected<CupsJob, IoError> job(int job);
    Expected<Done, IoError> cancel(int job);

private:
    CupsServer(CupsAddress address, std::unique_ptr<http_t, CupsRelease> http, Moment deadline);

    Ipp request(ipp_op_t operation) const;
    void hurry();
    Expected<Ipp, IoError> ask(Ipp request);
    Expected<Ipp, IoError> checked(ipp_t* answer) const;

    CupsAddress m_address;
    std::unique_ptr<http_t, CupsRelease> m_http;
    std::string m_uri; ///< Of the queue.
    Moment m_deadline;
};

} // namespace talon::hw
