import QtQuick
import Talon.Ui

// Light that comes and goes over a new call, 0.7 times a second for eleven seconds; photosensitive
// people are safe below 3.
Rectangle {
    id: root

    required property bool running

    color: Theme.boardInk
    opacity: 0

    SequentialAnimation {
        running: root.running
        loops: 8
        onStopped: root.opacity = 0

        NumberAnimation {
            target: root; property: "opacity"; to: 0.28; duration: 700
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: root; property: "opacity"; to: 0; duration: 700
            easing.type: Easing.InOutSine
        }
    }
}
