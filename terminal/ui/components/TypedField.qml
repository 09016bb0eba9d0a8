import QtQuick
import Talon.Terminal
import Talon.Ui

// What was typed so far, large; or what may be typed.
Rectangle {
    id: root

    property string text
    property string hint
    property bool hidden: false // A secret: dots.

    implicitHeight: Math.round(Theme.title * 1.6)
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.lineWidth * 2
    border.color: root.text === "" ? Theme.line : Theme.brand

    Label {
        anchors.fill: parent
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.text === "" ? root.hint : root.hidden ? "●".repeat(root.text.length) : root.text
        color: root.text === "" ? Theme.mutedInk : Theme.ink
        strong: root.text !== ""
        font.pixelSize: root.text === "" ? Theme.text : Theme.title
        font.letterSpacing: root.text === "" ? 0 : Math.round(6 * Theme.scale)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 16
        wrapMode: root.text === "" ? Text.WordWrap : Text.NoWrap
    }
}
