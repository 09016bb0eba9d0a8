pragma ComponentBehavior: Bound
import QtQuick
import Talon.Ui

// How many wait, in all and for each service: the longest queues, as many as there is room for.
Rectangle {
    id: root

    required property var queues
    required property int waiting
    property bool known: true
    property bool waits: true
    property bool next: false
    readonly property int rowsMax: Math.max(1, Math.floor(
        list.height / ((root.next ? 118 : 76) * Theme.scale)))
    readonly property real rowHeight: list.height / root.rowsMax

    radius: Theme.radius
    color: Theme.boardSurface

    Label {
        id: title

        x: Theme.spaceLarge
        y: Theme.space * 1.3
        color: Theme.boardInkMuted
        font.pixelSize: Theme.text
        //: Heading of the list of queues; beside it stands how many wait in all.
        text: qsTr("Waiting")
    }

    Label {
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceLarge
        anchors.baseline: title.baseline
        visible: root.known
        color: Theme.boardInk
        strong: true
        font.pixelSize: Theme.textLarge
        text: root.waiting
    }

    Item {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: title.bottom
        anchors.topMargin: Theme.space
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceSmall

        Repeater {
            model: root.queues

            QueueRow {
                required property int index

                showsWait: root.waits
                showsNext: root.next
                visible: index < root.rowsMax
                y: index * root.rowHeight
                width: list.width
                height: root.rowHeight
            }
        }
    }

    Label {
        anchors.centerIn: list
        visible: root.known && root.waiting === 0
        width: list.width - 2 * Theme.spaceLarge
        horizontalAlignment: Text.AlignHCenter
        color: Theme.boardInkMuted
        font.pixelSize: Theme.text
        //: In the empty list of queues.
        text: qsTr("Nobody is waiting")
    }
}
