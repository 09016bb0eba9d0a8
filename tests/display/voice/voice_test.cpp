#include "display/voice/voice.h"

#include "display/voice/call_phrase.h"
#include "display/voice/chime.h"
#include "shared/voice/espeak_speech.h"
#include "tests/shared/voice/talking.h"
#include "tests/shared/voice/tones.h"
#include "tests/support/catch.h"

#include <QCoreApplication>

#include <memory>
#include <optional>

using namespace talon;
using namespace talon::display;
using namespace talon::test;
using namespace talon::voice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Says when it is asked to; ends when the test lets it.
class HeldOutput : public SoundOutput
{
public:
    void play(const QString& name, const Sound& sound, std::function<void()> done) override
    {
        CHECK(!m_done);
        names.push_back(name);
        lengths.push_back(sound.length());
        peaks.push_back(peak(sound));
        m_done = std::move(done);
    }

    void stop() override { m_done = {}; }

    void end()
    {
        REQUIRE(m_done);
        std::exchange(m_done, {})();
    }

    QStringList names;
    std::vector<std::chrono::milliseconds> lengths;
    std::vector<int> peaks;

private:
    std::function<void()> m_done;
};

/// Answers at once with the sound that it is given, or with a fault.
class GivenSpeech : public SpeechEngine
{
public:
    void speak(const Phrase&, Done done) override
    {
        m_answering = std::make_unique<QObject>();
        QTimer::singleShot(0, m_answering.get(), [this, done] {
            if (sound) {
                done(*sound);
            } else {
                done(Unexpected(IoError{.what = "is hoarse"}));
            }
        });
    }

    void forget() override { m_answering.reset(); }

    std::optional<Sound> sound = toneOf(500, 0.5, 22050, 0.2);

private:
    std::unique_ptr<QObject> m_answering;
};

/// A voice whose calls are let through one by one; notes in which order they begin.
struct Hall
{
    Hall()
    {
        QObject::connect(&voice, &Voice::began, [this](qint64 id) { began.push_back(id); });
    }

    void say(std::int64_t id, Rank rank = Rank::Call)
    {
        voice.say({.id = id, .phrase = {.text = "x", .language = "ru"}, .rank = rank});
    }

    void hear()
    {
        heard += 1;
        REQUIRE(eventually([this] { return began.size() == heard; }));
        output.end();
    }

    GivenSpeech speech;
    HeldOutput output;
    Voice voice{speech, output};
    std::vector<qint64> began;
    std::size_t heard = 0;
};

using Ids = std::vector<qint64>;

} // namespace

TEST_CASE("espeak-ng speaks both languages, loud enough and of a likely length")
{
    EspeakSpeech speech(u"espeak-ng"_s);
    for (const char* const language : {"ru", "en"}) {
        for (const char* const number : {"А001", "Б015", "В120", "Ж999"}) {
            const auto sound = spoken(speech, callPhrase(number, "12", language));
            INFO(language << " " << number);
            REQUIRE(sound);
            CHECK(sound->rate == chime().rate);
            CHECK(sound->length() > 1500ms);
            CHECK(sound->length() < 6s);
            CHECK(peak(*sound) > 5000);
        }
    }
}

TEST_CASE("longer phrases take longer: nothing is cut off")
{
    EspeakSpeech speech(u"espeak-ng"_s);
    const auto quick = spoken(speech, callPhrase("А100", "1", "ru"));
    const auto slow = spoken(speech, callPhrase("А888", "38", "ru"));
    REQUIRE(quick);
    REQUIRE(slow);
    CHECK(slow->length() > quick->length() + 500ms);
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

TEST_CASE("who is called again is heard first, but the call that sounds is not cut off")
{
    Hall hall;
    hall.say(1);
    hall.say(2);
    REQUIRE(eventually([&] { return hall.began.size() == 1; }));
    hall.say(3, Rank::Recall);
    CHECK(hall.output.names.size() == 1);
    for (int i = 0; i < 3; ++i) {
        hall.hear();
    }
    CHECK(hall.began == Ids{1, 3, 2});
}

TEST_CASE("a call is dropped while it waits, and not any more when its turn has come")
{
    Hall hall;
    for (const std::int64_t id : {1, 2, 3}) {
        hall.say(id);
    }
    CHECK_FALSE(hall.voice.drop(1)); // Its words are being made.
    CHECK(hall.voice.drop(2));
    CHECK_FALSE(hall.voice.drop(2));
    CHECK(hall.voice.waiting() == 2);
    hall.hear();
    hall.hear();
    CHECK(hall.began == Ids{1, 3});
    CHECK_FALSE(hall.voice.drop(3));
    CHECK(hall.voice.waiting() == 0);
}

TEST_CASE("the volume holds from the next call on, for the chime and the words")
{
    Hall hall;
    for (const int percent : {100, 50, 0}) {
        hall.voice.setVolume(percent);
        hall.say(percent + 1);
        hall.hear();
    }
    CHECK(hall.output.peaks[0] > 20000);
    CHECK(std::abs(hall.output.peaks[0] - 2 * hall.output.peaks[1]) <= 2);
    CHECK(hall.output.peaks[2] == 0);
    CHECK(hall.output.lengths[0] == hall.output.lengths[2]);
}

TEST_CASE("words of any rate and loudness are as loud as any other, and as long as they were")
{
    Hall hall;
    for (const int rate : {8000, 22050, 44100}) {
        hall.speech.sound = toneOf(500, 0.5, rate, rate == 44100 ? 0.9 : 0.05);
        hall.say(rate);
        hall.hear();
    }
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(hall.output.peaks[i] == Approx(0.85 * 32767).epsilon(0.01));
        CHECK(std::abs((hall.output.lengths[i] - hall.output.lengths[0]).count()) <= 1);
    }
}

TEST_CASE("a call without words is told, and so is the next one that has them")
{
    Hall hall;
    int changes = 0;
    QObject::connect(&hall.voice, &Voice::problemChanged, [&changes] { ++changes; });
    const auto words = std::exchange(hall.speech.sound, std::nullopt);
    for (const std::int64_t id : {1, 2}) {
        hall.say(id);
        hall.hear();
        CHECK(hall.voice.hasProblem());
        CHECK(changes == 1);
    }
    hall.speech.sound = words;
    hall.say(3);
    hall.hear();
    CHECK_FALSE(hall.voice.hasProblem());
    CHECK(changes == 2);
    CHECK(hall.began == Ids{1, 2, 3});
    CHECK(hall.output.lengths[0] < hall.output.lengths[2]);
}
