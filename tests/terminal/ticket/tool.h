#pragma once

#include "hw/png.h"
#include "tests/support/catch.h"

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>
#include <string>

namespace talon::test {

/// The paper as light and shade.
inline QImage imageOf(const hw::Raster& paper)
{
    const hw::Bytes png = hw::pngOf(paper);
    return QImage::fromData(reinterpret_cast<const uchar*>(png.data()),
                            static_cast<int>(png.size()), "PNG");
}

/// What a program that we did not write reads on a picture; none, with a clear word, where it is
/// not installed. `after` follows the picture's name on the command line.
inline std::optional<QString> readBy(const QString& program,
                                     const QImage& paper,
                                     const QStringList& before,
                                     const QStringList& after)
{
    const QString found = QStandardPaths::findExecutable(program);
    if (found.isEmpty()) {
        WARN(program.toStdString() << " is not installed: nothing is read back");
        return std::nullopt;
    }
    constexpr int Frame = 32; // white, as the paper is where the head cannot reach
    QImage framed(paper.width() + 2 * Frame, paper.height() + 2 * Frame, QImage::Format_Grayscale8);
    framed.fill(Qt::white);
    QPainter(&framed).drawImage(Frame, Frame, paper);

    const QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("ticket.png"));
    REQUIRE(framed.save(picture));
    QProcess process;
    process.start(found, before + QStringList{picture} + after);
    REQUIRE(process.waitForFinished(60'000));
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace talon::test
