import QtQuick
import Talon.Ui

// The quality line, and which windows work.
Item {
    id: root

    required property int margin
    required property bool upright
    required property string qualityLine
    required property string openWindows

    height: Math.round(96 * Theme.scale)

    Row {
        id: line

        x: root.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: root.qualityLine !== ""
        spacing: Theme.space

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.iconSmall
            height: Theme.iconSmall
            name: "phone"
            color: Theme.boardInkMuted
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.boardInkMuted
            font.pixelSize: Theme.text
            //: Foot of the board. %1 is a telephone number for praise and complaints.
            text: qsTr("Quality line: %1").arg(root.qualityLine)
        }
    }

    Label {
        anchors.left: line.right
        anchors.leftMargin: root.margin
        anchors.right: parent.right
        anchors.rightMargin: root.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: root.openWindows !== ""
        horizontalAlignment: Text.AlignRight
        color: Theme.boardInkMuted
        font.pixelSize: Theme.text
        maximumLineCount: 2
        elide: Text.ElideRight
        //: Foot of the board. %1 are names of windows: "1, 2, 5".
        text: qsTr("Open windows: %1").arg(root.openWindows)
    }
}
