#pragma once

#include "shared/voice/sound.h"

#include <QString>

#include <functional>
#include <memory>

namespace talon::voice {

/// Where sounds go to be heard.
class SoundOutput
{
public:
    virtual ~SoundOutput() = default;

    /// Plays to the end and then says so, exactly once and later, also when it failed or nothing
    /// can be heard. One at a time; the name is for files and the log: "call-88".
    virtual void play(const QString& name, const Sound& sound, std::function<void()> done) = 0;

    /// Silences at once what plays, if anything does. Its end is not said any more.
    virtual void stop() = 0;
};

/// "device": the machine's sound card, or silence while there is none.
/// "device:NAME": the one of that name and never another one.
/// "wav:FOLDER": one file each, at once. "live:FOLDER": one file each with what could have been
/// heard, in the time it takes, and heard.txt with a line each. "none": silence.
Expected<std::unique_ptr<SoundOutput>, IoError> openSoundOutput(const QString& uri);

} // namespace talon::voice
