#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace talon::test {

inline QString goldenPath(const QString& name)
{
    return QStringLiteral(TALON_SOURCE_DIR "/tests/golden/") + name;
}

/// The kept JSON of tests/golden/<name>. With TALON_UPDATE_GOLDEN=1 it is rewritten from `now`
/// first: the change then shows in the diff, where somebody must agree with it.
inline QJsonObject golden(const QString& name, const QJsonObject& now)
{
    QFile file(goldenPath(name));
    if (qEnvironmentVariableIsSet("TALON_UPDATE_GOLDEN")) {
        QDir().mkpath(QFileInfo(file).path());
        if (file.open(QFile::WriteOnly | QFile::Truncate)) {
            file.write(QJsonDocument(now).toJson());
            file.close();
        }
    }
    if (!file.open(QFile::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace talon::test
