pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display
import Talon.Ui

// The office's pictures and videos, and the calls of now beside them. While nobody is called the
// place of the calls has who was called before: it is never taken by a picture.
Item {
    id: root

    required property var office
    required property var shown
    required property var media
    required property bool upright
    required property int margin

    MediaBox {
        id: box

        playlist: root.media
        width: root.upright ? root.width : Math.round((root.width - root.margin) * 0.6)
        height: root.upright ? Math.min(Math.round(root.width * 9 / 16),
                                        Math.round(root.height * 0.45))
                             : root.height
    }

    Item {
        id: side

        x: root.upright ? 0 : box.width + root.margin
        y: root.upright ? box.height + root.margin * 0.8 : 0
        width: root.width - x
        height: root.height - y

        CallsNow {
            anchors.fill: parent
            visible: root.shown.scene === "calls"
            calls: root.shown.present
            old: root.office.old
        }

        RecentCalls {
            width: parent.width
            height: Math.round((parent.height - root.margin) / 2)
            visible: root.shown.scene !== "calls"
            calls: root.shown.recent
        }

        QueueList {
            y: Math.round((parent.height + root.margin) / 2)
            width: parent.width
            height: parent.height - y
            visible: root.shown.scene !== "calls"
            queues: root.shown.queues
            waiting: root.shown.waiting
            known: root.shown.scene !== "connecting"
            waits: root.shown.waits
            next: root.shown.next
        }
    }
}
