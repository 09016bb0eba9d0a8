import QtQuick
import Talon.Ui

Item {
    id: root

    required property string name
    required property int waiting

    Rectangle {
        x: Theme.spaceLarge
        width: parent.width - 2 * Theme.spaceLarge
        height: Theme.lineWidth
        color: Theme.boardLine
    }

    Label {
        x: Theme.spaceLarge
        width: count.x - x - Theme.space
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.boardInk
        font.pixelSize: Math.round(Theme.text * 0.93)
        lineHeight: 0.95
        maximumLineCount: 2
        elide: Text.ElideRight
        text: root.name
    }

    Text {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceLarge
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.boardInk
        font.family: Theme.fontFamily
        font.weight: Font.DemiBold
        font.pixelSize: Theme.title
        text: root.waiting
    }
}
