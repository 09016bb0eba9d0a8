#pragma once

#include "display/board/hall.h"
#include "display/board/limits.h"

#include <set>

namespace talon::board {

/// Names a call beyond doubt: another controller, or one set up anew, counts from 1 again.
struct CallKey
{
    Instant at;
    std::int64_t id = 0;

    friend auto operator<=>(const CallKey&, const CallKey&) = default;
};

inline CallKey keyOf(const Call& call)
{
    return {.at = call.at, .id = call.id};
}

/// The calls that have been announced; kept over restarts. Those that outlived their life are
/// forgotten: they are not announced anyway.
using Announced = std::set<CallKey>;

/// Says which calls are to be announced: each exactly once, in the order they were made, however
/// often the line breaks or the display restarts, as long as the call lives.
///
///     view ──take──▶ to be said ──begin──▶ sounding; kept, never again
///
/// A call is kept as announced when its sound begins. So what was still waiting for its turn when
/// the display was switched off is announced after the restart, and what was heard is not.
class Announcer
{
public:
    explicit Announcer(Announced kept, std::chrono::milliseconds life = CallLife);

    /// The calls of this view that nobody has heard yet. Each is returned once.
    std::vector<Call> take(const Hall& hall, Instant now);

    /// Calls that wait for their turn though nobody is awaited by them any more: the visitor has
    /// come, was called anew, or is no longer called. To be left out and told with `begin`.
    std::vector<CallKey> pointless(const Hall& hall) const;

    /// The sound of this call begins now.
    void begin(const CallKey& key);

    const Announced& announced() const { return m_announced; }

private:
    std::chrono::milliseconds m_life;
    Announced m_announced;
    std::set<CallKey> m_waiting; ///< Taken, and not begun.
};

} // namespace talon::board
