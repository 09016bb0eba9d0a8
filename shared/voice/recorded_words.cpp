#include "shared/voice/recorded_words.h"

#include "shared/voice/resample.h"
#include "shared/voice/word_files.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::voice {

namespace {

constexpr qint64 FileBytesMax = 4'194'304;
constexpr qsizetype FilesMax = 4000;
constexpr auto WordMin = 30ms;
constexpr auto WordMax = 10s;
constexpr auto BetweenWords = 40ms;
constexpr auto BetweenClauses = 220ms;
constexpr std::size_t TogetherMax = 6; ///< Words in one file.

constexpr int NoiseBelow = 200;
constexpr int NoiseShare = 30; ///< What is so much weaker than the word's loudest is the room.
constexpr auto Margin = 10ms;  ///< Kept before and after the word: consonants begin softly.
constexpr auto Fade = 5ms;

constexpr double LevelTarget = 4000; ///< Root mean square: what ears take for loudness.
constexpr double PeakMax = 29000;

std::size_t samplesIn(std::chrono::milliseconds length, int rate)
{
    return static_cast<std::size_t>(length.count() * rate / 1000);
}

Sound withoutRoom(const Sound& sound)
{
    const int threshold = std::max(NoiseBelow, peak(sound) / NoiseShare);
    const auto isHeard = [&](std::int16_t sample) { return std::abs(int{sample}) > threshold; };
    const auto& samples = sound.samples;
    const auto first = std::ranges::find_if(samples, isHeard);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), isHeard).base();
    Sound word{.rate = sound.rate, .samples = {}};
    if (first >= last) {
        return word;
    }
    const auto margin = static_cast<std::ptrdiff_t>(samplesIn(Margin, sound.rate));
    word.samples.assign(first - std::min(margin, first - samples.begin()),
                        last + std::min(margin, samples.end() - last));
    const std::size_t fade = std::min(samplesIn(Fade, sound.rate), word.samples.size() / 2);
    for (std::size_t i = 0; i < fade; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(fade);
        auto& begin = word.samples[i];
        auto& end = word.samples[word.samples.size() - 1 - i];
        begin = static_cast<std::int16_t>(begin * share);
        end = static_cast<std::int16_t>(end * share);
    }
    return word;
}

Sound levelled(Sound word)
{
    double squares = 0;
    for (const std::int16_t sample : word.samples) {
        squares += double{static_cast<double>(sample)} * sample;
    }
    const double level = std::sqrt(squares / static_cast<double>(word.samples.size()));
    const double gain = std::min(LevelTarget / level, PeakMax / peak(word));
    for (std::int16_t& sample : word.samples) {
        sample = static_cast<std::int16_t>(std::lround(sample * gain));
    }
    return word;
}

Expected<Sound, std::string> wordIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Unexpected("cannot be read: " + file.errorString().toStdString());
    }
    if (file.size() > FileBytesMax) {
        return Unexpected(std::string("is larger than 4 MB"));
    }
    const auto sound = soundFromWav(file.readAll().toStdString());
    if (!sound) {
        return Unexpected("as a WAV file: " + describe(sound.error()));
    }
    const Sound word = withoutRoom(resampled(*sound, Sound().rate));
    if (word.length() < WordMin) {
        return Unexpected(std::string("has nothing to be heard"));
    }
    if (word.length() > WordMax) {
        return Unexpected(std::string("is longer than 10 seconds"));
    }
    return levelled(word);
}

} // namespace

RecordedWords::RecordedWords(const QString& folder)
{
    const QDir dir(folder);
    if (!dir.exists()) {
        m_faults.push_back(folder + u": there is no such folder"_s);
        return;
    }
    for (const QString& language : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        readLanguage(dir.filePath(language), language.toStdString());
    }
    if (m_words.empty()) {
        m_faults.push_back(folder +
                           u": has no words; they belong into ru, en and the like in it"_s);
    }
}

void RecordedWords::readLanguage(const QString& folder, const std::string& language)
{
    const QDir dir(folder);
    for (const QString& name :
         dir.entryList({u"*.wav"_s}, QDir::Files, QDir::Name).mid(0, FilesMax)) {
        const QString path = dir.filePath(name);
        auto word = wordIn(path);
        if (!word) {
            m_faults.push_back(path + u' ' + QString::fromStdString(word.error()));
            continue;
        }
        m_words[language][name.chopped(4).toLower().toStdString()] = std::move(*word);
    }
}

bool RecordedWords::has(const std::string& language, const std::string& file) const
{
    const auto words = m_words.find(language);
    return words != m_words.end() && words->second.contains(file);
}

Expected<Sound, std::string> RecordedWords::said(const Phrase& phrase) const
{
    const auto found = m_words.find(phrase.language);
    std::vector<Sound> sounds;
    for (const auto& clause : clausesOf(phrase.text)) {
        for (std::size_t at = 0; at < clause.size();) {
            const Sound* sound = nullptr;
            std::size_t count = std::min(TogetherMax, clause.size() - at);
            for (; count > 0 && found != m_words.end(); --count) {
                std::string file;
                for (std::size_t i = 0; i < count; ++i) {
                    file += (i == 0 ? "" : "-") + fileNameOf(clause[at + i]);
                }
                if (const auto word = found->second.find(file); word != found->second.end()) {
                    sound = &word->second;
                    break;
                }
            }
            if (sound == nullptr) {
                return Unexpected(phrase.language + "/" + fileNameOf(clause[at]) + ".wav");
            }
            if (!sounds.empty()) {
                sounds.push_back(silence(at == 0 ? BetweenClauses : BetweenWords));
            }
            sounds.push_back(*sound);
            at += count;
        }
    }
    return joined(sounds);
}

} // namespace talon::voice
