#pragma once

#include "shared/voice/sound_output.h"
#include "shared/voice/speech_engine.h"

#include <QObject>

#include <cstdint>
#include <deque>

namespace talon::display {

/// Announces calls one after the other: none is cut off, none is lost. A chime, then the words;
/// when speech fails, the chime alone.
class Voice : public QObject
{
    Q_OBJECT

public:
    struct Announcement
    {
        std::int64_t id = 0; ///< Of the call.
        voice::Phrase phrase;
    };

    Voice(voice::SpeechEngine& speech, voice::SoundOutput& output);

    void say(Announcement announcement);
    std::size_t waiting() const { return m_queue.size(); }

Q_SIGNALS:
    /// The sound of this call begins as soon as the slots return: the moment to note it for good.
    void began(qint64 id);
    void ended(qint64 id);

private:
    void next();
    void play(Expected<voice::Sound, IoError> speech);

    voice::SpeechEngine& m_speech;
    voice::SoundOutput& m_output;
    std::deque<Announcement> m_queue; ///< Its first is being made or played while m_busy.
    bool m_busy = false;
};

} // namespace talon::display
