#pragma once

#include <QObject>
#include <QString>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace talon::terminal {

/// The last slip that a virtual printer has laid into its folder, for a developer's screen.
class SlipView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    Q_PROPERTY(QUrl picture READ picture NOTIFY pictureChanged)

public:
    explicit SlipView(QString folder);

    QUrl picture() const { return m_picture; }
    void look();

Q_SIGNALS:
    void pictureChanged();

private:
    QString m_folder;
    QUrl m_picture;
};

} // namespace talon::terminal
