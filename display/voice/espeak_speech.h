#pragma once

#include "display/voice/speech.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

namespace talon::voice {

/// Speech by espeak-ng, run once for each phrase: it needs no network, and a fault of it is an
/// error here and no more. About 60 ms a phrase.
class EspeakSpeech : public QObject, public Speech
{
    Q_OBJECT

public:
    /// The program is looked for in PATH unless its path is given.
    explicit EspeakSpeech(const QString& program);
    ~EspeakSpeech() override;

    void speak(const Phrase& phrase, Done done) override;

private:
    void finish(Expected<Sound, IoError> result);

    QString m_program;
    QProcess m_process;
    QTimer m_patience;
    Done m_done;
};

} // namespace talon::voice
