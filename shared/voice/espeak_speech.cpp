#include "shared/voice/espeak_speech.h"

#include "shared/base/ensure.h"
#include "shared/voice/pronunciation.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::voice {

namespace {

constexpr auto Patience = 4s;
constexpr qsizetype BytesMax = 8'388'608; ///< Three minutes.

} // namespace

EspeakSpeech::EspeakSpeech(QString program, const Manner& manner)
    : m_program(std::move(program))
    , m_manner(manner)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_next.reset();
        fail("took too long");
        m_process.kill();
    });
    // Whatever else goes wrong is told when the run has ended. Queued: QProcess tidies up after it
    // has told of this, and would take the next run with it.
    connect(
        &m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) {
                fail(m_process.errorString().toStdString());
            }
        },
        Qt::QueuedConnection);
    connect(&m_process, &QProcess::finished, this, &EspeakSpeech::take);
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
    m_patience.start();
    if (m_process.state() == QProcess::NotRunning) {
        start(phrase);
    } else {
        m_next = phrase;
        m_process.kill();
    }
}

void EspeakSpeech::forget()
{
    m_done = {};
    m_next.reset();
    m_patience.stop();
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
    }
}

void EspeakSpeech::start(const Phrase& phrase)
{
    m_process.start(m_program,
                    {u"-v"_s, QString::fromStdString(phrase.language), u"-b"_s, u"1"_s, u"-s"_s,
                     QString::number(m_manner.wordsAMinute), u"-g"_s,
                     QString::number(m_manner.betweenWords.count() / 10), u"--stdout"_s, u"--"_s,
                     QString::fromStdString(pronounced(phrase.text, phrase.language))},
                    QIODevice::ReadOnly);
}

void EspeakSpeech::take(int code, QProcess::ExitStatus status)
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (m_next) {
        start(*std::exchange(m_next, std::nullopt));
        return;
    }
    if (status != QProcess::NormalExit) {
        fail("crashed");
        return;
    }
    if (code != 0 || bytes.size() > BytesMax) {
        const QByteArray said = m_process.readAllStandardError().left(200).trimmed();
        fail("exit code " + std::to_string(code) + " " + said.toStdString());
        return;
    }
    const auto sound =
        soundFromWav(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (!sound) {
        fail("its sound " + describe(sound.error()));
        return;
    }
    Sound heard = trimmed(*sound);
    if (heard.samples.empty()) {
        fail("said nothing");
        return;
    }
    finish(std::move(heard));
}

void EspeakSpeech::finish(Expected<Sound, IoError> result)
{
    m_patience.stop();
    if (const Done done = std::exchange(m_done, {})) {
        done(std::move(result));
    }
}

void EspeakSpeech::fail(const std::string& what)
{
    finish(Unexpected(IoError{.what = m_program.toStdString() + ": " + what}));
}

} // namespace talon::voice
