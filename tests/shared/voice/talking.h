#pragma once

#include "shared/voice/speech_engine.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QTimer>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace talon::test {

inline bool eventually(const std::function<bool()>& condition)
{
    QDeadlineTimer deadline(10'000);
    QTimer waking; // With a time limit processEvents() would not wait but spin.
    waking.start(10);
    while (!condition() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return condition();
}

/// What the engine makes of the words; checks that it answers once.
inline Expected<voice::Sound, IoError> spoken(voice::SpeechEngine& speech,
                                              const voice::Phrase& phrase)
{
    std::optional<Expected<voice::Sound, IoError>> answer;
    int answers = 0;
    speech.speak(phrase, [&](Expected<voice::Sound, IoError> result) {
        answer = std::move(result);
        ++answers;
    });
    REQUIRE(eventually([&] { return answer.has_value(); }));
    QCoreApplication::processEvents();
    CHECK(answers == 1);
    return *answer;
}

inline voice::Sound soundIn(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto sound = voice::soundFromWav(file.readAll().toStdString());
    REQUIRE(sound);
    return *sound;
}

/// A line of heard.txt (shared/voice/sound_folder.h).
struct Heard
{
    std::string name;
    int beganMs = 0;
    int endedMs = 0;
    bool isWhole = false;
};

inline std::vector<Heard> heardIn(const QString& folder)
{
    std::vector<Heard> all;
    QFile file(folder + QStringLiteral("/heard.txt"));
    if (!file.open(QIODevice::ReadOnly)) {
        return all;
    }
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine().trimmed().split(' ');
        REQUIRE(words.size() == 4);
        all.push_back({.name = words[0].toStdString(),
                       .beganMs = words[1].toInt(),
                       .endedMs = words[2].toInt(),
                       .isWhole = words[3] == "whole"});
    }
    return all;
}

} // namespace talon::test
