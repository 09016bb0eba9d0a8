pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display
import Talon.Ui

// The calls of now in a corner of a wall that shows something else. While nobody is called it says
// whose corner it is, and how many wait.
Rectangle {
    id: root

    required property var office
    required property var shown
    readonly property int margin: Math.round(Math.min(root.width, root.height) * 0.04)

    color: Theme.board
    border.width: Theme.lineWidth
    border.color: Theme.boardLine

    CallsNow {
        anchors.fill: parent
        anchors.margins: root.margin
        anchors.bottomMargin: lost.visible ? root.margin + lost.height : root.margin
        calls: root.shown.present
        old: root.office.old
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 4 * root.margin
        visible: root.shown.scene !== "calls"
        spacing: root.margin

        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.boardInk
            strong: true
            font.pixelSize: Math.round(Math.min(root.height * 0.13, root.width * 0.09))
            maximumLineCount: 3
            elide: Text.ElideRight
            text: root.office.officeName
        }

        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.boardInkMuted
            font.pixelSize: Math.round(Math.min(root.height * 0.1, root.width * 0.08))
            text: root.shown.scene === "closed"
                //: In the corner of a media wall, after hours.
                ? qsTr("Closed")
                : root.shown.scene === "connecting"
                    ? qsTr("Connecting to the office…")
                    //: In the corner of a media wall, while nobody is called. %1 is a time.
                    : qsTr("Waiting: %1").arg(root.shown.waiting)
        }
    }

    Label {
        id: lost

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: root.margin / 2
        visible: root.office.old
        color: Theme.callout
        font.pixelSize: Math.max(15, Math.round(Math.min(root.height, root.width) * 0.07))
        //: In the corner of the plate above a window, while the controller is away.
        text: qsTr("no connection")
    }
}
