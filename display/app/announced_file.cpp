#include "display/app/announced_file.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

#include <optional>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.state")

constexpr auto FileName = "announced.txt";
constexpr qint64 LineBytesMax = 64;

std::optional<board::CallKey> keyFrom(const QByteArray& line)
{
    const QList<QByteArray> words = line.split(' ');
    bool idFits = false;
    bool atFits = false;
    const qint64 id = words.value(0).toLongLong(&idFits);
    const qint64 at = words.value(1).toLongLong(&atFits);
    if (words.size() != 2 || !idFits || !atFits) {
        return std::nullopt;
    }
    return board::CallKey{.at = Instant(std::chrono::milliseconds(at)), .id = id};
}

} // namespace

Expected<AnnouncedFile, IoError> AnnouncedFile::openIn(const QString& folder)
{
    const QDir dir(folder);
    if (folder.isEmpty() || !dir.mkpath(u"."_s)) {
        return Unexpected(IoError{.what = folder.toStdString() + ": cannot make the folder"});
    }
    return AnnouncedFile(dir.filePath(QLatin1StringView(FileName)));
}

board::Announced AnnouncedFile::read() const
{
    board::Announced announced;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        if (file.exists()) {
            qCWarning(log) << "cannot read" << m_path << file.errorString();
        }
        return announced;
    }
    while (!file.atEnd() && announced.size() < board::AnnouncedMax) {
        const QByteArray line = file.readLine(LineBytesMax).trimmed();
        if (const auto key = keyFrom(line)) {
            announced.insert(*key);
        } else {
            qCWarning(log) << m_path << "has a damaged line" << line;
        }
    }
    return announced;
}

Expected<Done, IoError> AnnouncedFile::write(const board::Announced& announced)
{
    QSaveFile file(m_path);
    QByteArray bytes;
    for (const board::CallKey& key : announced) {
        bytes += QByteArray::number(qint64{key.id}) + ' ' +
                 QByteArray::number(qint64{key.at.time_since_epoch().count()}) + '\n';
    }
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Unexpected(IoError{.what = (m_path + u": "_s + file.errorString()).toStdString()});
    }
    return Done{};
}

} // namespace talon::display
