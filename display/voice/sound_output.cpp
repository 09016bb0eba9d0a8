#include "display/voice/sound_output.h"

#include "display/voice/audio_device.h"

#include <QDir>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace talon::voice {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.sound")

class NoOutput : public SoundOutput
{
public:
    void play(const QString& /*name*/, const Sound& /*sound*/, std::function<void()> done) override
    {
        QTimer::singleShot(0, &m_context, std::move(done));
    }

private:
    QObject m_context;
};

class WavFolder : public SoundOutput
{
public:
    explicit WavFolder(const QString& folder)
        : m_folder(folder)
    {}

    void play(const QString& name, const Sound& sound, std::function<void()> done) override
    {
        QSaveFile file(m_folder.filePath(name + u".wav"_s));
        const std::string bytes = wavFrom(sound);
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0 || !file.commit()) {
            qCWarning(log) << "cannot write" << file.fileName() << file.errorString();
        }
        QTimer::singleShot(0, &m_context, std::move(done));
    }

private:
    QDir m_folder;
    QObject m_context;
};

} // namespace

Expected<std::unique_ptr<SoundOutput>, IoError> openSoundOutput(const QString& uri)
{
    if (uri == "none"_L1) {
        return std::unique_ptr<SoundOutput>(std::make_unique<NoOutput>());
    }
    if (uri == "device"_L1) {
        return std::unique_ptr<SoundOutput>(std::make_unique<AudioDevice>());
    }
    if (uri.startsWith("wav:"_L1)) {
        const QString folder = uri.mid(4);
        if (folder.isEmpty() || !QDir().mkpath(folder)) {
            return Unexpected(IoError{.what = uri.toStdString() + ": cannot make the folder"});
        }
        return std::unique_ptr<SoundOutput>(std::make_unique<WavFolder>(folder));
    }
    return Unexpected(IoError{.what = uri.toStdString() + ": is none of device, wav:FOLDER, none"});
}

} // namespace talon::voice
