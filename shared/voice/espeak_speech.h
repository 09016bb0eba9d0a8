#pragma once

#include "shared/voice/speech_engine.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

#include <chrono>
#include <optional>

namespace talon::voice {

/// How the words are said.
struct Manner
{
    /// Slower than the engine's own 175: halls echo, and many listeners are old.
    int wordsAMinute = 140;
    std::chrono::milliseconds betweenWords{20}; ///< Beyond the usual; in steps of 10 ms.
};

/// Speech by espeak-ng, run once for each phrase: it needs no network, and a fault of it is an
/// error here and no more. About 60 ms a phrase.
class EspeakSpeech : public QObject, public SpeechEngine
{
    Q_OBJECT

public:
    /// The program is looked for in PATH unless its path is given.
    explicit EspeakSpeech(QString program, const Manner& manner = {});
    ~EspeakSpeech() override;

    void speak(const Phrase& phrase, Done done) override;
    void forget() override;

private:
    void start(const Phrase& phrase);
    void take(int code, QProcess::ExitStatus status);
    void finish(Expected<Sound, IoError> result);
    void fail(const std::string& what);

    QString m_program;
    Manner m_manner;
    QProcess m_process;
    QTimer m_patience;
    Done m_done;
    std::optional<Phrase> m_next; ///< Waits for a run to die that nobody waits for.
};

} // namespace talon::voice
