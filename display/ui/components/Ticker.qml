pragma ComponentBehavior: Bound
import QtQuick
import Talon.Ui

// What the office has to say, one text after the other. A text that fits stands still, to be read;
// a longer one runs through once. No room is taken when there is none.
Item {
    id: root

    required property var texts
    required property int margin
    property int pauseMs: 4000
    property int letterMs: 70
    readonly property real pixelsPerSecond: 150 * Theme.scale
    readonly property bool fits: words.implicitWidth <= line.width
    property int at: 0

    visible: root.texts.length > 0
    height: root.visible ? Math.round(92 * Theme.scale) : 0

    onTextsChanged: root.at = 0

    function goOn() {
        if (root.texts.length > 1) {
            fade.restart();
        } else if (!root.fits) {
            root.begin();
        }
    }

    function begin() {
        run.stop();
        still.stop();
        words.x = root.fits ? 0 : line.width;
        if (!root.visible) {
            return;
        }
        if (root.fits) {
            still.restart();
        } else {
            run.restart();
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: Theme.spaceSmall
        color: Theme.boardSurface
    }

    Item {
        id: line

        anchors.fill: parent
        anchors.topMargin: Theme.spaceSmall
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        clip: true

        Text {
            id: words

            readonly property bool runs: !root.fits

            objectName: "ticker"
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.boardInk
            font.family: Theme.fontFamily
            font.weight: Font.Medium
            font.pixelSize: Theme.title
            textFormat: Text.PlainText
            text: root.texts.length > 0 ? root.texts[root.at % root.texts.length] : ""

            onTextChanged: Qt.callLater(root.begin)
        }
    }

    onWidthChanged: Qt.callLater(root.begin)

    Timer {
        id: still

        interval: root.pauseMs + words.text.length * root.letterMs
        onTriggered: root.goOn()
    }

    NumberAnimation {
        id: run

        target: words
        property: "x"
        from: line.width
        to: -words.implicitWidth
        duration: Math.max(1, (line.width + words.implicitWidth) / root.pixelsPerSecond * 1000)
        onFinished: root.goOn()
    }

    SequentialAnimation {
        id: fade

        NumberAnimation { target: words; property: "opacity"; to: 0; duration: Theme.motionMs }
        ScriptAction { script: root.at = (root.at + 1) % root.texts.length }
        NumberAnimation { target: words; property: "opacity"; to: 1; duration: Theme.motionMs }
    }
}
