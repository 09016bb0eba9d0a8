#pragma once

#include "shared/base/ensure.h"
#include "terminal/speech/speech.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace talon::test {

/// Makes a sound as long as its text, when the test lets it.
class HeldEngine : public voice::SpeechEngine
{
public:
    void speak(const voice::Phrase& phrase, Done done) override
    {
        TALON_ENSURE(!m_done);
        asked.push_back(phrase.text);
        m_phrase = phrase;
        m_done = std::move(done);
    }

    void forget() override
    {
        ++forgotten;
        m_done = {};
    }

    bool isAsked() const { return static_cast<bool>(m_done); }

    void answer()
    {
        TALON_ENSURE(m_done);
        voice::Sound sound;
        sound.samples.assign(m_phrase.text.size() * 100, 5000);
        std::exchange(m_done, {})(sound);
    }

    void fail()
    {
        TALON_ENSURE(m_done);
        std::exchange(m_done, {})(Unexpected(IoError{.what = "no voice"}));
    }

    std::vector<std::string> asked;
    int forgotten = 0;

private:
    voice::Phrase m_phrase;
    Done m_done;
};

class HeldOutput : public voice::SoundOutput
{
public:
    void play(const QString& name, const voice::Sound& sound, std::function<void()> done) override
    {
        TALON_ENSURE(!m_done); // Never two at once.
        names.push_back(name.toStdString());
        peaks.push_back(voice::peak(sound));
        m_done = std::move(done);
    }

    void stop() override
    {
        ++stopped;
        m_done = {};
    }

    bool isPlaying() const { return static_cast<bool>(m_done); }

    void end()
    {
        TALON_ENSURE(m_done);
        std::exchange(m_done, {})();
    }

    std::vector<std::string> names;
    std::vector<int> peaks;
    int stopped = 0;

private:
    std::function<void()> m_done;
};

/// Speech that nobody hears: each sentence is made and played when the test lets it.
struct HeldSpeech
{
    HeldEngine engine;
    HeldOutput output;
    terminal::Speech speech{engine, output};
    int ended = 0;

    HeldSpeech()
    {
        QObject::connect(&speech, &terminal::Speech::ended, &speech, [this] { ++ended; });
    }

    /// Makes and plays until nothing is left.
    void finish()
    {
        while (engine.isAsked() || output.isPlaying()) {
            engine.isAsked() ? engine.answer() : output.end();
        }
    }
};

} // namespace talon::test
