import QtQuick
import Talon.Ui

// One call: the number, the window to go to, and the way there. A new one stands out in amber and
// swells softly.
Rectangle {
    id: root

    required property string number
    required property string window
    required property bool fresh
    required property string arrow
    required property string place
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
    // From the middle of the card to that of each line, where it has two.
    readonly property real spread: Math.min(root.height * 0.22, root.letters * 0.52)
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

        NumberAnimation {
            target: root; property: "opacity"; from: 0; to: 1; duration: Theme.motionMs
        }
        NumberAnimation {
            target: root; property: "scale"; from: 0.94; to: 1; duration: Theme.motionMs
            easing.type: Easing.OutCubic
        }
    }

    Swell {
        anchors.fill: parent
        radius: root.radius
        running: root.bright
    }

    BigText {
        id: numberText

        objectName: "number"
        x: root.stacked ? root.inset + (root.inner - width) / 2 : root.inset
        y: (root.height - height) / 2 - (root.stacked ? root.spread : 0)
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
        readonly property real middle: root.height / 2 + (root.stacked ? root.spread : 0)
        readonly property bool isNamed: root.place !== ""
        readonly property real line: arrow.width + way.spacing + label.width + way.spacing
                                     + windowText.width

        anchors.fill: parent

        WayArrow {
            id: arrow

            x: root.stacked ? (root.width - way.line) / 2 : root.inset + root.inner * 0.595
            y: way.middle - height / 2
               - (root.stacked ? 0 : way.letters * (way.isNamed ? 0.2 : 0.1))
            width: Math.round(way.letters * (way.isNamed && !root.stacked ? 0.42 : 0.62))
            height: width
            to: root.arrow
            color: root.ink
        }

        Text {
            id: label

            readonly property real size: root.stacked ? 0.34 : way.isNamed ? 0.17 : 0.2

            x: root.stacked ? arrow.x + arrow.width + way.spacing
                            : arrow.x + (arrow.width - width) / 2
            y: !root.stacked ? way.middle + way.letters * (way.isNamed ? 0.01 : 0.2)
             : way.isNamed ? way.middle - height / 2
             : windowText.y + windowText.baselineOffset - baselineOffset
            horizontalAlignment: root.stacked ? Text.AlignLeft : Text.AlignHCenter
            color: root.windowInk
            opacity: root.bright ? 1 : 0.75
            font.family: Theme.fontFamily
            font.weight: Font.Medium
            font.pixelSize: Math.max(1, Math.round(way.letters * label.size))
            textFormat: Text.PlainText
            lineHeight: 0.9
            //: Before the number of the window to go to, on the board.
            text: way.isNamed ? root.place + "\n" + qsTr("window") : qsTr("window")
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
