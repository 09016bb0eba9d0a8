import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// One of the two kinds of visitors, as a very large button.
TouchButton {
    id: root

    property string name
    property string hint
    property string drawing

    implicitHeight:
        Math.max(Math.round(280 * Theme.scale), row.implicitHeight + 2 * Theme.spaceLarge)
    Accessible.name: root.name

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.spaceLarge
        spacing: Theme.spaceLarge

        RoundIcon {
            Layout.preferredWidth: Math.round(148 * Theme.scale)
            Layout.preferredHeight: Layout.preferredWidth
            name: root.drawing
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceSmall

            Label {
                Layout.fillWidth: true
                text: root.name
                strong: true
                font.pixelSize: Theme.title
            }

            Label {
                Layout.fillWidth: true
                text: root.hint
                color: Theme.mutedInk
            }
        }
    }
}
