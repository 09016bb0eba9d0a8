#include "shared/voice/espeak_speech.h"
#include "shared/voice/sound_output.h"
#include "tests/shared/voice/talking.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

using namespace talon;
using namespace talon::test;
using namespace talon::voice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Phrase Words{.text = "Талон а ноль пятнадцать", .language = "ru"};

QString script(const QTemporaryDir& folder, const QByteArray& lines)
{
    QFile file(folder.filePath(u"speech"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + lines);
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    return file.fileName();
}

} // namespace

TEST_CASE("speech that fails is an error, said once")
{
    const QTemporaryDir folder;
    for (const QByteArray lines :
         {"exit 3\n", "echo nonsense\n", "kill -9 $$\n", "exec sleep 30\n"}) {
        INFO(lines.toStdString());
        EspeakSpeech speech(script(folder, lines));
        const auto answer = spoken(speech, Words);
        CHECK_FALSE(answer);
        QFile::remove(folder.filePath(u"speech"_s));
    }
    EspeakSpeech nobody(u"/no/such/program"_s);
    CHECK_FALSE(spoken(nobody, Words));
}

TEST_CASE("outputs are opened by their names")
{
    const QTemporaryDir folder;
    CHECK(openSoundOutput(u"none"_s));
    CHECK(openSoundOutput(u"wav:"_s + folder.filePath(u"a/b"_s)));
    CHECK(QDir(folder.filePath(u"a/b"_s)).exists());
    CHECK(openSoundOutput(u"live:"_s + folder.filePath(u"c"_s)));
    CHECK(openSoundOutput(u"device:Head phones"_s));
    CHECK_FALSE(openSoundOutput(u"wav:"_s));
    CHECK_FALSE(openSoundOutput(u"live"_s));
    CHECK_FALSE(openSoundOutput(u"device:"_s));
    CHECK_FALSE(openSoundOutput(u"wav:/proc/nowhere"_s));
    CHECK_FALSE(openSoundOutput(u"gramophone"_s));
}

TEST_CASE("a phrase that is forgotten is not answered, and the next one is said in its place")
{
    EspeakSpeech speech(u"espeak-ng"_s);
    const auto alone = spoken(speech, Words);
    REQUIRE(alone);
    const auto mustNot = [](const Expected<Sound, IoError>&) { FAIL("is forgotten"); };
    for (int i = 0; i < 5; ++i) {
        // At another moment of its life each time.
        speech.speak({.text = "Это никто не услышит " + std::to_string(i), .language = "ru"},
                     mustNot);
        for (int turn = 0; turn < i; ++turn) {
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        }
        speech.forget();
        const auto sound = spoken(speech, Words);
        REQUIRE(sound);
        CHECK(*sound == *alone);
    }
}

TEST_CASE("a run that hangs does not keep the next phrase waiting once it is forgotten")
{
    const QTemporaryDir folder;
    const QString program =
        script(folder, "case \"$*\" in *hang*) exec sleep 30;; esac\nexec espeak-ng \"$@\"\n");
    EspeakSpeech speech(program);
    speech.speak({.text = "hang", .language = "en"},
                 [](const Expected<Sound, IoError>&) { FAIL("is forgotten"); });
    QCoreApplication::processEvents();
    speech.forget();
    CHECK(spoken(speech, Words));
    speech.forget();
    CHECK(spoken(speech, Words));
}

TEST_CASE("a sound device that is not there ends every sound all the same")
{
    for (const QString& uri : {u"device"_s, u"device:no such headphones"_s}) {
        const auto output = openSoundOutput(uri);
        REQUIRE(output);
        for (int i = 0; i < 2; ++i) {
            bool done = false;
            (*output)->play(u"call-1"_s, silence(50ms), [&done] { done = true; });
            CHECK_FALSE(done);
            CHECK(eventually([&] { return done; }));
        }
    }
}

TEST_CASE("a sound that is stopped does not say its end, on any output")
{
    const QTemporaryDir folder;
    for (const QString& uri : {u"none"_s, u"device"_s, u"wav:"_s + folder.filePath(u"w"_s),
                               u"live:"_s + folder.filePath(u"l"_s)}) {
        INFO(uri.toStdString());
        const auto output = openSoundOutput(uri);
        REQUIRE(output);
        (*output)->stop();
        (*output)->play(u"first"_s, silence(30ms), [] { FAIL("was stopped"); });
        (*output)->stop();
        bool done = false;
        (*output)->play(u"second"_s, silence(60ms), [&done] { done = true; });
        CHECK(eventually([&] { return done; }));
        (*output)->stop();
    }
}

TEST_CASE("the live folder has as much of a stopped sound as was heard, and the times of all")
{
    const QTemporaryDir folder;
    const auto output = openSoundOutput(u"live:"_s + folder.path());
    REQUIRE(output);
    bool done = false;
    (*output)->play(u"a"_s, silence(5s), [] { FAIL("was stopped"); });
    QTimer::singleShot(100ms, [&done] { done = true; });
    REQUIRE(eventually([&] { return done; }));
    (*output)->stop();
    done = false;
    (*output)->play(u"b"_s, silence(80ms), [&done] { done = true; });
    REQUIRE(eventually([&] { return done; }));
    CHECK(soundIn(folder.filePath(u"a.wav"_s)).length() >= 90ms);
    CHECK(soundIn(folder.filePath(u"a.wav"_s)).length() < 4s);
    CHECK(soundIn(folder.filePath(u"b.wav"_s)).length() == 80ms);
    const std::vector<Heard> heard = heardIn(folder.path());
    REQUIRE(heard.size() == 2);
    CHECK(heard[0].name == "a");
    CHECK_FALSE(heard[0].isWhole);
    CHECK(heard[1].isWhole);
    CHECK(heard[1].beganMs >= heard[0].endedMs);
    CHECK(heard[1].endedMs - heard[1].beganMs >= 79);
}
