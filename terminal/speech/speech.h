#pragma once

#include "shared/voice/espeak_speech.h"
#include "shared/voice/sound_output.h"
#include "shared/voice/speech_engine.h"
#include "terminal/speech/phrase_cache.h"

#include <QObject>
#include <QString>

#include <deque>
#include <vector>

namespace talon::terminal {

enum class Interrupt { No, Yes };

enum class Volume { Quiet, Normal, Loud };

/// How prompts are said: slower than the engine's own, and its words apart.
inline constexpr voice::Manner PromptManner{.wordsAMinute = 135,
                                            .betweenWords = std::chrono::milliseconds(30)};

/// Speaks prompts into a visitor's headphones, sentence by sentence: the first is heard while the
/// next is made. Never waits; a sentence that cannot be made is left out, logged, and is a problem.
class Speech : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool speaking READ isSpeaking NOTIFY speakingChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    Speech(voice::SpeechEngine& engine, voice::SoundOutput& output);

    /// At once, in place of what is being said; or after it.
    void say(const QString& text, const QString& language, Interrupt interrupt = Interrupt::Yes);
    void stop();
    /// From its beginning what was said last, whether it was heard to its end or not.
    void repeat();

    Volume volume() const { return m_volume; }
    /// Heard from the next sentence on.
    void setVolume(Volume volume);
    /// The next step, after the loudest the quietest: for one button.
    void changeVolume();

    /// For a new visitor: silence, nothing to repeat, the usual volume.
    void reset();

    bool isSpeaking() const { return m_isSpeaking; }
    /// Why nothing is heard, for the log and the staff; empty while it works.
    QString problem() const { return m_problem; }

Q_SIGNALS:
    void said(const QString& text, const QString& language); ///< It was asked for just now.
    void ended(); ///< All of it was heard, or as much as could be; not when it was stopped.
    void speakingChanged();
    void problemChanged();
    void volumeChanged();

private:
    void begin(const std::vector<voice::Phrase>& phrases);
    void makeNext();
    void take(const voice::Phrase& phrase, Expected<voice::Sound, IoError> sound);
    void playNext();
    void settle();
    void setSpeaking(bool isSpeaking);
    void setProblem(const QString& problem);

    voice::SpeechEngine& m_engine;
    voice::SoundOutput& m_output;
    PhraseCache m_cache;
    std::vector<voice::Phrase> m_last;
    std::deque<voice::Phrase> m_toMake;
    std::deque<voice::Sound> m_toPlay;
    bool m_isMaking = false;
    bool m_isPlaying = false;
    bool m_isSpeaking = false;
    int m_faults = 0; ///< In a row.
    int m_prompt = 0; ///< For the names of sounds.
    int m_sentence = 0;
    Volume m_volume = Volume::Normal;
    QString m_problem;
};

} // namespace talon::terminal
