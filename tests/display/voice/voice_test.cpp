#include "display/voice/voice.h"

#include "display/voice/call_phrase.h"
#include "display/voice/chime.h"
#include "shared/voice/espeak_speech.h"
#include "tests/shared/voice/talking.h"
#include "tests/support/catch.h"

#include <QCoreApplication>

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
