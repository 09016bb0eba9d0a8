#pragma once

#include "tests/support/catch.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <fstream>
#include <string>

namespace talon::test {

/// What a program writes, line by line, that is run with two made-up input devices (umockdev):
/// /dev/input/event4 is a power button, event5 a headphone jack in this state (EVIOCGSW, in hex),
/// whose switch is thrown as the events say (in evemu's way).
inline QStringList
linesWithJack(const QString& program, const std::string& state, const std::string& events)
{
    const QTemporaryDir folder;
    const auto file = [&](const char* name, const std::string& text) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        std::ofstream(path.toStdString()) << text;
        return path;
    };
    const QString button = QStringLiteral("/dev/input/event4=");
    const QString jack = QStringLiteral("/dev/input/event5=");
    const QString devices =
        file("devices", "P: /devices/button/input/input4/event4\nN: input/event4\n"
                        "E: DEVNAME=/dev/input/event4\nE: SUBSYSTEM=input\n\n"
                        "P: /devices/card/input/input5/event5\nN: input/event5\n"
                        "E: DEVNAME=/dev/input/event5\nE: SUBSYSTEM=input\n");
    QProcess run;
    run.start(QStringLiteral("umockdev-run"),
              {QStringLiteral("-d"), devices, QStringLiteral("-i"),
               button + file("button", "@DEV /dev/input/event4\nEVIOCGBIT(5) 3 010000\n"
                                       "EVIOCGSW 3 000000\n"),
               QStringLiteral("-i"),
               jack + file("jack", "@DEV /dev/input/event5\nEVIOCGBIT(5) 3 140000\nEVIOCGSW 3 " +
                                       state + "\n"),
               QStringLiteral("-e"), jack + file("events", events), QStringLiteral("--"), program});
    REQUIRE(run.waitForFinished(20'000));
    INFO(run.readAllStandardError().toStdString());
    CHECK(run.exitCode() == 0);
    return QString::fromUtf8(run.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

inline const std::string InAndOut = "E: 0.000000 0005 0002 1\nE: 0.000000 0000 0000 0\n"
                                    "E: 0.300000 0005 0002 0\nE: 0.300000 0000 0000 0\n";

} // namespace talon::test
