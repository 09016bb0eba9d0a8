#pragma once

#include "display/voice/call_queue.h"
#include "shared/voice/sound_output.h"
#include "shared/voice/speech_engine.h"

#include <QObject>

#include <cstdint>
#include <optional>

namespace talon::display {

/// Announces calls one after the other, in the order of CallQueue: none is cut off, none is lost.
/// A chime, then the words; when speech fails, the chime alone.
class Voice : public QObject
{
    Q_OBJECT

public:
    Voice(voice::SpeechEngine& speech, voice::SoundOutput& output);

    void say(Announcement announcement);

    /// A call that still waits for its turn is not made; false when its turn has come already.
    bool drop(std::int64_t id) { return m_queue.remove(id); }

    /// In percent, of the chime and the words; from the next call on.
    void setVolume(int percent);

    std::size_t waiting() const { return m_queue.size() + (m_current ? 1 : 0); }

    /// The last call had no words.
    bool hasProblem() const { return m_hasProblem; }

Q_SIGNALS:
    /// The sound of this call begins as soon as the slots return: the moment to note it for good.
    void began(qint64 id);
    void ended(qint64 id);
    void problemChanged();

private:
    void next();
    void play(Expected<voice::Sound, IoError> speech);
    void setProblem(bool isThere);

    voice::SpeechEngine& m_speech;
    voice::SoundOutput& m_output;
    CallQueue m_queue;
    std::optional<Announcement> m_current; ///< Being made or played.
    int m_volume = 100;
    bool m_hasProblem = false;
};

} // namespace talon::display
