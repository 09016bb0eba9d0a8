#include "display/app/last_view_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.state")

constexpr qint64 BytesMax = 1'048'576;

} // namespace

LastViewFile::LastViewFile(const QString& folder)
    : m_path(QDir(folder).filePath(u"hall.json"_s))
{}

std::optional<QJsonObject> LastViewFile::read() const
{
    QFile file(m_path);
    if (!file.exists()) {
        return std::nullopt;
    }
    const qint64 age =
        QFileInfo(file).lastModified().toUTC().secsTo(QDateTime::currentDateTimeUtc());
    if (age < 0 || age > std::chrono::seconds(LastViewMax).count()) {
        return std::nullopt;
    }
    if (file.size() > BytesMax || !file.open(QIODevice::ReadOnly)) {
        qCWarning(log) << "cannot read" << m_path << file.errorString();
        return std::nullopt;
    }
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    if (!json.isObject()) {
        qCWarning(log) << m_path << "is damaged";
        return std::nullopt;
    }
    return json.object();
}

Expected<Done, IoError> LastViewFile::write(const QJsonObject& view)
{
    QSaveFile file(m_path);
    const QByteArray bytes = QJsonDocument(view).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Unexpected(IoError{.what = (m_path + u": "_s + file.errorString()).toStdString()});
    }
    return Done{};
}

} // namespace talon::display
