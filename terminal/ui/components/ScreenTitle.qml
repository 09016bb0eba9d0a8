import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// The question a screen asks, and a line that helps to answer it.
ColumnLayout {
    id: root

    property string title
    property string hint

    spacing: Theme.spaceSmall

    Label {
        Layout.fillWidth: true
        text: root.title
        strong: true
        font.pixelSize: Theme.title
    }

    Label {
        Layout.fillWidth: true
        visible: root.hint !== ""
        text: root.hint
        color: Theme.mutedInk
    }
}
