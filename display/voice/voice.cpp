#include "display/voice/voice.h"

#include "display/voice/chime.h"
#include "shared/base/ensure.h"
#include "shared/voice/resample.h"

#include <QLoggingCategory>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.voice")

constexpr auto AfterChime = 120ms;
constexpr auto BetweenCalls = 450ms;
constexpr double SpeechPeak = 0.85; ///< Whoever speaks is as loud as any other.

} // namespace

Voice::Voice(voice::SpeechEngine& speech, voice::SoundOutput& output)
    : m_speech(speech)
    , m_output(output)
{}

void Voice::say(Announcement announcement)
{
    m_queue.add(std::move(announcement));
    next();
}

void Voice::setVolume(int percent)
{
    TALON_ENSURE(percent >= 0 && percent <= 100);
    if (percent != m_volume) {
        qCInfo(log) << "volume" << percent << "percent";
        m_volume = percent;
    }
}

void Voice::next()
{
    if (m_current) {
        return;
    }
    m_current = m_queue.take();
    if (m_current) {
        m_speech.speak(m_current->phrase,
                       [this](Expected<voice::Sound, IoError> speech) { play(std::move(speech)); });
    }
}

void Voice::play(Expected<voice::Sound, IoError> speech)
{
    const std::int64_t id = m_current->id;
    const voice::Sound bell = chime();
    std::vector<voice::Sound> sounds{bell};
    if (!speech) {
        qCWarning(log) << "call" << id << "has a chime only:" << speech.error().what.c_str();
    } else {
        sounds.push_back(voice::silence(AfterChime));
        sounds.push_back(voice::atPeak(voice::resampled(*speech, bell.rate), SpeechPeak));
    }
    sounds.push_back(voice::silence(BetweenCalls));
    setProblem(!speech);
    Q_EMIT began(id);
    m_output.play(u"call-%1"_s.arg(id, 6, 10, '0'_L1),
                  voice::atVolume(voice::joined(sounds), m_volume), [this, id] {
                      m_current.reset();
                      Q_EMIT ended(id);
                      next();
                  });
}

void Voice::setProblem(bool isThere)
{
    if (isThere != m_hasProblem) {
        m_hasProblem = isThere;
        Q_EMIT problemChanged();
    }
}

} // namespace talon::display
