#include "display/voice/espeak_speech.h"

#include "shared/base/ensure.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::voice {

namespace {

constexpr auto Patience = 4s;
constexpr qsizetype BytesMax = 8 * 1024 * 1024; ///< Three minutes.

/// Slower than the engine's own 175: halls echo, and many listeners are old.
constexpr int WordsAMinute = 140;

} // namespace

EspeakSpeech::EspeakSpeech(const QString& program)
    : m_program(program)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        finish(Unexpected(IoError{.what = m_program.toStdString() + ": took too long"}));
        m_process.kill();
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this] {
        finish(Unexpected(IoError{.what = m_program.toStdString() + ": " +
                                          m_process.errorString().toStdString()}));
    });
    connect(&m_process, &QProcess::finished, this, [this](int code) {
        const QByteArray bytes = m_process.readAllStandardOutput();
        if (code != 0 || bytes.size() > BytesMax) {
            const QByteArray said = m_process.readAllStandardError().left(200).trimmed();
            finish(Unexpected(IoError{.what = m_program.toStdString() + ": exit code " +
                                              std::to_string(code) + " " + said.toStdString()}));
            return;
        }
        const auto sound = soundFromWav(
            std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        if (!sound) {
            finish(Unexpected(IoError{.what = m_program.toStdString() + ": its sound " +
                                              describe(sound.error())}));
            return;
        }
        const Sound heard = trimmed(*sound);
        if (heard.samples.empty()) {
            finish(Unexpected(IoError{.what = m_program.toStdString() + ": said nothing"}));
            return;
        }
        finish(heard);
    });
}

EspeakSpeech::~EspeakSpeech()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

void EspeakSpeech::speak(const Phrase& phrase, Done done)
{
    TALON_ENSURE(!m_done);
    m_done = std::move(done);
    if (m_process.state() != QProcess::NotRunning) {
        // The last one took too long and is not dead yet.
        m_process.kill();
        QTimer::singleShot(0, this, [this] {
            finish(Unexpected(IoError{.what = m_program.toStdString() + ": still running"}));
        });
        return;
    }
    m_patience.start();
    m_process.start(m_program,
                    {u"-v"_s, QString::fromStdString(phrase.language), u"-b"_s, u"1"_s, u"-s"_s,
                     QString::number(WordsAMinute), u"-g"_s, u"2"_s, u"--stdout"_s, u"--"_s,
                     QString::fromStdString(phrase.text)},
                    QIODevice::ReadOnly);
}

void EspeakSpeech::finish(Expected<Sound, IoError> result)
{
    m_patience.stop();
    if (const Done done = std::exchange(m_done, {})) {
        done(std::move(result));
    }
}

} // namespace talon::voice
