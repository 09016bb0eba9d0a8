import QtQuick
import Talon.Ui

// Figures as large as wished, or as the room allows; never cut off.
Text {
    id: root

    required property real room
    required property real letters

    font.family: Theme.fontFamily
    font.weight: Font.Bold
    font.pixelSize: Math.max(8, Math.floor(Math.min(
        root.letters, root.room * probe.font.pixelSize / Math.max(1, probe.advanceWidth))))
    textFormat: Text.PlainText

    TextMetrics {
        id: probe

        font.family: root.font.family
        font.weight: root.font.weight
        font.pixelSize: Theme.number
        text: root.text
    }
}
