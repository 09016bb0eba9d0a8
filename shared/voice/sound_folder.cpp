#include "shared/voice/sound_folder.h"

#include "shared/base/ensure.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace talon::voice {

namespace {

Q_LOGGING_CATEGORY(log, "talon.voice.sound")

void write(const QString& path, const Sound& sound)
{
    QSaveFile file(path);
    const std::string bytes = wavFrom(sound);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0 || !file.commit()) {
        qCWarning(log) << "cannot write" << file.fileName() << file.errorString();
    }
}

} // namespace

void SoundFolder::play(const QString& name, const Sound& sound, std::function<void()> done)
{
    write(m_folder.filePath(name + u".wav"_s), sound);
    m_playing = std::make_unique<QObject>();
    QTimer::singleShot(0, m_playing.get(), std::move(done));
}

void SoundFolder::stop()
{
    m_playing.reset();
}

LiveSoundFolder::LiveSoundFolder(const QString& folder)
    : m_folder(folder)
{
    m_end.setSingleShot(true);
    m_end.setTimerType(Qt::PreciseTimer);
    m_end.callOnTimeout([this] {
        note("whole", m_sound);
        std::exchange(m_done, {})();
    });
}

void LiveSoundFolder::play(const QString& name, const Sound& sound, std::function<void()> done)
{
    TALON_ENSURE(!m_done);
    if (!m_sinceFirst.isValid()) {
        m_sinceFirst.start();
    }
    m_began = m_sinceFirst.elapsed();
    m_name = name;
    m_sound = sound;
    m_done = std::move(done);
    m_end.start(sound.length());
}

void LiveSoundFolder::stop()
{
    if (!m_done) {
        return;
    }
    m_end.stop();
    m_done = {};
    const qint64 heardMs = m_sinceFirst.elapsed() - m_began;
    Sound heard = m_sound;
    heard.samples.resize(
        std::min(heard.samples.size(), static_cast<std::size_t>(heardMs * heard.rate / 1000)));
    note("cut", heard);
}

void LiveSoundFolder::note(const char* how, const Sound& heard)
{
    write(m_folder.filePath(m_name + u".wav"_s), heard);
    QFile file(m_folder.filePath(u"heard.txt"_s));
    const QString line = u"%1 %2 %3 %4\n"_s.arg(m_name)
                             .arg(m_began)
                             .arg(m_sinceFirst.elapsed())
                             .arg(QLatin1StringView(how));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(line.toUtf8()) < 0) {
        qCWarning(log) << "cannot write" << file.fileName() << file.errorString();
    }
}

} // namespace talon::voice
