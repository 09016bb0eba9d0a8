#pragma once

#include <chrono>
#include <cstddef>

/// What the port takes before it says no. Documented in docs/api.md, "Limits".
namespace talon::api {

inline constexpr std::size_t Kibibyte = 1024;

inline constexpr std::size_t HeadBytesMax = 8 * Kibibyte;
inline constexpr std::size_t BodyBytesMax = 64 * Kibibyte;
inline constexpr std::size_t SettingsBytesMax = 1024 * Kibibyte; ///< A manager's PUT /api/settings.
inline constexpr std::size_t KeyBytesMax = 64;                   ///< Of an Idempotency-Key.
inline constexpr std::size_t LoginBytesMax = 64;
inline constexpr std::size_t PasswordBytesMax = 256;

/// Unread input of one connection that is taken from the system; the rest waits there.
inline constexpr std::size_t ReadAheadBytes = 64 * Kibibyte;
/// While more than this of a connection's answers waits to be taken, its next request waits too.
inline constexpr std::size_t AnswersWaitingBytesMax = 256 * Kibibyte;
/// Of an answer that is read as it is taken: so much waits in memory at most.
inline constexpr std::size_t StreamAheadBytes = 128 * Kibibyte;
/// Pictures and videos on their way at a time: calls have the line first.
inline constexpr int MediaStreamsMax = 8;
/// Backlog of connections that the system has accepted and we have not.
inline constexpr int ListenBacklog = 1024;

inline constexpr std::size_t FeedMessageInBytesMax = 64 * Kibibyte;
/// A subscriber that has not taken this much is dropped: it comes back to the present view.
inline constexpr std::size_t FeedWaitingBytesMax = 1024 * Kibibyte;

inline constexpr std::chrono::hours SessionLife{12};
/// Of a member of the staff who shows a PIN or a badge at a terminal.
inline constexpr std::chrono::minutes TerminalSessionLife{10};
inline constexpr std::size_t SessionsPerMemberMax = 16; ///< The oldest is closed for the next.

/// Callers whose use of the port is remembered; see TokenBuckets.
inline constexpr std::size_t BucketsMax = 20'000;

/// How much a caller may do: `burst` at once, and `perSecond` in the long run.
struct Rate
{
    double perSecond = 0;
    double burst = 0;
};

/// What an office may have set otherwise.
struct PortOptions
{
    int connectionsMax = 1000;
    int connectionsPerAddress = 64;

    /// Of one device, one session, or one address that shows no credential. Twice as many may
    /// come at once.
    int requestsPerSecond = 200;
    Rate signInsPerLogin{.perSecond = 0.1, .burst = 10}; ///< Wrong ones, from one address.
    Rate signInsPerAddress{.perSecond = 1, .burst = 60}; ///< Wrong ones.

    /// Wrong PINs and badges at one terminal.
    Rate signInsPerTerminal{.perSecond = 1.0 / 30, .burst = 5};

    std::chrono::milliseconds headWithin{10'000}; ///< From the first byte to the empty line.
    std::chrono::milliseconds bodyWithin{30'000};
    std::chrono::milliseconds idleWithin{60'000};    ///< Between two requests.
    std::chrono::milliseconds takenWithin{30'000};   ///< Some of a waiting answer.
    std::chrono::milliseconds farewellWithin{2'000}; ///< From the last answer to the end.

    std::chrono::milliseconds feedAtMostEvery{50}; ///< Of changes that nobody was called by.
    std::chrono::milliseconds feedAtLeastEvery{10'000};
    std::chrono::milliseconds pingEvery{15'000}; ///< Two unanswered ones end a subscription.
};

} // namespace talon::api
