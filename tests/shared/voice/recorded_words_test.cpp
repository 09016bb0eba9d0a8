#include "shared/voice/recorded_words.h"

#include "shared/voice/recorded_speech.h"
#include "tests/shared/voice/talking.h"
#include "tests/shared/voice/tones.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QTemporaryDir>

using namespace talon;
using namespace talon::test;
using namespace talon::voice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Rate = 22050;

/// The folder of an office that has recorded its words: a tone for each.
class Office
{
public:
    void record(const char* file, const Sound& sound) const { write(file, wavFrom(sound)); }

    void write(const char* file, const std::string& bytes) const
    {
        const QString path = m_folder.filePath(QString::fromUtf8(file));
        REQUIRE(QDir().mkpath(QFileInfo(path).path()));
        QFile wav(path);
        REQUIRE(wav.open(QIODevice::WriteOnly));
        wav.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }

    RecordedWords words() const { return RecordedWords(m_folder.path()); }

private:
    QTemporaryDir m_folder;
};

Phrase russian(const char* text)
{
    return {.text = text, .language = "ru"};
}

/// Notes what it is asked for; says a second of silence.
class OtherSpeech : public SpeechEngine
{
public:
    void speak(const Phrase& phrase, Done done) override
    {
        asked.push_back(phrase.text);
        m_answering = std::make_unique<QObject>();
        QTimer::singleShot(0, m_answering.get(), [done] { done(silence(1s)); });
    }

    void forget() override { m_answering.reset(); }

    std::vector<std::string> asked;

private:
    std::unique_ptr<QObject> m_answering;
};

} // namespace

TEST_CASE("a phrase is its words one after the other, with a pause at the comma")
{
    const Office office;
    office.record("ru/talon.wav", toneOf(300, 0.2, Rate, 0.3));
    office.record("ru/sto.wav", toneOf(500, 0.2, Rate, 0.3));
    office.record("ru/okno.wav", toneOf(700, 0.2, Rate, 0.3));
    const RecordedWords words = office.words();
    CHECK(words.faults().isEmpty());
    CHECK(words.has("ru", "sto"));
    CHECK_FALSE(words.has("ru", "dvesti"));
    CHECK_FALSE(words.has("en", "sto"));
    const auto together = words.said(russian("Талон сто окно"));
    const auto apart = words.said(russian("Талон сто, окно"));
    REQUIRE(together);
    REQUIRE(apart);
    CHECK(together->rate == Sound().rate);
    CHECK(together->length() >= 3 * 200ms - 30ms);
    CHECK(together->length() < 3 * 200ms + 150ms);
    CHECK(apart->length() > together->length() + 100ms);
    for (const double hertz : {300.0, 500.0, 700.0}) {
        CHECK(strengthOf(*together, hertz) > 0.03);
    }
}

TEST_CASE("words recorded at one go are taken before single ones")
{
    const Office office;
    office.record("ru/okno.wav", toneOf(300, 0.2, Rate, 0.3));
    office.record("ru/pyat.wav", toneOf(500, 0.2, Rate, 0.3));
    office.record("ru/okno-pyat.wav", toneOf(900, 0.3, Rate, 0.3));
    const RecordedWords words = office.words();
    const auto both = words.said(russian("окно пять"));
    REQUIRE(both);
    CHECK(strengthOf(*both, 900) > 0.1);
    CHECK(strengthOf(*both, 300) < 0.01);
    const auto five = words.said(russian("пять окно"));
    REQUIRE(five);
    CHECK(strengthOf(*five, 900) < 0.01);
}

