#include "terminal/app/own_numbers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.own")

constexpr const char* StoreFile = "tickets.db";
constexpr int ExitStoreFailed = 3;

} // namespace

OwnNumbers::OwnNumbers(link::ControllerLink& link, const std::filesystem::path& folder)
    : m_clock(
          [] { return Instant(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())); })
{
    if (folder.empty()) {
        return;
    }
    auto store = OfflineStore::open((folder / StoreFile).string());
    if (!store) {
        const QString what = QString::fromStdString(store.error().what);
        if (store.error().kind == StoreError::Kind::InUse) {
            m_trouble = what; // Two of us would give the same numbers.
        } else {
            qCWarning(log) << "no numbers are held in reserve:" << what;
        }
        return;
    }
    m_desk.emplace(*std::move(store));
    m_handOver.emplace(link, *m_desk, [this] { return m_clock(); });
    QObject::connect(&*m_handOver, &HandOver::storeFailed, qApp, [](const QString& what) {
        // What the disk keeps is known again only after a fresh start.
        qCCritical(log) << what;
        QCoreApplication::exit(ExitStoreFailed);
    });
}

} // namespace talon::terminal
