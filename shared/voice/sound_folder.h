#pragma once

#include "shared/voice/sound_output.h"

#include <QDir>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace talon::voice {

/// A folder in place of a sound card: a WAV file for each sound, written at once.
class SoundFolder : public SoundOutput
{
public:
    explicit SoundFolder(const QString& folder)
        : m_folder(folder)
    {}

    void play(const QString& name, const Sound& sound, std::function<void()> done) override;
    void stop() override;

private:
    QDir m_folder;
    std::unique_ptr<QObject> m_playing;
};

/// The same in the time that it would take to be heard. A sound that is stopped is as long as it
/// was heard. Each has a line in heard.txt: its name, its beginning and end in milliseconds since
/// the first one began, and "whole" or "cut".
class LiveSoundFolder : public SoundOutput
{
public:
    explicit LiveSoundFolder(const QString& folder);

    void play(const QString& name, const Sound& sound, std::function<void()> done) override;
    void stop() override;

private:
    void note(const char* how, const Sound& heard);

    QDir m_folder;
    QElapsedTimer m_sinceFirst;
    QTimer m_end;
    QString m_name;
    Sound m_sound;
    qint64 m_began = 0;
    std::function<void()> m_done;
};

} // namespace talon::voice
