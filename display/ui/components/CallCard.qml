import QtQuick
import Talon.Ui

// One call: the number, and the window to go to. A new one stands out in amber and swells softly,
// 0.7 times a second for eleven seconds; photosensitive people are safe below 3.
Rectangle {
    id: root

    required property string number
    required property string window
    required property bool fresh
    property bool old: false

    readonly property bool bright: root.fresh && !root.old
    // A high card has the number above the window, a wide one beside it.
    readonly property bool stacked: root.height > root.width * 0.38
    readonly property real inset: Math.min(root.width * 0.045, root.height * 0.16)
    readonly property real inner: root.width - 2 * root.inset
    // The type size that a number such as Ж999 and a window such as 12 have room for; all cards of
    // one size share it. Numbers have neither ascenders nor descenders, so it may fill the height.
    readonly property real letters: root.stacked
        ? Math.min(root.height * 0.47, root.inner / 3.2)
        : Math.min(root.height * 0.86, root.inner / 5.4)
    readonly property color ink: root.bright ? Theme.calloutInk : Theme.callout
    readonly property color windowInk: root.bright ? Theme.calloutInk : Theme.boardInk

    radius: Math.min(Theme.radius * 1.4, root.height / 4)
    color: root.bright ? Theme.callout : Theme.boardSurface
    border.width: root.bright ? 0 : Theme.lineWidth
    border.color: root.old ? Theme.boardLine : Theme.callout

    Behavior on x { NumberAnimation { duration: Theme.motionMs; easing.type: Easing.OutCubic } }
    Behavior on y { NumberAnimation { duration: Theme.motionMs; easing.type: Easing.OutCubic } }
    Behavior on color { ColorAnimation { duration: Theme.motionMs } }

    Component.onCompleted: entering.start()

    ParallelAnimation {
        id: entering

        NumberAnimation { target: root; property: "opacity"; from: 0; to: 1; duration: 250 }
        NumberAnimation {
            target: root; property: "scale"; from: 0.94; to: 1; duration: 250
            easing.type: Easing.OutCubic
        }
    }

    Rectangle {
        id: glow

        anchors.fill: parent
        radius: root.radius
        color: Theme.boardInk
        opacity: 0

        SequentialAnimation {
            running: root.bright
            loops: 8
            onStopped: glow.opacity = 0

            NumberAnimation {
                target: glow; property: "opacity"; to: 0.28; duration: 700
                easing.type: Easing.InOutSine
            }
            NumberAnimation {
                target: glow; property: "opacity"; to: 0; duration: 700
                easing.type: Easing.InOutSine
            }
        }
    }

    BigText {
        id: numberText

        objectName: "number"
        x: root.stacked ? root.inset + (root.inner - width) / 2 : root.inset
        y: root.stacked ? root.height * 0.29 - height / 2 : (root.height - height) / 2
        room: root.stacked ? root.inner : root.inner * 0.575
        letters: root.letters
        color: root.ink
        text: root.number
    }

    // Wide: the arrow stands on the word, between number and window. High: arrow, word and window
    // follow each other in the middle of the lower half.
    Item {
        id: way

        readonly property real letters: root.stacked ? root.letters * 0.85 : root.letters
        readonly property real spacing: way.letters * 0.18
        readonly property real middle: root.stacked ? root.height * 0.73 : root.height / 2
        readonly property real line: arrow.width + way.spacing + label.width + way.spacing
                                     + windowText.width

        anchors.fill: parent

        Icon {
            id: arrow

            x: root.stacked ? (root.width - way.line) / 2 : root.inset + root.inner * 0.595
            y: way.middle - height / 2 - (root.stacked ? 0 : way.letters * 0.1)
            width: Math.round(way.letters * 0.62)
            height: width
            name: "forward"
            color: root.ink
        }

        Text {
            id: label

            x: root.stacked ? arrow.x + arrow.width + way.spacing
                            : arrow.x + (arrow.width - width) / 2
            y: root.stacked ? windowText.y + windowText.baselineOffset - baselineOffset
                            : way.middle + way.letters * 0.2
            color: root.windowInk
            opacity: root.bright ? 1 : 0.75
            font.family: Theme.fontFamily
            font.weight: Font.Medium
            font.pixelSize: Math.max(1, Math.round(way.letters * (root.stacked ? 0.34 : 0.2)))
            //: Before the number of the window to go to, on the board.
            text: qsTr("window")
        }

        BigText {
            id: windowText

            objectName: "window"
            x: root.stacked ? label.x + label.width + way.spacing
                            : root.inset + root.inner * 0.745
            y: way.middle - height / 2
            room: root.stacked ? root.inner - arrow.width - label.width - 2 * way.spacing
                               : root.inner * 0.255
            letters: way.letters
            color: root.windowInk
            text: root.window
        }
    }
}
