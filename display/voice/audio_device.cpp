#include "display/voice/audio_device.h"

#include <QAudioFormat>
#include <QLoggingCategory>
#include <QMediaDevices>

#include <cstring>
#include <utility>

using namespace std::chrono_literals;

namespace talon::voice {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.sound")

constexpr auto WatchdogAfter = 2s;

/// A sink reports its end when the last bytes are handed on, not when they are heard.
constexpr auto Tail = 250ms;

QAudioFormat formatOf(const Sound& sound)
{
    QAudioFormat format;
    format.setSampleRate(sound.rate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

} // namespace

AudioDevice::AudioDevice()
{
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        qCWarning(log) << m_name << "did not end by itself";
        finish();
    });
}

AudioDevice::~AudioDevice()
{
    if (m_sink) {
        m_sink->disconnect(this);
    }
}

void AudioDevice::play(const QString& name, const Sound& sound, std::function<void()> done)
{
    m_name = name;
    m_done = std::move(done);
    const auto device = QMediaDevices::defaultAudioOutput();
    const QAudioFormat format = formatOf(sound);
    const bool usable = !device.isNull() && device.isFormatSupported(format);
    notePresence(usable);
    if (!usable) {
        QTimer::singleShot(0, this, &AudioDevice::finish);
        return;
    }
    const Sound whole = joined({sound, silence(Tail)});
    m_buffer.close();
    m_bytes = QByteArray(static_cast<qsizetype>(whole.samples.size() * 2), Qt::Uninitialized);
    std::memcpy(m_bytes.data(), whole.samples.data(), whole.samples.size() * 2);
    m_buffer.setBuffer(&m_bytes);
    m_buffer.open(QIODevice::ReadOnly);
    m_sink = std::make_unique<QAudioSink>(device, format);
    // Queued: a sink must not be taken down inside its own report.
    connect(
        m_sink.get(), &QAudioSink::stateChanged, this,
        [this](QAudio::State state) {
            const bool played = state == QAudio::IdleState && m_buffer.atEnd();
            if (played || state == QAudio::StoppedState) {
                finish();
            }
        },
        Qt::QueuedConnection);
    m_watchdog.start(whole.length() + WatchdogAfter);
    m_sink->start(&m_buffer);
}

void AudioDevice::finish()
{
    m_watchdog.stop();
    if (m_sink) {
        m_sink->disconnect(this);
        if (m_sink->error() != QAudio::NoError && m_sink->error() != QAudio::UnderrunError) {
            qCWarning(log) << m_name << "was not played, error" << m_sink->error();
        }
        m_sink->stop();
        m_sink.reset();
    }
    if (const auto done = std::exchange(m_done, {})) {
        done();
    }
}

void AudioDevice::notePresence(bool present)
{
    if (std::exchange(m_wasPresent, present) == present) {
        return;
    }
    if (present) {
        qCInfo(log) << "a sound device is there: calls are spoken";
    } else {
        qCWarning(log) << "no sound device: calls are shown, not spoken";
    }
}

} // namespace talon::voice
