#pragma once

#include "shared/voice/recorded_words.h"
#include "shared/voice/speech_engine.h"

#include <QObject>

#include <memory>
#include <set>
#include <string>

namespace talon::voice {

/// Speech of words that the office has recorded. A phrase with a word that is missing is said whole
/// by the other engine: half a call in one voice and half in another is understood by nobody.
class RecordedSpeech : public SpeechEngine
{
public:
    RecordedSpeech(RecordedWords words, SpeechEngine& other);

    void speak(const Phrase& phrase, Done done) override;
    void forget() override;

private:
    RecordedWords m_words;
    SpeechEngine& m_other;
    std::set<std::string> m_lacking; ///< Files; each is logged once.
    std::unique_ptr<QObject> m_answering;
};

} // namespace talon::voice
