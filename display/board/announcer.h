#pragma once

#include "display/board/hall.h"
#include "display/board/limits.h"

#include <set>

namespace talon::board {

/// Which calls have been announced; kept over restarts.
struct Announced
{
    std::int64_t epoch = 0; ///< Ids of another database mean nothing.
    std::int64_t upTo = 0;  ///< All calls up to this id are done with.
    std::set<std::int64_t> after;

    bool has(std::int64_t id) const { return id <= upTo || after.contains(id); }

    friend bool operator==(const Announced&, const Announced&) = default;
};

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

    /// The sound of this call begins now.
    void begin(std::int64_t id);

    const Announced& announced() const { return m_announced; }

private:
    std::chrono::milliseconds m_life;
    Announced m_announced;
    std::set<std::int64_t> m_waiting; ///< Taken, and not begun.
};

} // namespace talon::board
