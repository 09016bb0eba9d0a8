#include "display/voice/voice.h"

#include "display/voice/espeak_speech.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <optional>

using namespace talon;
using namespace talon::voice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool eventually(const std::function<bool()>& condition)
{
    QDeadlineTimer deadline(10'000);
    while (!condition() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return condition();
}

std::optional<Expected<Sound, IoError>> spoken(EspeakSpeech& speech, const Phrase& phrase)
{
    std::optional<Expected<Sound, IoError>> answer;
    int answers = 0;
    speech.speak(phrase, [&](Expected<Sound, IoError> result) {
        answer = std::move(result);
        ++answers;
    });
    CHECK(eventually([&] { return answer.has_value(); }));
    QCoreApplication::processEvents();
    CHECK(answers == 1);
    return answer;
}

QString script(const QTemporaryDir& folder, const QByteArray& lines)
{
    QFile file(folder.filePath(u"speech"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + lines);
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    return file.fileName();
}

/// Says when it is asked to; ends when the test lets it.
class HeldOutput : public SoundOutput
{
public:
    void play(const QString& name, const Sound& sound, std::function<void()> done) override
    {
        CHECK(!m_done);
        names.push_back(name);
        lengths.push_back(sound.length());
        m_done = std::move(done);
    }

    void end()
    {
        REQUIRE(m_done);
        std::exchange(m_done, {})();
    }

    QStringList names;
    std::vector<std::chrono::milliseconds> lengths;

private:
    std::function<void()> m_done;
};

} // namespace

TEST_CASE("espeak-ng speaks both languages, loud enough and of a likely length")
{
    EspeakSpeech speech(u"espeak-ng"_s);
    for (const char* const language : {"ru", "en"}) {
        for (const char* const number : {"А001", "Б015", "В120", "Ж999"}) {
            const auto sound = spoken(speech, callPhrase(number, "12", language));
            INFO(language << " " << number);
            REQUIRE(*sound);
            CHECK((*sound)->rate == chime().rate);
            CHECK((*sound)->length() > 1500ms);
            CHECK((*sound)->length() < 6s);
            CHECK(peak(**sound) > 5000);
        }
    }
}

TEST_CASE("longer phrases take longer: nothing is cut off")
{
    EspeakSpeech speech(u"espeak-ng"_s);
    const auto quick = spoken(speech, callPhrase("А100", "1", "ru"));
    const auto slow = spoken(speech, callPhrase("А888", "38", "ru"));
    REQUIRE(*quick);
    REQUIRE(*slow);
    CHECK((*slow)->length() > (*quick)->length() + 500ms);
}

TEST_CASE("speech that fails is an error, said once")
{
    const QTemporaryDir folder;
    const Phrase phrase = callPhrase("А001", "1", "ru");
    for (const QByteArray lines :
         {"exit 3\n", "echo nonsense\n", "kill -9 $$\n", "exec sleep 30\n"}) {
        INFO(lines.toStdString());
        EspeakSpeech speech(script(folder, lines));
        const auto answer = spoken(speech, phrase);
        CHECK_FALSE(*answer);
        QFile::remove(folder.filePath(u"speech"_s));
    }
    EspeakSpeech nobody(u"/no/such/program"_s);
    CHECK_FALSE(*spoken(nobody, phrase));
}

TEST_CASE("calls are heard one after the other, in their order, none lost")
{
    EspeakSpeech speech(u"espeak-ng"_s);
    HeldOutput output;
    Voice voice(speech, output);
    std::vector<qint64> began;
    QObject::connect(&voice, &Voice::began, [&](qint64 id) { began.push_back(id); });
    for (std::int64_t id = 1; id <= 5; ++id) {
        voice.say({.id = id, .phrase = callPhrase("А00" + std::to_string(id), "3", "ru")});
    }
    for (qsizetype count = 1; count <= 5; ++count) {
        REQUIRE(eventually([&] { return output.names.size() == count; }));
        QCoreApplication::processEvents();
        CHECK(output.names.size() == count);
        CHECK(began.size() == static_cast<std::size_t>(count));
        CHECK(output.lengths.back() > chime().length() + 1500ms);
        output.end();
    }
    CHECK(began == std::vector<qint64>{1, 2, 3, 4, 5});
    CHECK(output.names.last() == u"call-000005"_s);
    CHECK(voice.waiting() == 0);
}

TEST_CASE("outputs are opened by their names")
{
    const QTemporaryDir folder;
    CHECK(openSoundOutput(u"none"_s));
    CHECK(openSoundOutput(u"wav:"_s + folder.filePath(u"a/b"_s)));
    CHECK(QDir(folder.filePath(u"a/b"_s)).exists());
    CHECK_FALSE(openSoundOutput(u"wav:"_s));
    CHECK_FALSE(openSoundOutput(u"wav:/proc/nowhere"_s));
    CHECK_FALSE(openSoundOutput(u"gramophone"_s));
}

TEST_CASE("a sound device that is not there ends every sound all the same")
{
    const auto output = openSoundOutput(u"device"_s);
    REQUIRE(output);
    for (int i = 0; i < 2; ++i) {
        bool done = false;
        (*output)->play(u"call-1"_s, silence(50ms), [&done] { done = true; });
        CHECK_FALSE(done);
        CHECK(eventually([&] { return done; }));
    }
}
