pragma ComponentBehavior: Bound
import QtQuick
import Talon.Ui

// Who was called before: for somebody who looks up late. As many whole lines as there is room for.
Rectangle {
    id: root

    required property var calls
    // Rows share the room evenly; none is cut.
    readonly property int rowsMax: Math.max(1, Math.floor(list.height / (80 * Theme.scale)))
    readonly property real rowHeight: list.height / root.rowsMax

    radius: Theme.radius
    color: Theme.boardSurface

    Label {
        id: title

        x: Theme.spaceLarge
        y: Theme.space * 1.3
        width: parent.width - 2 * Theme.spaceLarge
        color: Theme.boardInkMuted
        font.pixelSize: Theme.text
        //: Heading of the list of earlier calls.
        text: qsTr("Called before")
    }

    // No ListView: it may keep its place in the list, and hide what is new above it.
    Item {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: title.bottom
        anchors.topMargin: Theme.space
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceSmall

        Repeater {
            id: rows

            model: root.calls

            RecentCall {
                required property int index

                visible: index < root.rowsMax
                y: index * root.rowHeight
                width: list.width
                height: root.rowHeight

                Behavior on y { NumberAnimation { duration: Theme.motionMs } }
            }
        }
    }

    Label {
        anchors.centerIn: list
        visible: rows.count === 0
        width: list.width - 2 * Theme.spaceLarge
        horizontalAlignment: Text.AlignHCenter
        color: Theme.boardInkMuted
        font.pixelSize: Theme.text
        //: In the empty list of earlier calls.
        text: qsTr("Nobody yet today")
    }
}
