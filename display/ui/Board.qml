pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display
import Talon.Ui

// The board of a hall, wide or high: who is called fills two thirds, who was called and who waits
// have the rest. Nothing moves from its place when calls come and go.
Rectangle {
    id: root

    required property string scene
    required property string officeName
    required property string qualityLine
    required property string dateText
    required property string timeText
    required property string opensDate
    required property string opensTime
    required property string openWindows
    required property int waiting
    required property bool old
    required property string lostTime
    required property var present
    required property var recent
    required property var queues

    readonly property bool upright: root.height > root.width
    readonly property int margin: Math.round(Theme.spaceLarge * 1.1)

    color: Theme.board

    BoardHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        margin: root.margin
        upright: root.upright
        officeName: root.officeName
        dateText: root.dateText
        timeText: root.timeText
    }

    LostNotice {
        id: notice

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        shown: root.old
        lostTime: root.lostTime
    }

    Item {
        id: stage

        anchors.left: parent.left
        anchors.top: notice.bottom
        anchors.leftMargin: root.margin
        anchors.topMargin: root.margin * 0.6
        width: root.upright ? parent.width - 2 * root.margin
                            : Math.round((parent.width - 3 * root.margin) * 0.655)
        height: root.upright ? Math.round((footer.y - y) * 0.64) : footer.y - y

        CallsNow {
            anchors.fill: parent
            calls: root.present
            old: root.old
        }

        WelcomeScene {
            anchors.fill: parent
            visible: root.scene === "welcome"
        }

        ClosedScene {
            anchors.fill: parent
            visible: root.scene === "closed"
            opensDate: root.opensDate
            opensTime: root.opensTime
        }

        Label {
            anchors.centerIn: parent
            visible: root.scene === "connecting"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.boardInkMuted
            font.pixelSize: Theme.title
            //: The board after it was switched on, before it has heard from the office's controller.
            text: qsTr("Connecting to the office…")
        }
    }

    Item {
        id: side

        x: root.upright ? stage.x : stage.x + stage.width + root.margin
        y: root.upright ? stage.y + stage.height + root.margin * 0.8 : stage.y
        width: root.width - root.margin - x
        height: footer.y - y

        RecentCalls {
            id: recentCalls

            width: root.upright ? Math.round((parent.width - root.margin) * 0.44) : parent.width
            height: root.upright ? parent.height : Math.round((parent.height - root.margin) * 0.56)
            calls: root.recent
        }

        QueueList {
            x: root.upright ? recentCalls.width + root.margin : 0
            y: root.upright ? 0 : recentCalls.height + root.margin
            width: parent.width - x
            height: parent.height - y
            queues: root.queues
            waiting: root.waiting
            known: root.scene !== "connecting"
        }
    }

    BoardFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        margin: root.margin
        upright: root.upright
        qualityLine: root.qualityLine
        openWindows: root.openWindows
    }
}
