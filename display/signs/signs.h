#pragma once

#include "display/signs/sign_faces.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace talon::display {

class SignWorker;

/// The LED signs of a hall: keeps them showing what the boards show, each serial line by a thread
/// of its own, so that a sign that does not answer holds up neither a board nor another line.
///
///     hall ──▶ faces of each line ──changed──▶ [ worker: SignLine ] ──▶ RS-485
class Signs : public QObject
{
    Q_OBJECT

public:
    /// What is to be asked for at each update: the hall, the time, whether the controller is away.
    struct Source
    {
        std::function<const board::Hall*()> hall;
        std::function<Instant()> now;
        std::function<bool()> isOld;
    };

    Signs(const SignSettings& settings, Source source);
    ~Signs() override;

    /// Looks at once; twice a second it does so by itself.
    void update();

    /// A sign is lost, or a line.
    bool hasTrouble() const { return !m_troubles.empty(); }

Q_SIGNALS:
    void troubleChanged();

private:
    /// A sign by its line and address; 0 is the line itself.
    using Part = std::pair<std::size_t, int>;

    void note(const Part& part, bool isWell, const QString& what);

    struct Line
    {
        SignBus bus;
        std::map<int, hw::SignFace> faces;
        std::unique_ptr<SignWorker> worker;
        std::unique_ptr<QThread> thread;
    };

    std::chrono::seconds m_noConnectionAfter;
    Source m_source;
    std::vector<Line> m_lines;
    std::set<Part> m_troubles;
    QElapsedTimer m_old; ///< Running while the controller is away.
    QTimer m_timer;
};

} // namespace talon::display
