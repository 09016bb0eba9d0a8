#pragma once

#include "controller/forecast/forecast.h"
#include "controller/queue/commands.h"
#include "controller/queue/events.h"
#include "controller/queue/office.h"
#include "controller/staff/accounts.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace talon::api {

/// What goes back to a client.
struct Answer
{
    int status = 200; ///< HTTP.
    QByteArray body;  ///< JSON.

    friend bool operator==(const Answer&, const Answer&) = default;
};

/// A command on its way into the office.
struct Submission
{
    std::string key;         ///< The client's Idempotency-Key; required.
    std::string fingerprint; ///< Of method, path, actor and body.
    std::string by;          ///< "staff:3", "device:1".
    queue::Command command;
    /// The key of a request that its sender gave up without an answer: it is not done any more,
    /// and if it was, a queue::HandOverTicket is told of its visit. Empty for none.
    std::string abandons = {};
    /// Makes the answer's body from the office as the command left it.
    std::function<QByteArray(const queue::Office&, const std::vector<queue::Event>&)> reply;
    /// Called once: at the earliest when the events are durable, and never inside submit().
    std::function<void(const Answer&)> done;
};

/// What the port may ask of the rest of the controller; implemented by controller/runtime. All of
/// it belongs to the main thread.
class OfficeAccess
{
public:
    OfficeAccess() = default;
    OfficeAccess(const OfficeAccess&) = delete;
    OfficeAccess& operator=(const OfficeAccess&) = delete;
    virtual ~OfficeAccess() = default;

    /// The office as it is durable: what may be shown.
    virtual const queue::Office& office() const = 0;
    virtual const staff::Accounts& accounts() const = 0;
    virtual std::int64_t seq() const = 0;
    virtual std::int64_t epoch() const = 0;

    virtual OfficeTime time() const = 0;
    virtual int utcOffsetMinutes() const = 0;
    /// When the office opens next, from a moment when it is closed; within 14 days.
    virtual std::optional<Instant> opensAt() const = 0;
    /// When a service is given next, from later today or from tomorrow on; within 14 days.
    virtual std::optional<Instant> opensAt(const Service& service, bool alsoToday) const = 0;
    /// The moment at which the office's clock shows this minute of a day.
    virtual Instant instantAt(Day day, std::chrono::minutes minute) const = 0;
    virtual bool knowsZone(const std::string& ianaName) const = 0;

    /// Of the office as it was a moment ago.
    virtual const forecast::Forecast& forecast() const = 0;

    /// Decides, keeps, answers. A refusal is answered 409 {"refusal": name}; a key seen before with
    /// the same fingerprint gets its first answer, with another 422; a full disk 503.
    virtual void submit(Submission submission) = 0;

    /// Keeps a change of the accounts; `done(true)` when it is durable.
    virtual void keep(const staff::AccountChange& change, std::function<void(bool)> done) = 0;

    /// Checks a password off the main thread (Argon2id takes 50 ms, at most two run at once);
    /// `done` is called later on the main thread. Busy (16 waiting) answers none.
    virtual void verifyPassword(std::string password,
                                std::string hash,
                                std::function<void(std::optional<bool>)> done) = 0;

    struct PinFound
    {
        std::optional<std::size_t> which; ///< The place of the hash; none when it fits none.
    };

    /// Finds whose PIN it is among some hashes, likewise off the main thread and never too many.
    virtual void findPin(std::string pin,
                         std::vector<std::string> hashes,
                         std::function<void(std::optional<PinFound>)> done) = 0;

    /// Visits of a day long past or of today, from the journal; none when it cannot be read.
    virtual std::optional<std::vector<queue::Visit>> visitsOn(Day day) = 0;
};

} // namespace talon::api
