#include "display/app/voice_options.h"

#include "shared/voice/sound.h"
#include "tests/support/catch.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace talon;
using namespace talon::display;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString Kazakh = QStringLiteral(TALON_SOURCE_DIR "/packaging/voices/kk.voice");

Expected<VoiceOptions, QString> optionsFrom(const QStringList& line)
{
    const VoiceCommandLine voice;
    QCommandLineParser parser;
    parser.addOptions(voice.options());
    REQUIRE(parser.parse(QStringList{u"talon-display"_s} + line));
    return voice.read(parser);
}

} // namespace

TEST_CASE("without options espeak-ng speaks Russian and English at full volume")
{
    const auto options = optionsFrom({});
    REQUIRE(options);
    CHECK(options->program == u"espeak-ng"_s);
    CHECK_FALSE(options->recorded);
    CHECK(options->languages == ownLanguages());
    CHECK(options->volume == VolumePlan());
    CHECK_FALSE(options->toList);
}

TEST_CASE("the office's words, languages and hours are taken")
{
    const auto options = optionsFrom({u"--speech"_s, u"recorded:/srv/words"_s, u"--voice"_s, Kazakh,
                                      u"--volume"_s, u"80"_s, u"--volume-at"_s, u"13:00-14:00=40"_s,
                                      u"--volume-at"_s, u"20:00-08:00=20"_s});
    REQUIRE(options);
    CHECK(options->program == u"espeak-ng"_s); // Says what was not recorded.
    CHECK(options->recorded == u"/srv/words"_s);
    CHECK(options->languages.size() == 3);
    CHECK(options->volume.at(12h) == 80);
    CHECK(options->volume.at(13h) == 40);
    CHECK(options->volume.at(23h) == 20);
    CHECK(optionsFrom({u"--speech"_s, u"/opt/speaker"_s})->program == u"/opt/speaker"_s);
}

TEST_CASE("what is wrong with the voice is told by the option's name")
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"no.voice"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("language = kk\n");
    file.close();
    const QStringList rows[] = {
        {u"--speech"_s, u""_s},        {u"--speech"_s, u"recorded:"_s},
        {u"--voice"_s, u"/no/such"_s}, {u"--voice"_s, file.fileName()},
        {u"--volume"_s, u"loud"_s},    {u"--volume-at"_s, u"13:00=40"_s},
        {u"--list-words"_s, u"kk"_s},
    };
    for (const QStringList& row : rows) {
        INFO(row.join(u' ').toStdString());
        const auto refused = optionsFrom(row);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().startsWith(row.constFirst() + u": "_s));
    }
}

TEST_CASE("the list of words has those that the office has not recorded yet")
{
    const auto all = optionsFrom({u"--list-words"_s, u"ru"_s, u"--plate"_s, u"Касса 2"_s});
    REQUIRE(all);
    const QStringList list = wordsToRecord(*all).split(u'\n', Qt::SkipEmptyParts);
    CHECK(list.size() > 70);
    CHECK(list.constFirst() == u"ru/talon.wav\tТалон\tТалон а ноль пятнадцать, окно пять"_s);
    CHECK(list.filter(u"ru/kassa.wav\tКасса"_s).size() == 1);

    const QTemporaryDir folder;
    QDir(folder.path()).mkdir(u"ru"_s);
    QFile wav(folder.filePath(u"ru/talon.wav"_s));
    REQUIRE(wav.open(QIODevice::WriteOnly));
    voice::Sound word;
    word.samples.resize(4000, 9000);
    wav.write(QByteArray::fromStdString(voice::wavFrom(word)));
    wav.close();
    const auto rest =
        optionsFrom({u"--list-words"_s, u"ru"_s, u"--speech"_s, u"recorded:"_s + folder.path()});
    REQUIRE(rest);
    const QString left = wordsToRecord(*rest);
    CHECK_FALSE(left.contains(u"ru/talon.wav"_s));
    CHECK(left.count(u'\n') == list.size() - 2);

    const auto kazakh = optionsFrom({u"--list-words"_s, u"kk"_s, u"--voice"_s, Kazakh});
    REQUIRE(kazakh);
    CHECK(wordsToRecord(*kazakh).contains(u"kk/noel.wav\tнөл\t"_s));
}
