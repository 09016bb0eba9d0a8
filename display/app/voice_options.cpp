#include "display/app/voice_options.h"

#include "display/voice/word_list.h"
#include "shared/voice/recorded_words.h"

#include <QCommandLineParser>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.voice")

constexpr auto Recorded = "recorded:"_L1;
constexpr qint64 VoiceFileBytesMax = 65'536;

Expected<CallLanguage, QString> languageIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    }
    auto language = callLanguageFrom(file.read(VoiceFileBytesMax).toStdString());
    if (!language) {
        return Unexpected(
            u"%1: %2"_s.arg(path, QString::fromStdString(describe(language.error()))));
    }
    return std::move(*language);
}

} // namespace

VoiceCommandLine::VoiceCommandLine()
    : m_speech(u"speech"_s,
               u"The program that speaks, or recorded:FOLDER with the office's own words."_s,
               u"how"_s,
               u"espeak-ng"_s)
    , m_voice(u"voice"_s, u"One more language of calls, as packaging/voices has them."_s, u"file"_s)
    , m_volume(u"volume"_s, u"Of calls, in percent."_s, u"percent"_s, u"100"_s)
    , m_volumeAt(u"volume-at"_s, u"At some hours, such as 13:00-14:00=40."_s, u"hours=percent"_s)
    , m_listWords(u"list-words"_s,
                  u"Say which words are to be recorded in a language (those that FOLDER lacks), "
                  "then exit."_s,
                  u"code"_s)
    , m_plate(u"plate"_s, u"With --list-words: a window whose plate has a name."_s, u"name"_s)
{}

QList<QCommandLineOption> VoiceCommandLine::options() const
{
    return {m_speech, m_voice, m_volume, m_volumeAt, m_listWords, m_plate};
}

Expected<VoiceOptions, QString> VoiceCommandLine::read(const QCommandLineParser& parser) const
{
    const auto fault = [](const QString& what) { return Unexpected(what); };
    VoiceOptions options{.program = m_speech.defaultValues().constFirst()};
    const QString speech = parser.value(m_speech);
    if (speech.startsWith(Recorded)) {
        options.recorded = speech.mid(Recorded.size());
    } else {
        options.program = speech;
    }
    if (options.program.isEmpty() || options.recorded == QString()) {
        return fault(u"--speech: names neither a program nor a folder"_s);
    }
    std::vector<CallLanguage> others;
    for (const QString& path : parser.values(m_voice)) {
        auto language = languageIn(path);
        if (!language) {
            return fault(u"--voice: "_s + language.error());
        }
        others.push_back(std::move(*language));
    }
    options.languages = withOthers(std::move(others));
    const auto percent = percentFrom(parser.value(m_volume).toStdString());
    if (!percent) {
        return fault(u"--volume: "_s + QString::fromStdString(percent.error().what));
    }
    options.volume.percent = *percent;
    for (const QString& text : parser.values(m_volumeAt)) {
        const auto stretch = stretchFrom(text.toStdString());
        if (!stretch) {
            return fault(u"--volume-at: "_s + QString::fromStdString(stretch.error().what));
        }
        options.volume.stretches.push_back(*stretch);
    }
    if (parser.isSet(m_listWords)) {
        const auto found = std::ranges::find(
            options.languages, parser.value(m_listWords).toStdString(), &CallLanguage::code);
        if (found == options.languages.end()) {
            return fault(u"--list-words: calls are made in no such language; --voice adds one"_s);
        }
        options.toList = *found;
    }
    options.plates = parser.values(m_plate);
    return options;
}

QString wordsToRecord(const VoiceOptions& options)
{
    std::vector<std::string> plates;
    for (const QString& plate : options.plates) {
        plates.push_back(plate.toStdString());
    }
    std::optional<voice::RecordedWords> there;
    if (options.recorded) {
        there.emplace(*options.recorded);
        for (const QString& fault : there->faults()) {
            qCWarning(log).noquote() << fault;
        }
    }
    std::string list;
    for (const CallWord& word : wordsOf(*options.toList, plates)) {
        if (!there || !there->has(options.toList->voice, word.file)) {
            list += options.toList->voice + "/" + word.file + ".wav\t" + word.word + "\t" +
                    word.example + "\n";
        }
    }
    return QString::fromStdString(list);
}

} // namespace talon::display
