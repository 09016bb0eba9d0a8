pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display
import Talon.Ui

// A table, as at a station: who is called now, then who was called before, each with the window and
// the way there. Filled from top to bottom, column by column. With more calls than there is room
// for lines get lower; only those before are left out.
Item {
    id: root

    required property var office
    required property var shown
    required property bool upright

    readonly property bool talks: root.shown.scene === "calls" || before.count > 0
    readonly property int columns: root.upright ? 1 : 2
    readonly property int gap: Theme.space
    readonly property int usualLines: Math.max(1, Math.floor(
        (root.height - root.headHeight + root.gap) / (150 * Theme.scale)))
    readonly property int lines: Math.max(root.usualLines, Math.ceil(now.count / root.columns))
    readonly property real lineHeight: (root.height - root.headHeight + root.gap) / root.lines
                                       - root.gap
    readonly property real columnWidth: (root.width + 2 * root.gap) / root.columns - 2 * root.gap

    readonly property real headHeight: Theme.textLarge * 1.5

    function lineX(position: int): real {
        return Math.floor(position / root.lines) * (root.columnWidth + 2 * root.gap);
    }

    function lineY(position: int): real {
        return root.headHeight + (position % root.lines) * (root.lineHeight + root.gap);
    }

    Repeater {
        model: root.talks ? root.columns : 0

        Item {
            required property int index

            x: index * (root.columnWidth + 2 * root.gap)
            width: root.columnWidth
            height: root.headHeight

            Label {
                x: Theme.spaceLarge
                color: Theme.boardInkMuted
                font.pixelSize: Theme.textLarge
                wrapMode: Text.NoWrap
                //: Over the numbers of tickets in a table of calls.
                text: qsTr("Ticket")
            }

            Label {
                anchors.right: parent.right
                anchors.rightMargin: Theme.spaceLarge
                color: Theme.boardInkMuted
                font.pixelSize: Theme.textLarge
                wrapMode: Text.NoWrap
                //: Over the numbers of windows in a table of calls.
                text: qsTr("Window")
            }
        }
    }

    Repeater {
        id: now

        model: root.shown.present

        CallLine {
            required property int index

            x: root.lineX(index)
            y: root.lineY(index)
            width: root.columnWidth
            height: root.lineHeight
            present: true
            old: root.office.old
        }
    }

    Repeater {
        id: before

        model: root.shown.recent

        CallLine {
            required property int index
            readonly property int position: now.count + index

            visible: position < root.lines * root.columns
            x: root.lineX(position)
            y: root.lineY(position)
            width: root.columnWidth
            height: root.lineHeight
            present: false
            old: root.office.old
        }
    }

    CallsStage {
        anchors.fill: parent
        visible: !root.talks
        office: root.office
        shown: root.shown
    }
}
