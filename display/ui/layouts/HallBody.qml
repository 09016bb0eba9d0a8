pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display
import Talon.Ui

// Who is called fills two thirds; who was called before and who waits have the rest.
Item {
    id: root

    required property var office
    required property var shown
    required property bool upright
    required property int margin

    CallsStage {
        id: stage

        office: root.office
        shown: root.shown
        width: root.upright ? root.width : Math.round((root.width - root.margin) * 0.655)
        height: root.upright ? Math.round(root.height * 0.64) : root.height
    }

    Item {
        id: side

        x: root.upright ? 0 : stage.width + root.margin
        y: root.upright ? stage.height + root.margin * 0.8 : 0
        width: root.width - x
        height: root.height - y

        RecentCalls {
            id: recentCalls

            width: root.upright ? Math.round((parent.width - root.margin) * 0.44) : parent.width
            height: root.upright ? parent.height : Math.round(
                (parent.height - root.margin) * (root.shown.next ? 0.42 : 0.5))
            calls: root.shown.recent
        }

        QueueList {
            x: root.upright ? recentCalls.width + root.margin : 0
            y: root.upright ? 0 : recentCalls.height + root.margin
            width: parent.width - x
            height: parent.height - y
            queues: root.shown.queues
            waiting: root.shown.waiting
            known: root.shown.scene !== "connecting"
            waits: root.shown.waits
            next: root.shown.next
        }
    }
}
