#pragma once

#include "terminal/ticket/ticket_paper.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <filesystem>

namespace talon::terminal {

/// The tickets of an office as its settings file would print them, laid out anew whenever the file
/// is saved: `talon-terminal --preview-ticket office.json`.
class TicketPreview : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    /// URLs: each language on wide and on narrow paper.
    Q_PROPERTY(QStringList pictures READ pictures NOTIFY changed)
    /// What is wrong with the file; the pictures are then those of the last good one.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    /// The folder gets the pictures.
    TicketPreview(const QString& settings, const std::filesystem::path& folder);

    const QStringList& pictures() const { return m_pictures; }
    const QString& problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void look();
    QString draw();

    QString m_file;
    std::filesystem::path m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; ///< Editors save in several steps.
    QStringList m_pictures;
    QString m_problem;
    int m_turn = 0;
};

} // namespace talon::terminal
