#include "shared/voice/audio_device.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QLoggingCategory>
#include <QMediaDevices>
#include <QStringList>

#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::voice {

namespace {

Q_LOGGING_CATEGORY(log, "talon.voice.sound")

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

QAudioDevice deviceOf(const QString& name)
{
    if (name.isEmpty()) {
        return QMediaDevices::defaultAudioOutput();
    }
    for (const QAudioDevice& device : QMediaDevices::audioOutputs()) {
        if (device.description().contains(name, Qt::CaseInsensitive) ||
            QString::fromUtf8(device.id()).contains(name, Qt::CaseInsensitive)) {
            return device;
        }
    }
    return {};
}

QString namesOfAll()
{
    QStringList names;
    for (const QAudioDevice& device : QMediaDevices::audioOutputs()) {
        names.push_back(device.description());
    }
    return names.isEmpty() ? u"none"_s : names.join(u", "_s);
}

} // namespace

AudioDevice::AudioDevice(QString device)
    : m_device(std::move(device))
{
    m_nothing.setSingleShot(true);
    connect(&m_nothing, &QTimer::timeout, this, &AudioDevice::finish);
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
    const QAudioDevice device = deviceOf(m_device);
    const QAudioFormat format = formatOf(sound);
    const bool usable = !device.isNull() && device.isFormatSupported(format);
    notePresence(usable);
    if (!usable) {
        m_nothing.start(0);
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

void AudioDevice::stop()
{
    m_done = {};
    quieten();
}

void AudioDevice::quieten()
{
    m_watchdog.stop();
    m_nothing.stop();
    if (m_sink) {
        m_sink->disconnect(this);
        // What is buffered is dropped, not played out.
        m_sink->reset();
        m_sink.reset();
    }
}

void AudioDevice::finish()
{
    if (m_sink && m_sink->error() != QAudio::NoError && m_sink->error() != QAudio::UnderrunError) {
        qCWarning(log) << m_name << "was not played, error" << m_sink->error();
    }
    quieten();
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
        qCInfo(log) << "a sound device is there";
    } else {
        qCWarning(log) << "no sound device" << m_device << "among:" << namesOfAll();
    }
}

} // namespace talon::voice
