#pragma once

namespace talon {

/// What an action returns that has nothing to say but that it worked: `Expected<Done, IoError>`.
struct Done
{
    friend bool operator==(const Done&, const Done&) = default;
};

} // namespace talon
