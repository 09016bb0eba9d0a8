pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display
import Talon.Ui

// The plate above one window: its number, and whom it calls or serves. Seen from the side and from
// afar: two things, as large as they go. A new call swells as on the board, below 3 Hz.
Rectangle {
    id: root

    required property string window
    required property string doing // "closed", "away", "free", "called", "serving"
    required property string number
    required property bool fresh
    required property bool old
    readonly property bool calls: root.doing === "called"
    readonly property bool bright: root.calls && root.fresh && !root.old
    readonly property bool wide: root.width > root.height * 1.6
    readonly property int margin: Math.round(Math.min(root.width, root.height) * 0.06)
    readonly property color ink: root.bright ? Theme.calloutInk
                               : root.calls ? Theme.callout : Theme.boardInk

    color: root.bright ? Theme.callout : Theme.board

    Behavior on color { ColorAnimation { duration: Theme.motionMs } }

    function stateText(): string {
        switch (root.doing) {
        case "called":
            //: On the plate above a window, under the number of the ticket.
            return qsTr("please come");
        case "serving":
            //: On the plate above a window, under the number of the ticket.
            return qsTr("is being served");
        case "free":
            //: On the plate above a window that waits for the next call.
            return qsTr("Open");
        case "away":
            //: On the plate above a window whose clerk will be back.
            return qsTr("Break");
        default:
            //: On the plate above a window where nobody works.
            return qsTr("Closed");
        }
    }

    Swell {
        anchors.fill: parent
        running: root.bright
    }

    // The window: beside the visitor where there is width, above where there is not.
    Item {
        id: plate

        x: root.margin
        y: root.margin
        width: root.wide ? Math.round(root.width * 0.3) : root.width - 2 * root.margin
        height: root.wide ? root.height - 2 * root.margin : Math.round(root.height * 0.3)

        Label {
            id: label

            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: root.bright ? Theme.calloutInk : Theme.boardInkMuted
            font.pixelSize: Math.round(Math.min(parent.height * 0.2, parent.width * 0.2))
            //: Over the number of the window, on its plate.
            text: qsTr("Window")
        }

        BigText {
            objectName: "plateWindow"
            anchors.horizontalCenter: parent.horizontalCenter
            y: label.height + (parent.height - label.height - height) / 2
            room: plate.width
            letters: plate.height - label.height
            color: root.bright ? Theme.calloutInk : Theme.boardInk
            text: root.window
        }
    }

    Rectangle {
        x: root.wide ? plate.x + plate.width + root.margin / 2 : root.margin
        y: root.wide ? root.margin : plate.y + plate.height + root.margin / 2
        width: root.wide ? Theme.lineWidth : root.width - 2 * root.margin
        height: root.wide ? root.height - 2 * root.margin : Theme.lineWidth
        color: root.bright ? Theme.calloutInk : Theme.boardLine
    }

    Item {
        id: visitor

        x: root.wide ? plate.x + plate.width + root.margin : root.margin
        y: root.wide ? root.margin : plate.y + plate.height + root.margin
        width: root.width - root.margin - x
        height: root.height - root.margin - y - (root.old ? lost.height : 0)

        BigText {
            id: numberText

            objectName: "plateNumber"
            anchors.horizontalCenter: parent.horizontalCenter
            y: (visitor.height - words.height - height) / 2
            visible: root.number !== ""
            room: visitor.width
            letters: (visitor.height - words.height) * 0.85
            color: root.ink
            text: root.number
        }

        Label {
            id: words

            objectName: "plateWords"
            width: parent.width
            y: root.number === "" ? (visitor.height - height) / 2 : numberText.y + numberText.height
            horizontalAlignment: Text.AlignHCenter
            color: root.bright ? Theme.calloutInk
                               : root.number === "" ? Theme.boardInk : Theme.boardInkMuted
            strong: root.number === ""
            font.pixelSize: Math.round(Math.min(visitor.height * (root.number === "" ? 0.3 : 0.17),
                                                visitor.width * (root.number === "" ? 0.16 : 0.09)))
            text: root.stateText()
        }
    }

    // What is shown may be out of date: said, and never hidden.
    Label {
        id: lost

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: root.margin / 2
        visible: root.old
        color: Theme.callout
        font.pixelSize: Math.max(16, Math.round(root.height * 0.05))
        //: In the corner of the plate above a window, while the controller is away.
        text: qsTr("no connection")
    }
}
