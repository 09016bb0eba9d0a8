#include "display/signs/signs.h"

#include "display/signs/sign_worker.h"

#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.signs")

constexpr auto LookEvery = 500ms;

} // namespace

Signs::Signs(const SignSettings& settings, Source source)
    : m_noConnectionAfter(settings.noConnectionAfter)
    , m_source(std::move(source))
{
    for (const SignBus& bus : settings.buses) {
        Line& line = m_lines.emplace_back();
        line.bus = bus;
        line.worker = std::make_unique<SignWorker>(bus);
        line.thread = std::make_unique<QThread>();
        connect(line.worker.get(), &SignWorker::told, this,
                [this, number = m_lines.size()](int address, bool isWell, const QString& what) {
                    note({number, address}, isWell, what);
                });
        // Said by the thread itself, as its last.
        connect(line.thread.get(), &QThread::finished, line.worker.get(), &SignWorker::end,
                Qt::DirectConnection);
        line.thread->setObjectName(u"signs"_s);
        line.worker->moveToThread(line.thread.get());
        line.thread->start();
    }
    connect(&m_timer, &QTimer::timeout, this, &Signs::update);
    m_timer.start(LookEvery);
    update();
}

Signs::~Signs()
{
    // All at once, so that the slowest line is all that is waited for.
    for (const Line& line : m_lines) {
        line.thread->quit();
    }
    for (const Line& line : m_lines) {
        line.thread->wait();
    }
}

void Signs::note(const Part& part, bool isWell, const QString& what)
{
    const bool had = hasTrouble();
    if (isWell) {
        m_troubles.erase(part);
        qCInfo(log).noquote() << what;
    } else {
        m_troubles.insert(part);
        qCWarning(log).noquote() << what;
    }
    if (had != hasTrouble()) {
        Q_EMIT troubleChanged();
    }
}

void Signs::update()
{
    HallSeen seen{.hall = m_source.hall(), .now = m_source.now()};
    if (m_source.isOld()) {
        if (!m_old.isValid()) {
            m_old.start();
        }
        seen.oldFor = std::chrono::milliseconds(m_old.elapsed());
    } else {
        m_old.invalidate();
    }
    for (Line& line : m_lines) {
        auto faces = facesOf(line.bus, seen, m_noConnectionAfter);
        if (faces == line.faces) {
            continue;
        }
        line.faces = std::move(faces);
        SignWorker* const worker = line.worker.get();
        QMetaObject::invokeMethod(
            worker, [worker, shown = line.faces] { worker->show(shown); }, Qt::QueuedConnection);
    }
}

} // namespace talon::display
