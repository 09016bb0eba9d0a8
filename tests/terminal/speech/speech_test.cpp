#include "terminal/speech/speech.h"

#include "shared/voice/espeak_speech.h"
#include "terminal/speech/limits.h"
#include "terminal/speech/sentences.h"
#include "tests/shared/voice/talking.h"
#include "tests/support/catch.h"
#include "tests/terminal/speech/held_speech.h"
#include "tests/terminal/speech/scenes.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

using namespace talon;
using namespace talon::terminal;
using namespace talon::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class CountedOutput : public voice::SoundOutput
{
public:
    explicit CountedOutput(voice::SoundOutput& output)
        : m_output(output)
    {}

    void play(const QString& name, const voice::Sound& sound, std::function<void()> done) override
    {
        ++plays;
        m_output.play(name, sound, std::move(done));
    }

    void stop() override { m_output.stop(); }

    int plays = 0;

private:
    voice::SoundOutput& m_output;
};

} // namespace

TEST_CASE("sentences are heard one after the other, the next being made meanwhile")
{
    HeldSpeech held;
    held.speech.say(u"Раз. Два. Три. Четыре."_s, u"ru"_s);
    CHECK(held.speech.isSpeaking());
    held.engine.answer();
    CHECK(held.output.isPlaying());
    held.engine.answer();
    held.engine.answer();
    // Two wait ready: the fourth is not made before there is room.
    CHECK_FALSE(held.engine.isAsked());
    held.output.end();
    CHECK(held.engine.isAsked());
    held.finish();
    CHECK(held.output.names.size() == 4);
    CHECK(held.output.names.back() == "prompt-00001-04");
    CHECK(held.ended == 1);
    CHECK_FALSE(held.speech.isSpeaking());
}

TEST_CASE("a new prompt is heard at once in place of the old one, at any moment of it")
{
    for (int moment = 0; moment < 4; ++moment) {
        INFO(moment);
        HeldSpeech held;
        held.speech.say(u"Раз. Два. Три."_s, u"ru"_s);
        for (int i = 0; i < moment; ++i) {
            i == 1 ? held.output.end() : held.engine.answer();
        }
        const bool wasPlaying = held.output.isPlaying();
        const bool wasMaking = held.engine.isAsked();
        held.speech.say(u"Новое."_s, u"ru"_s);
        CHECK(held.output.stopped == (wasPlaying ? 1 : 0));
        CHECK(held.engine.forgotten == (wasMaking ? 1 : 0));
        CHECK(held.engine.asked.back() == "Новое.");
        held.finish();
        CHECK(held.output.names.back() == "prompt-00002-01");
        CHECK(held.ended == 1);
    }
}

TEST_CASE("what does not interrupt comes after it")
{
    HeldSpeech held;
    held.speech.say(u"Ваш номер."_s, u"ru"_s);
    held.speech.say(u"Талон напечатан."_s, u"ru"_s, Interrupt::No);
    held.finish();
    CHECK(held.engine.asked == std::vector<std::string>{"Ваш номер.", "Талон напечатан."});
    CHECK(held.output.stopped == 0);
    CHECK(held.ended == 1);
    held.speech.say(u"Одно."_s, u"ru"_s, Interrupt::No);
    held.finish();
    CHECK(held.output.names.size() == 3);
}

TEST_CASE("what was said last is repeated from the beginning, also when it was stopped")
{
    HeldSpeech held;
    held.speech.repeat();
    CHECK_FALSE(held.speech.isSpeaking());
    held.speech.say(u"Раз. Два."_s, u"ru"_s);
    held.engine.answer();
    held.speech.stop();
    CHECK_FALSE(held.speech.isSpeaking());
    CHECK(held.ended == 0);
    held.speech.repeat();
    held.finish();
    CHECK(held.output.names.back() == "prompt-00002-02");
    held.speech.reset();
    held.speech.repeat();
    CHECK_FALSE(held.speech.isSpeaking());
}

TEST_CASE("a sentence is made once, however often it is said")
{
    HeldSpeech held;
    for (int i = 0; i < 5; ++i) {
        held.speech.say(u"Раз. Два."_s, u"ru"_s);
        held.finish();
    }
    CHECK(held.engine.asked.size() == 2);
    CHECK(held.output.names.size() == 10);
    held.speech.say(u"Раз."_s, u"en"_s); // Cyrillic is read by the same voice.
    held.finish();
    CHECK(held.engine.asked.size() == 2);
}

TEST_CASE("the cache lets go of what was used longest ago, and never grows beyond its size")
{
    PhraseCache cache(1000);
    const auto phrase = [](int i) {
        return voice::Phrase{.text = std::to_string(i), .language = "ru"};
    };
    const voice::Sound sound{.samples = std::vector<std::int16_t>(100)};
    for (int i = 0; i < 5; ++i) {
        cache.keep(phrase(i), sound);
    }
    CHECK(cache.bytes() == 1000);
    CHECK(cache.find(phrase(0)) != nullptr);
    cache.keep(phrase(5), sound);
    CHECK(cache.find(phrase(0)) != nullptr);
    CHECK(cache.find(phrase(1)) == nullptr);
    cache.keep(phrase(6), {.samples = std::vector<std::int16_t>(501)});
    CHECK(cache.find(phrase(6)) == nullptr);
    CHECK(cache.size() == 5);
    cache.keep(phrase(7), {.samples = std::vector<std::int16_t>(500)});
    CHECK(cache.size() == 1);
    CHECK(cache.bytes() == 1000);
    cache.keep(phrase(7), sound);
    CHECK(cache.bytes() == 1000);
    CHECK(cache.find({.text = "7", .language = "en"}) == nullptr);
}

