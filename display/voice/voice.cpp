#include "display/voice/voice.h"

#include "display/voice/chime.h"

#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.voice")

constexpr auto AfterChime = 120ms;
constexpr auto BetweenCalls = 450ms;

} // namespace

Voice::Voice(voice::SpeechEngine& speech, voice::SoundOutput& output)
    : m_speech(speech)
    , m_output(output)
{}

void Voice::say(Announcement announcement)
{
    m_queue.push_back(std::move(announcement));
    next();
}

void Voice::next()
{
    if (m_busy || m_queue.empty()) {
        return;
    }
    m_busy = true;
    m_speech.speak(m_queue.front().phrase,
                   [this](Expected<voice::Sound, IoError> speech) { play(std::move(speech)); });
}

void Voice::play(Expected<voice::Sound, IoError> speech)
{
    const std::int64_t id = m_queue.front().id;
    std::vector<voice::Sound> sounds{chime()};
    if (!speech) {
        qCWarning(log) << "call" << id << "has a chime only:" << speech.error().what.c_str();
    } else if (speech->rate != sounds.front().rate) {
        qCWarning(log) << "call" << id << "has a chime only: speech at" << speech->rate << "Hz";
    } else {
        sounds.push_back(voice::silence(AfterChime));
        sounds.push_back(std::move(*speech));
    }
    sounds.push_back(voice::silence(BetweenCalls));
    Q_EMIT began(id);
    m_output.play(u"call-%1"_s.arg(id, 6, 10, '0'_L1), voice::joined(sounds), [this, id] {
        m_queue.pop_front();
        m_busy = false;
        Q_EMIT ended(id);
        next();
    });
}

} // namespace talon::display
