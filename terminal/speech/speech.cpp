#include "terminal/speech/speech.h"

#include "shared/base/ensure.h"
#include "terminal/speech/limits.h"
#include "terminal/speech/sentences.h"

#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.speech")

/// Time to understand a sentence before the next; a sound card adds a little of its own.
constexpr auto BetweenSentences = 250ms;

/// The loudest sample's share of what a card can play: 8 dB a step.
double loudnessOf(Volume volume)
{
    switch (volume) {
    case Volume::Quiet: return 0.15;
    case Volume::Normal: return 0.38;
    case Volume::Loud: return 0.95;
    }
    TALON_ENSURE(false);
}

} // namespace

Speech::Speech(voice::SpeechEngine& engine, voice::SoundOutput& output)
    : m_engine(engine)
    , m_output(output)
    , m_cache(SpokenBytesMax)
{}

void Speech::say(const QString& text, const QString& language, Interrupt interrupt)
{
    std::vector<voice::Phrase> phrases = sentencesOf(text.toStdString(), language.toStdString());
    const bool isAppended = interrupt == Interrupt::No && m_isSpeaking;
    const std::size_t before = isAppended ? m_last.size() : 0;
    if (before + phrases.size() > SentencesMax) {
        qCWarning(log) << "a prompt of" << before + phrases.size() << "sentences is cut";
        phrases.resize(SentencesMax - before);
    }
    if (phrases.empty()) {
        return;
    }
    Q_EMIT said(text, language);
    if (isAppended) {
        m_last.insert(m_last.end(), phrases.begin(), phrases.end());
        m_toMake.insert(m_toMake.end(), phrases.begin(), phrases.end());
        makeNext();
        return;
    }
    m_last = std::move(phrases);
    begin(m_last);
}

void Speech::begin(const std::vector<voice::Phrase>& phrases)
{
    stop();
    ++m_prompt;
    m_sentence = 0;
    m_faults = 0;
    m_toMake.assign(phrases.begin(), phrases.end());
    setSpeaking(true);
    makeNext();
}

void Speech::stop()
{
    m_toMake.clear();
    m_toPlay.clear();
    if (std::exchange(m_isMaking, false)) {
        m_engine.forget();
    }
    if (std::exchange(m_isPlaying, false)) {
        m_output.stop();
    }
    setSpeaking(false);
}

void Speech::repeat()
{
    if (!m_last.empty()) {
        begin(m_last);
    }
}

void Speech::setVolume(Volume volume)
{
    if (std::exchange(m_volume, volume) != volume) {
        Q_EMIT volumeChanged();
    }
}

void Speech::changeVolume()
{
    switch (m_volume) {
    case Volume::Quiet: setVolume(Volume::Normal); return;
    case Volume::Normal: setVolume(Volume::Loud); return;
    case Volume::Loud: setVolume(Volume::Quiet); return;
    }
}

void Speech::reset()
{
    stop();
    m_last.clear();
    setVolume(Volume::Normal);
}

void Speech::makeNext()
{
    while (!m_isMaking && !m_toMake.empty() && m_toPlay.size() < SpokenAheadMax) {
        const voice::Phrase phrase = m_toMake.front();
        m_toMake.pop_front();
        if (const voice::Sound* known = m_cache.find(phrase)) {
            m_toPlay.push_back(*known);
            playNext();
            continue;
        }
        m_isMaking = true;
        m_engine.speak(phrase, [this, phrase](Expected<voice::Sound, IoError> sound) {
            m_isMaking = false;
            take(phrase, std::move(sound));
        });
    }
}

void Speech::take(const voice::Phrase& phrase, Expected<voice::Sound, IoError> sound)
{
    if (sound) {
        m_faults = 0;
        setProblem({});
        m_cache.keep(phrase, *sound);
        m_toPlay.push_back(std::move(*sound));
        playNext();
    } else {
        qCWarning(log) << "a sentence is not said:" << sound.error().what.c_str();
        setProblem(QString::fromStdString(sound.error().what));
        if (++m_faults >= SpeechFaultsMax) {
            m_toMake.clear();
        }
    }
    makeNext();
    settle();
}

void Speech::playNext()
{
    if (m_isPlaying || m_toPlay.empty()) {
        return;
    }
    m_isPlaying = true;
    const voice::Sound sound = voice::atPeak(m_toPlay.front(), loudnessOf(m_volume));
    m_toPlay.pop_front();
    const QString name =
        u"prompt-%1-%2"_s.arg(m_prompt, 5, 10, '0'_L1).arg(++m_sentence, 2, 10, '0'_L1);
    m_output.play(name, voice::joined({sound, voice::silence(BetweenSentences)}), [this] {
        m_isPlaying = false;
        playNext();
        makeNext();
        settle();
    });
}

void Speech::settle()
{
    if (m_isSpeaking && !m_isMaking && !m_isPlaying && m_toMake.empty() && m_toPlay.empty()) {
        setSpeaking(false);
        Q_EMIT ended();
    }
}

void Speech::setSpeaking(bool isSpeaking)
{
    if (std::exchange(m_isSpeaking, isSpeaking) != isSpeaking) {
        Q_EMIT speakingChanged();
    }
}

void Speech::setProblem(const QString& problem)
{
    if (m_problem != problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
}

} // namespace talon::terminal
