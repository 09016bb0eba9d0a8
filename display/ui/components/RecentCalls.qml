pragma ComponentBehavior: Bound
import QtQuick
import Talon.Ui

// Who was called before: for somebody who looks up late. As many whole lines as there is room for.
Rectangle {
    id: root

    required property var calls
    // Rows share the room evenly; none is cut.
    readonly property real rowHeight: list.height
        / Math.max(1, Math.floor(list.height / (80 * Theme.scale)))

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

    ListView {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: title.bottom
        anchors.topMargin: Theme.space
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceSmall
        interactive: false
        clip: true
        model: root.calls

        add: Transition {
            NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motionMs }
        }
        displaced: Transition {
            NumberAnimation { property: "y"; duration: Theme.motionMs }
            NumberAnimation { property: "opacity"; to: 1; duration: Theme.motionMs }
        }

        delegate: RecentCall {
            width: list.width
            height: root.rowHeight
        }
    }

    Label {
        anchors.centerIn: list
        visible: list.count === 0
        width: list.width - 2 * Theme.spaceLarge
        horizontalAlignment: Text.AlignHCenter
        color: Theme.boardInkMuted
        font.pixelSize: Theme.text
        //: In the empty list of earlier calls.
        text: qsTr("Nobody yet today")
    }
}
