import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// One thing to do now, with its drawing.
RowLayout {
    id: root

    property string icon
    property string text
    property color tint: Theme.brandTint
    property color inkColor: Theme.brand

    property bool large: true

    spacing: Theme.space * (root.large ? 1.25 : 1)

    RoundIcon {
        Layout.preferredWidth: Math.round((root.large ? 92 : 64) * Theme.scale)
        Layout.preferredHeight: Layout.preferredWidth
        name: root.icon
        color: root.tint
        inkColor: root.inkColor
    }

    Label {
        Layout.fillWidth: true
        text: root.text
        font.weight: Font.Medium
        font.pixelSize: root.large ? Theme.textLarge : Theme.text
    }
}
