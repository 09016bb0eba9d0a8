#pragma once

#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <optional>
#include <string_view>

namespace talon::hw {

/// What is wrong with a virtual printer, as written by hand into the file `faults` in its folder:
///
///     paper-out              no paper
///     near-end               little paper
///     cover-open
///     cutter-jam             sticks at the next cut
///     broken                 an error that only switching off and on ends
///     no-reply               prints, and never says anything
///     no-confirm             answers all but the question whether it printed
///     gone                   unplugged
///     dies-after 20000       unplugged after so many bytes of a slip
///     stalls-after 20000     takes no more after so many bytes of a slip
///     paper-out-after 300    the roll ends after so many rows
///     mm-per-second 150      prints as slowly as a real one
///
/// One or several, in any order, separated by blanks or lines; `#` begins a comment.
struct Faults
{
    bool paperOut = false;
    bool nearEnd = false;
    bool coverOpen = false;
    bool cutterJam = false;
    bool broken = false;
    bool noReply = false;
    bool noConfirm = false;
    bool gone = false;
    std::optional<int> diesAfterBytes;
    std::optional<int> stallsAfterBytes;
    std::optional<int> paperOutAfterRows;
    std::optional<int> mmPerSecond;

    friend bool operator==(const Faults&, const Faults&) = default;
};

Expected<Faults, ParseError> parseFaults(std::string_view text);

} // namespace talon::hw
