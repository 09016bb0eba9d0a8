#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>

namespace talon::display {

/// Tries videos in a process of their own, one after the other, before the hall's process opens
/// any: a decoder that crashes, hangs or is missing must not take the calls with it.
class VideoTrial : public QObject
{
    Q_OBJECT

public:
    using Judge = std::function<void(bool isGood)>;

    /// The program is run as `program --try-video FILE`, and exits with 0 when it saw a picture.
    explicit VideoTrial(const QString& program,
                        std::chrono::milliseconds within = std::chrono::seconds{20});
    ~VideoTrial() override;

    /// Judges later, once.
    void ask(const QString& path, Judge judge);

    /// What that process does: plays the file until there is a picture. Its exit code.
    static int tryHere(const QString& path,
                       std::chrono::milliseconds within = std::chrono::seconds{15});

    static constexpr const char* Option = "--try-video";

private:
    struct Question
    {
        QString path;
        Judge judge;
    };

    void askNext();
    void answer(bool isGood);

    const QString m_program;
    std::deque<Question> m_questions; ///< The first is under way.
    QProcess m_process;
    QTimer m_within;
};

} // namespace talon::display
