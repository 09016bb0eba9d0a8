#pragma once

#include "shared/voice/phrase.h"
#include "shared/voice/sound.h"

#include <functional>

namespace talon::voice {

/// Turns words into sound. Another engine, or a folder of recorded words, is one more of these.
class SpeechEngine
{
public:
    using Done = std::function<void(Expected<Sound, IoError>)>;

    virtual ~SpeechEngine() = default;

    /// Answers exactly once, later, unless it is forgotten. One phrase at a time.
    virtual void speak(const Phrase& phrase, Done done) = 0;

    /// Nobody waits for the phrase any more: it is not answered, and the next may be asked for.
    virtual void forget() = 0;
};

} // namespace talon::voice
