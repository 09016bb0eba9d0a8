#include "display/app/video_trial.h"

#include <QCoreApplication>
#include <QImage>
#include <QMediaPlayer>
#include <QUrl>
#include <QVideoFrame>
#include <QVideoSink>

#include <sys/resource.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

constexpr int Niceness = 10;

} // namespace

VideoTrial::VideoTrial(const QString& program, std::chrono::milliseconds within)
    : m_program(program)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] { ::setpriority(PRIO_PROCESS, 0, Niceness); });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_process.setProcessEnvironment(environment);
    m_within.setSingleShot(true);
    m_within.setInterval(within);
    connect(&m_within, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        answer(status == QProcess::NormalExit && code == 0);
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            answer(false);
        }
    });
}

VideoTrial::~VideoTrial()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

void VideoTrial::ask(const QString& path, Judge judge)
{
    m_questions.push_back({.path = path, .judge = std::move(judge)});
    if (m_questions.size() == 1) {
        QMetaObject::invokeMethod(this, &VideoTrial::askNext, Qt::QueuedConnection);
    }
}

void VideoTrial::askNext()
{
    if (m_questions.empty() || m_process.state() != QProcess::NotRunning) {
        return;
    }
    m_within.start();
    m_process.start(m_program, {QString::fromLatin1(Option), m_questions.front().path});
}

void VideoTrial::answer(bool isGood)
{
    m_within.stop();
    if (m_questions.empty()) {
        return;
    }
    const Question question = std::move(m_questions.front());
    m_questions.pop_front();
    question.judge(isGood);
    QMetaObject::invokeMethod(this, &VideoTrial::askNext, Qt::QueuedConnection);
}

int VideoTrial::tryHere(const QString& path, std::chrono::milliseconds within)
{
    QMediaPlayer player;
    QVideoSink sink;
    player.setVideoSink(&sink);
    int seen = 0;
    QObject::connect(&sink, &QVideoSink::videoFrameChanged, &sink, [&](const QVideoFrame& frame) {
        constexpr int Enough = 3;
        if (frame.isValid() && !frame.toImage().isNull() && ++seen == Enough) {
            QCoreApplication::exit(0);
        }
    });
    QObject::connect(&player, &QMediaPlayer::errorOccurred, &player,
                     [] { QCoreApplication::exit(1); });
    QObject::connect(&player, &QMediaPlayer::mediaStatusChanged, &player,
                     [&](QMediaPlayer::MediaStatus status) {
                         if (status == QMediaPlayer::InvalidMedia) {
                             QCoreApplication::exit(1);
                         } else if (status == QMediaPlayer::EndOfMedia) {
                             QCoreApplication::exit(seen > 0 ? 0 : 1);
                         }
                     });
    QTimer::singleShot(within, &player, [] { QCoreApplication::exit(1); });
    QTimer::singleShot(0, &player, [&] {
        player.setSource(QUrl::fromLocalFile(path));
        player.play();
    });
    return QCoreApplication::exec();
}

} // namespace talon::display