TEST_CASE("a fault of the engine is a problem until it speaks again, and stops nothing else")
{
    HeldSpeech held;
    held.speech.say(u"Раз. Два. Три."_s, u"ru"_s);
    held.engine.fail();
    CHECK(held.speech.problem() == u"no voice"_s);
    held.engine.answer();
    CHECK(held.speech.problem().isEmpty());
    held.finish();
    CHECK(held.output.names.size() == 2);
    CHECK(held.ended == 1);
}

TEST_CASE("an engine that cannot speak at all is asked twice, not for every sentence")
{
    HeldSpeech held;
    held.speech.say(u"Раз. Два. Три. Четыре. Пять."_s, u"ru"_s);
    held.engine.fail();
    held.engine.fail();
    CHECK_FALSE(held.engine.isAsked());
    CHECK_FALSE(held.speech.isSpeaking());
    CHECK(held.ended == 1);
    held.speech.say(u"Снова."_s, u"ru"_s);
    CHECK(held.engine.isAsked());
}

TEST_CASE("there are three volumes, each clearly louder, and a new visitor has the middle one")
{
    HeldSpeech held;
    held.speech.changeVolume();
    CHECK(held.speech.volume() == Volume::Loud);
    held.speech.changeVolume();
    CHECK(held.speech.volume() == Volume::Quiet);
    for (const Volume volume : {Volume::Quiet, Volume::Normal, Volume::Loud}) {
        held.speech.setVolume(volume);
        held.speech.say(u"Раз."_s, u"ru"_s);
        held.finish();
    }
    REQUIRE(held.output.peaks.size() == 3);
    CHECK(held.output.peaks[1] > 2 * held.output.peaks[0]);
    CHECK(held.output.peaks[2] > 2 * held.output.peaks[1]);
    CHECK(held.output.peaks[2] < 32767);
    held.speech.reset();
    CHECK(held.speech.volume() == Volume::Normal);
}

TEST_CASE("a prompt without end is cut, and one without words is not said")
{
    HeldSpeech held;
    QString endless;
    for (int i = 0; i < 500; ++i) {
        endless += u"Раз %1. "_s.arg(i);
    }
    held.speech.say(endless, u"ru"_s);
    held.speech.say(endless, u"ru"_s, Interrupt::No);
    held.finish();
    CHECK(held.output.names.size() == SentencesMax);
    held.speech.say(u" ... "_s, u"ru"_s);
    CHECK_FALSE(held.speech.isSpeaking());
}

TEST_CASE("with espeak-ng, whoever touches on hears no two prompts at once")
{
    const QTemporaryDir folder;
    voice::EspeakSpeech engine(u"espeak-ng"_s, PromptManner);
    const auto live = voice::openSoundOutput(u"live:"_s + folder.path());
    REQUIRE(live);
    CountedOutput output(**live);
    Speech speech(engine, output);
    int ended = 0;
    QObject::connect(&speech, &Speech::ended, &speech, [&ended] { ++ended; });
    const auto waitFor = [](std::chrono::milliseconds time) {
        bool isOver = false;
        QTimer::singleShot(time, [&isOver] { isOver = true; });
        REQUIRE(eventually([&isOver] { return isOver; }));
    };
    const auto all = services();
    const int count = static_cast<int>(all.size());
    for (int i = 0; i < count; ++i) {
        const int before = output.plays;
        const SpokenChoice& choice = all[static_cast<std::size_t>(i)];
        speech.say(QString::fromStdString(choicePrompt(choice, i + 1, count, "ru")), u"ru"_s);
        // Touched on while its sound is made, within the first sentence, within the second.
        if (i % 3 > 0) {
            REQUIRE(eventually([&] { return output.plays == before + i % 3; }));
        }
        waitFor(10ms * (1 + i));
    }
    CHECK(ended == 0);
    speech.say(u"Готово."_s, u"ru"_s);
    REQUIRE(eventually([&ended] { return ended == 1; }));
    const std::vector<Heard> heard = heardIn(folder.path());
    REQUIRE(static_cast<int>(heard.size()) == output.plays);
    int cut = 0;
    for (std::size_t i = 0; i < heard.size(); ++i) {
        INFO(heard[i].name);
        CHECK((i == 0 || heard[i].beganMs >= heard[i - 1].endedMs));
        cut += heard[i].isWhole ? 0 : 1;
        const voice::Sound sound =
            soundIn(folder.filePath(QString::fromStdString(heard[i].name) + u".wav"_s));
        CHECK(sound.length().count() <= heard[i].endedMs - heard[i].beganMs + 2);
    }
    CHECK(cut >= 4);
    CHECK(heard.back().isWhole);
    CHECK(heard.back().name == "prompt-00010-01");
}

TEST_CASE("a dead engine never blocks and never crashes")
{
    voice::EspeakSpeech engine(u"/no/such/program"_s, PromptManner);
    const auto output = voice::openSoundOutput(u"none"_s);
    REQUIRE(output);
    Speech speech(engine, **output);
    int ended = 0;
    QObject::connect(&speech, &Speech::ended, &speech, [&ended] { ++ended; });
    for (int i = 1; i <= 3; ++i) {
        speech.say(u"Раз. Два. Три."_s, u"ru"_s);
        CHECK(eventually([&] { return ended == i; }));
    }
    CHECK(speech.problem().contains(u"/no/such/program"_s));
    CHECK_FALSE(speech.problem().contains(u"too long"_s));
}
