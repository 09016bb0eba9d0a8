#pragma once

#include "shared/voice/sound_output.h"

#include <QAudioSink>
#include <QBuffer>
#include <QObject>
#include <QTimer>

namespace talon::voice {

/// A sound card: the one that the machine plays on at the moment, or one by its name. It may come
/// and go; while it is away there is silence, never another card's sound. Qt's sink may never
/// report an end, so a watchdog ends each sound a little after its length.
class AudioDevice : public QObject, public SoundOutput
{
    Q_OBJECT

public:
    /// By a part of its name, as the system tells it; empty: the default one.
    explicit AudioDevice(QString device = {});
    ~AudioDevice() override;

    void play(const QString& name, const Sound& sound, std::function<void()> done) override;
    void stop() override;

private:
    void quieten();
    void finish();
    void notePresence(bool present);

    QString m_device;
    std::unique_ptr<QAudioSink> m_sink;
    QByteArray m_bytes;
    QBuffer m_buffer;
    QTimer m_watchdog;
    QTimer m_nothing; ///< Ends what nobody can hear.
    QString m_name;
    std::function<void()> m_done;
    bool m_wasPresent = true;
};

} // namespace talon::voice
