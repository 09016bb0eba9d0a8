import QtQuick
import Talon.Ui

// One line of a table of calls: the number, the way, the window.
Rectangle {
    id: root

    required property string number
    required property string window
    required property bool fresh
    required property string arrow
    required property string place
    required property bool present // Called now, not before.
    property bool old: false

    readonly property bool bright: root.fresh && !root.old
    readonly property color ink: root.bright ? Theme.calloutInk
                               : root.present ? Theme.callout : Theme.boardInkMuted
    readonly property real letters: Math.min(root.height * 0.82, root.width / 7.2)
    readonly property real inset: Theme.spaceLarge

    radius: Math.min(Theme.radius, root.height / 4)
    color: root.bright ? Theme.callout : Theme.boardSurface
    border.width: root.present && !root.bright ? Theme.lineWidth : 0
    border.color: root.old ? Theme.boardLine : Theme.callout

    Behavior on x { NumberAnimation { duration: Theme.motionMs; easing.type: Easing.OutCubic } }
    Behavior on y { NumberAnimation { duration: Theme.motionMs; easing.type: Easing.OutCubic } }
    Behavior on color { ColorAnimation { duration: Theme.motionMs } }

    Swell {
        anchors.fill: parent
        radius: root.radius
        running: root.bright
    }

    BigText {
        objectName: "number"
        x: root.inset
        anchors.verticalCenter: parent.verticalCenter
        room: root.width * 0.44 - root.inset
        letters: root.letters
        color: root.ink
        text: root.number
    }

    WayArrow {
        id: way

        x: root.width * 0.46
        y: (root.height - height) / 2 - (placeText.visible ? placeText.height * 0.45 : 0)
        width: Math.round(root.letters * (placeText.visible ? 0.5 : 0.62))
        height: width
        to: root.arrow
        color: root.ink
    }

    Text {
        id: placeText

        x: root.width * 0.44
        y: way.y + way.height * 0.98
        width: root.width * 0.24
        visible: root.place !== ""
        color: root.ink
        font.family: Theme.fontFamily
        font.weight: Font.DemiBold
        font.pixelSize: Math.max(8, Math.round(root.letters * 0.28))
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 12
        elide: Text.ElideRight
        textFormat: Text.PlainText
        text: root.place
    }

    BigText {
        objectName: "window"
        anchors.right: parent.right
        anchors.rightMargin: root.inset
        anchors.verticalCenter: parent.verticalCenter
        room: root.width * 0.3 - root.inset
        letters: root.letters
        color: root.bright ? Theme.calloutInk
                           : root.present ? Theme.boardInk : Theme.boardInkMuted
        text: root.window
    }
}
