import QtQuick
import Talon.Ui

// Which office this is, and what its clock says.
Item {
    id: root

    required property int margin
    required property bool upright
    required property string officeName
    required property string dateText
    required property string timeText

    height: Math.round(150 * Theme.scale)

    Label {
        anchors.left: parent.left
        anchors.right: clock.left
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.boardInk
        strong: true
        font.pixelSize: Theme.title
        maximumLineCount: 2
        elide: Text.ElideRight
        text: root.officeName
    }

    Row {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: root.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceLarge

        Label {
            visible: !root.upright
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.boardInkMuted
            font.pixelSize: Theme.textLarge
            text: root.dateText
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter

            ClockText {
                anchors.right: parent.right
                color: Theme.boardInk
                pixelSize: Math.round(Theme.headline * (root.upright ? 1.1 : 1.35))
                text: root.timeText
            }

            Label {
                visible: root.upright
                anchors.right: parent.right
                color: Theme.boardInkMuted
                font.pixelSize: Theme.text
                text: root.dateText
            }
        }
    }
}
