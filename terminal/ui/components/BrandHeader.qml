pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// Whose office this is, and what time it is there.
Rectangle {
    id: root

    required property string officeName
    required property string dateText
    required property string timeText

    // The door of the staff: no visitor presses a drawing for so long.
    signal held

    implicitHeight: Math.round(116 * Theme.scale)
    color: Theme.brand

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceLarge
        anchors.rightMargin: Theme.spaceLarge
        spacing: Theme.space * 1.25

        Rectangle {
            Layout.preferredWidth: Math.round(76 * Theme.scale)
            Layout.preferredHeight: Layout.preferredWidth
            radius: Theme.radius
            color: Theme.brandInk

            Icon {
                anchors.centerIn: parent
                width: Math.round(54 * Theme.scale)
                height: width
                name: "bolt"
                color: Theme.brand
            }

            TapHandler {
                objectName: "staffDoor"
                longPressThreshold: 2.5
                gesturePolicy: TapHandler.WithinBounds
                onLongPressed: root.held()
            }
        }

        Label {
            Layout.fillWidth: true
            text: root.officeName
            color: Theme.brandInk
            strong: true
            font.pixelSize: Math.round(Theme.title * 0.9)
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.textSmall
            maximumLineCount: 2
        }

        ColumnLayout {
            spacing: 0

            ClockText {
                Layout.alignment: Qt.AlignRight
                text: root.timeText
                color: Theme.brandInk
            }

            Label {
                Layout.alignment: Qt.AlignRight
                text: root.dateText
                color: Theme.brandInkMuted
                font.pixelSize: Theme.textSmall
                wrapMode: Text.NoWrap
            }
        }
    }
}
