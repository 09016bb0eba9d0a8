#include "shared/link/terminate.h"

#include "shared/base/ensure.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace talon::link {

namespace {

/// A signal handler may do little more than write: one end is written there, Qt watches the other.
std::array<int, 2> wakeup{-1, -1};

void onSignal(int /*signal*/)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wakeup[0], &byte, 1);
}

} // namespace

void quitOnTerminate()
{
    TALON_ENSURE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, wakeup.data()) == 0);
    auto* const watch = new QSocketNotifier(wakeup[1], QSocketNotifier::Read, qApp);
    QObject::connect(watch, &QSocketNotifier::activated, qApp, [watch] {
        watch->setEnabled(false);
        QCoreApplication::quit();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

} // namespace talon::link
