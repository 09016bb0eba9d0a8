#pragma once

#include "display/voice/phrase.h"
#include "display/voice/sound.h"

#include <functional>

namespace talon::voice {

/// Turns words into sound. Another engine, or a folder of recorded words, is one more of these.
class Speech
{
public:
    using Done = std::function<void(Expected<Sound, IoError>)>;

    virtual ~Speech() = default;

    /// Answers exactly once, later. One phrase at a time.
    virtual void speak(const Phrase& phrase, Done done) = 0;
};

} // namespace talon::voice
