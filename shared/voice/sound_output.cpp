#include "shared/voice/sound_output.h"

#include "shared/voice/audio_device.h"
#include "shared/voice/sound_folder.h"

#include <QDir>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace talon::voice {

namespace {

class NoOutput : public SoundOutput
{
public:
    void play(const QString& /*name*/, const Sound& /*sound*/, std::function<void()> done) override
    {
        m_playing = std::make_unique<QObject>();
        QTimer::singleShot(0, m_playing.get(), std::move(done));
    }

    void stop() override { m_playing.reset(); }

private:
    std::unique_ptr<QObject> m_playing;
};

} // namespace

Expected<std::unique_ptr<SoundOutput>, IoError> openSoundOutput(const QString& uri)
{
    using Output = std::unique_ptr<SoundOutput>;
    const QString scheme = uri.section(u':', 0, 0);
    const QString rest = uri.section(u':', 1);
    if (uri == "none"_L1) {
        return Output(std::make_unique<NoOutput>());
    }
    if (uri == "device"_L1) {
        return Output(std::make_unique<AudioDevice>());
    }
    if (scheme == "device"_L1 && !rest.isEmpty()) {
        return Output(std::make_unique<AudioDevice>(rest));
    }
    if (scheme == "wav"_L1 || scheme == "live"_L1) {
        if (rest.isEmpty() || !QDir().mkpath(rest)) {
            return Unexpected(IoError{.what = uri.toStdString() + ": cannot make the folder"});
        }
        return scheme == "wav"_L1 ? Output(std::make_unique<SoundFolder>(rest))
                                  : Output(std::make_unique<LiveSoundFolder>(rest));
    }
    return Unexpected(
        IoError{.what = uri.toStdString() +
                        ": is none of device, device:NAME, wav:FOLDER, live:FOLDER, none"});
}

} // namespace talon::voice
