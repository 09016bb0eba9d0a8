#pragma once

#include "display/voice/sound_output.h"

#include <QAudioSink>
#include <QBuffer>
#include <QObject>
#include <QTimer>

namespace talon::voice {

/// The sound card that the machine plays on at the moment; may come and go. Qt's sink may never
/// report an end, so a watchdog ends each sound a little after its length.
class AudioDevice : public QObject, public SoundOutput
{
    Q_OBJECT

public:
    AudioDevice();
    ~AudioDevice() override;

    void play(const QString& name, const Sound& sound, std::function<void()> done) override;

private:
    void finish();
    void notePresence(bool present);

    std::unique_ptr<QAudioSink> m_sink;
    QByteArray m_bytes;
    QBuffer m_buffer;
    QTimer m_watchdog;
    QString m_name;
    std::function<void()> m_done;
    bool m_wasPresent = true;
};

} // namespace talon::voice
