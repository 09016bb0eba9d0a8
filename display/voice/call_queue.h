#pragma once

#include "shared/voice/phrase.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace talon::display {

/// What is said first when several wait.
enum class Rank {
    Recall, ///< Somebody is called again: a window stands idle for them already.
    Call,
};

struct Announcement
{
    std::int64_t id = 0; ///< Of the call.
    voice::Phrase phrase;
    Rank rank = Rank::Call;
};

/// What waits to be said, and the rule of its order: the better rank first, among equals the one
/// that came first; but whoever was overtaken OvertakenMax times is overtaken no more. So with n
/// before it when it came, each is said after n + OvertakenMax others at the latest.
class CallQueue
{
public:
    static constexpr int OvertakenMax = 2;

    void add(Announcement announcement);

    /// The next to be said; none when nothing waits.
    std::optional<Announcement> take();

    /// False when it does not wait.
    bool remove(std::int64_t id);

    std::size_t size() const { return m_waiting.size(); }

private:
    struct Waiting
    {
        Announcement announcement;
        int overtaken = 0;
    };

    std::deque<Waiting> m_waiting; ///< In the order they came.
};

} // namespace talon::display
