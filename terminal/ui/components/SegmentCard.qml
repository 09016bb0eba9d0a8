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
    readonly property bool narrow: root.width < 620 * Theme.textScale

    implicitHeight: Math.max(Math.round((root.narrow ? 200 : 280) * Theme.scale),
                             row.implicitHeight + 2 * Theme.spaceLarge)
    Accessible.name: root.name

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: root.narrow ? Theme.space : Theme.spaceLarge
        spacing: root.narrow ? Theme.space : Theme.spaceLarge

        RoundIcon {
            Layout.preferredWidth: Math.round((root.narrow ? 88 : 148) * Theme.scale)
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
                font.pixelSize: root.narrow ? Theme.textLarge : Theme.title
            }

            Label {
                Layout.fillWidth: true
                text: root.hint
                color: Theme.mutedInk
                font.pixelSize: root.narrow ? Theme.textSmall : Theme.text
            }
        }
    }
}
