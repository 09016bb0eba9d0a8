import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// One key: quick fingers touch it twice for "11", so it is ready again at once.
Rectangle {
    id: root

    property string text
    property bool quiet: false
    property int tall: Theme.touchHeight
    readonly property bool pressed: finger.pressed

    signal tapped

    Layout.fillWidth: true
    Layout.preferredWidth: 1
    Layout.preferredHeight: root.tall
    Layout.minimumHeight: 56
    radius: Theme.radius * 0.8
    color: root.pressed ? Theme.surfacePressed : root.quiet ? "transparent" : Theme.surface
    border.width: Theme.lineWidth
    border.color: root.pressed ? Theme.brand : Theme.line
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.onPressAction: root.tapped()

    Label {
        anchors.centerIn: parent
        text: root.text
        color: root.quiet ? Theme.brand : Theme.ink
        strong: true
        font.pixelSize: root.quiet ? Theme.textLarge : Math.min(Theme.title, root.tall * 0.6)
        wrapMode: Text.NoWrap
    }

    TapHandler {
        id: finger

        gesturePolicy: TapHandler.WithinBounds
        longPressThreshold: Theme.noLongPress
        acceptedButtons: Qt.LeftButton
        onTapped: root.tapped()
    }
}
