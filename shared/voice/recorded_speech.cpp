#include "shared/voice/recorded_speech.h"

#include <QLoggingCategory>
#include <QTimer>

#include <utility>

namespace talon::voice {

namespace {

Q_LOGGING_CATEGORY(log, "talon.voice.words")

} // namespace

RecordedSpeech::RecordedSpeech(RecordedWords words, SpeechEngine& other)
    : m_words(std::move(words))
    , m_other(other)
{
    for (const QString& fault : m_words.faults()) {
        qCWarning(log).noquote() << fault;
    }
}

void RecordedSpeech::speak(const Phrase& phrase, Done done)
{
    auto sound = m_words.said(phrase);
    if (sound) {
        m_answering = std::make_unique<QObject>();
        QTimer::singleShot(0, m_answering.get(),
                           [done = std::move(done), sound = std::move(*sound)]() mutable {
                               done(std::move(sound));
                           });
        return;
    }
    if (m_lacking.insert(sound.error()).second) {
        qCWarning(log).noquote() << "no recording" << QString::fromStdString(sound.error())
                                 << "so the speech engine says the whole of"
                                 << QString::fromStdString(phrase.text);
    }
    m_other.speak(phrase, std::move(done));
}

void RecordedSpeech::forget()
{
    m_answering.reset();
    m_other.forget();
}

} // namespace talon::voice
