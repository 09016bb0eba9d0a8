import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// Something the visitor should know before choosing.
Rectangle {
    id: root

    property string text
    property string icon: "warning"

    implicitHeight: row.implicitHeight + 2 * Theme.space
    radius: Theme.radius
    color: Theme.calloutTint
    border.width: Theme.lineWidth
    border.color: Theme.callout

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.space * 1.25
        spacing: Theme.space

        Icon {
            Layout.preferredWidth: Math.round(52 * Theme.scale)
            Layout.preferredHeight: Layout.preferredWidth
            name: root.icon
            color: Theme.calloutInk
        }

        Label {
            Layout.fillWidth: true
            text: root.text
            color: Theme.calloutInk
            font.weight: Font.Medium
        }
    }
}
