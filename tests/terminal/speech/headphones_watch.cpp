#include "terminal/speech/headphones.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

/// Says what Headphones sees, until a second after the last of it. Run below umockdev.
int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const talon::terminal::Headphones headphones(QStringLiteral("auto"));
    std::printf("%s\n", headphones.isPlugged() ? "in" : "out");
    QTimer idle;
    idle.callOnTimeout([] { QCoreApplication::quit(); });
    idle.start(1000);
    QObject::connect(&headphones, &talon::terminal::Headphones::pluggedChanged, &idle,
                     [&idle](bool isPlugged) {
                         std::printf("%s\n", isPlugged ? "in" : "out");
                         idle.start();
                     });
    return headphones.isWatched() ? QCoreApplication::exec() : 1;
}
