import QtQuick
import Talon.Ui

Item {
    id: root

    required property string name
    required property int waiting
    required property int waitFrom
    required property int waitTo // 0: it cannot be told.
    required property string next
    property bool showsWait: true
    property bool showsNext: false
    readonly property bool two: root.showsNext && root.next !== ""

    Rectangle {
        x: Theme.spaceLarge
        width: parent.width - 2 * Theme.spaceLarge
        height: Theme.lineWidth
        color: Theme.boardLine
    }

    Label {
        id: nameText

        x: Theme.spaceLarge
        y: (root.height - height - (root.two ? nextText.height : 0)) / 2
        width: (wait.visible && !root.two ? wait.x : count.x) - x - Theme.space
        color: Theme.boardInk
        font.pixelSize: Math.round(Theme.text * 0.93)
        lineHeight: 0.95
        maximumLineCount: 2
        elide: Text.ElideRight
        text: root.name
    }

    Label {
        id: nextText

        x: Theme.spaceLarge
        y: nameText.y + nameText.height
        width: (wait.visible ? wait.x : count.x) - x - Theme.space
        visible: root.two
        color: Theme.callout
        font.pixelSize: Math.round(Theme.text * 0.93)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.round(Theme.text * 0.7)
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        //: On the board, under a service. %1 are the numbers of those who are due first.
        text: qsTr("Next: %1").arg(root.next)
    }

    Text {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceLarge
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.boardInk
        font.family: Theme.fontFamily
        font.weight: Font.DemiBold
        font.pixelSize: Theme.title
        text: root.waiting
    }

    Label {
        id: wait

        anchors.right: count.left
        anchors.rightMargin: Theme.space
        anchors.baseline: root.two ? nextText.baseline : undefined
        anchors.verticalCenter: root.two ? undefined : parent.verticalCenter
        visible: root.showsWait && root.waitTo > 0
        color: Theme.boardInkMuted
        font.pixelSize: Math.round(Theme.text * 0.85)
        wrapMode: Text.NoWrap
        text: root.waitFrom === 0
            //: On the board, beside a service: how long a newcomer will wait.
            ? qsTr("up to %1 min").arg(root.waitTo)
            //: On the board, beside a service: how long a newcomer will wait.
            : qsTr("%1–%2 min").arg(root.waitFrom).arg(root.waitTo)
    }
}
