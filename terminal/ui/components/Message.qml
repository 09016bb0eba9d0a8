import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// A screen that has something to say: a drawing, a sentence, what to do now.
ColumnLayout {
    id: root

    property string icon
    property string title
    property string body
    property color tint: Theme.brandTint
    property color inkColor: Theme.brand

    readonly property bool portrait: root.Window.height > root.Window.width

    spacing: root.portrait ? Theme.spaceLarge : Theme.space

    RoundIcon {
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: Math.round((root.portrait ? 200 : 140) * Theme.scale)
        Layout.preferredHeight: Layout.preferredWidth
        // On a low display its place goes to large letters.
        visible: !Theme.largePrint || root.portrait
        name: root.icon
        color: root.tint
        inkColor: root.inkColor
    }

    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: root.title
        strong: true
        font.pixelSize: Theme.headline
    }

    Label {
        Layout.fillWidth: true
        visible: root.body !== ""
        horizontalAlignment: Text.AlignHCenter
        text: root.body
        color: Theme.mutedInk
        font.pixelSize: Theme.textLarge
        lineHeight: 1.2
    }
}
