import QtQuick
import Talon.Ui

Item {
    id: root

    required property string number
    required property string window
    required property string arrow

    Rectangle {
        x: Theme.spaceLarge
        width: parent.width - 2 * Theme.spaceLarge
        height: Theme.lineWidth
        color: Theme.boardLine
    }

    Text {
        id: numberText

        x: Theme.spaceLarge
        width: root.width * 0.56 - x
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        color: Theme.boardInk
        font.family: Theme.fontFamily
        font.weight: Font.DemiBold
        font.pixelSize: Math.round(Theme.title * 1.15)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.textSmall
        elide: Text.ElideRight
        textFormat: Text.PlainText
        text: root.number
    }

    WayArrow {
        id: way

        x: root.width * 0.58
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.iconSmall
        height: Theme.iconSmall
        to: root.arrow
        color: Theme.boardInkMuted
    }

    Text {
        x: way.x + way.width + Theme.space
        width: root.width - x - Theme.spaceLarge
        height: parent.height
        horizontalAlignment: Text.AlignRight
        verticalAlignment: Text.AlignVCenter
        color: Theme.boardInk
        font: numberText.font
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.textSmall
        elide: Text.ElideRight
        textFormat: Text.PlainText
        text: root.window
    }
}
