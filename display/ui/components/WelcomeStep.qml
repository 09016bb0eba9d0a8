import QtQuick
import Talon.Ui

Item {
    id: root

    required property string icon
    required property string text

    height: Math.max(circle.height, label.height)

    Rectangle {
        id: circle

        width: Math.round(Theme.iconLarge * 0.95)
        height: width
        radius: width / 2
        color: Theme.boardSurface

        Icon {
            anchors.centerIn: parent
            width: Math.round(Theme.icon * 0.85)
            height: width
            name: root.icon
            color: Theme.callout
        }
    }

    Label {
        id: label

        anchors.left: circle.right
        anchors.leftMargin: Theme.spaceLarge
        anchors.right: parent.right
        anchors.verticalCenter: circle.verticalCenter
        color: Theme.boardInk
        font.pixelSize: Theme.title
        text: root.text
    }
}