TEST_CASE("words of any rate and loudness become alike, without the room around them")
{
    const Office office;
    const auto inRoom = [](const Sound& word) {
        Sound all{.rate = word.rate, .samples = {}};
        all.samples.resize(static_cast<std::size_t>(word.rate), 20); // A second of hum.
        all.samples.insert(all.samples.end(), word.samples.begin(), word.samples.end());
        all.samples.resize(all.samples.size() + static_cast<std::size_t>(word.rate), -20);
        return all;
    };
    office.record("ru/sto.wav", inRoom(toneOf(500, 0.25, 48000, 0.8)));
    office.record("ru/dvesti.wav", inRoom(toneOf(500, 0.25, 44100, 0.05)));
    office.record("ru/trista.wav", inRoom(toneOf(500, 0.25, 8000, 0.3)));
    const RecordedWords words = office.words();
    CHECK(words.faults().isEmpty());
    for (const char* const word : {"сто", "двести", "триста"}) {
        INFO(word);
        const auto sound = words.said(russian(word));
        REQUIRE(sound);
        CHECK(sound->rate == Rate);
        CHECK(sound->length() > 240ms);
        CHECK(sound->length() < 280ms);
        CHECK(levelOf(*sound) == Approx(4000).epsilon(0.1));
        CHECK(peak(*sound) < 32767);
        CHECK(std::abs(sound->samples.front()) < 200); // No click.
        CHECK(std::abs(sound->samples.back()) < 200);
    }
}

TEST_CASE("files that are no words are told by name, and the others serve")
{
    const Office office;
    office.record("ru/sto.wav", toneOf(500, 0.2, Rate, 0.3));
    office.write("ru/broken.wav", "RIFF????WAVEfm");
    office.write("ru/music.wav", "ID3 this is an MP3 by another name");
    std::string stereo = wavFrom(toneOf(500, 0.2, Rate, 0.3));
    stereo[22] = 2;
    office.write("ru/stereo.wav", stereo);
    office.record("ru/silent.wav", silence(1s));
    office.record("ru/blink.wav", toneOf(500, 0.005, Rate, 0.3));
    office.record("ru/endless.wav", toneOf(500, 11, Rate, 0.3));
    office.write("ru/huge.wav", std::string(5'000'000, 'x'));
    office.write("ru/notes.txt", "Recorded on Monday");
    const RecordedWords words = office.words();
    CHECK(words.said(russian("сто")));
    CHECK(words.faults().size() == 7);
    for (const char* const name :
         {"broken", "music", "stereo", "silent", "blink", "endless", "huge"}) {
        INFO(name);
        CHECK(words.faults().filter(u'/' + QLatin1StringView(name) + u".wav"_s).size() == 1);
        CHECK_FALSE(words.has("ru", name));
    }
    CHECK(RecordedWords(u"/no/such/folder"_s).faults().size() == 1);
    const QTemporaryDir empty;
    CHECK(RecordedWords(empty.path()).faults().size() == 1);
}

TEST_CASE("a phrase with a word that is missing is said whole by the other engine")
{
    const Office office;
    office.record("ru/talon.wav", toneOf(300, 0.2, Rate, 0.3));
    office.record("ru/sto.wav", toneOf(500, 0.2, Rate, 0.3));
    const RecordedWords words = office.words();
    const auto lacking = words.said(russian("Талон двести"));
    REQUIRE_FALSE(lacking);
    CHECK(lacking.error() == "ru/dvesti.wav");
    CHECK_FALSE(words.said({.text = "Ticket", .language = "en"}));

    OtherSpeech other;
    RecordedSpeech speech(office.words(), other);
    const auto own = spoken(speech, russian("Талон сто"));
    REQUIRE(own);
    CHECK(own->length() < 600ms);
    CHECK(other.asked.empty());
    const auto others = spoken(speech, russian("Талон двести"));
    REQUIRE(others);
    CHECK(*others == silence(1s));
    CHECK(other.asked == std::vector<std::string>{"Талон двести"});
    CHECK(spoken(speech, russian("Талон сто")));
    CHECK(other.asked.size() == 1);
}

TEST_CASE("recorded speech that is forgotten is not answered, whoever says it")
{
    const Office office;
    office.record("ru/sto.wav", toneOf(500, 0.2, Rate, 0.3));
    OtherSpeech other;
    RecordedSpeech speech(office.words(), other);
    for (const char* const text : {"сто", "двести"}) {
        speech.speak(russian(text), [](const Expected<Sound, IoError>&) { FAIL("is forgotten"); });
        speech.forget();
        CHECK(spoken(speech, russian("сто")));
    }
}
