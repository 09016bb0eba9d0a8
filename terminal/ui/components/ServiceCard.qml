pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// One service to choose: what it is, and how many wait for it.
TouchButton {
    id: root

    property string name
    property string drawing
    property int waiting: 0
    readonly property bool tall: root.height > 310 * Theme.scale

    implicitHeight: Math.max(Theme.touchHeight, lines.implicitHeight + 2 * Theme.space)
    Accessible.name: root.name

    GridLayout {
        id: lines

        anchors.fill: parent
        anchors.margins: root.tall ? Theme.spaceLarge * 0.9 : Theme.space
        anchors.topMargin: root.tall ? Theme.spaceLarge * 0.9 : Theme.spaceSmall / 2
        anchors.bottomMargin: anchors.topMargin
        columns: root.tall ? 1 : 2
        columnSpacing: Theme.space
        rowSpacing: Theme.space

        RoundIcon {
            Layout.preferredWidth: Math.round((root.tall ? 104 : 84) * Theme.scale)
            Layout.preferredHeight: Layout.preferredWidth
            name: root.drawing
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: root.tall
            spacing: root.tall ? Theme.spaceSmall : Theme.spaceSmall / 2

            Label {
                Layout.fillWidth: true
                Layout.fillHeight: root.tall
                verticalAlignment: Text.AlignTop
                text: root.name
                strong: true
                font.pixelSize: Math.round(root.tall ? Theme.textLarge * 1.15 : Theme.text * 1.04)
                lineHeight: 1.05
            }

            QueueLine {
                Layout.fillWidth: true
                waiting: root.waiting
                pixelSize: root.tall ? Theme.text : Theme.textSmall
            }
        }
    }
}
