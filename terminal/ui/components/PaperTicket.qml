import QtQuick
import Talon.Terminal
import Talon.Ui

// The ticket as it comes out of the slot: it slides down once, when shown.
Item {
    id: root

    property string number
    property string service
    property bool shown: false
    property int numberSize: Theme.number

    implicitHeight: sheet.height + slot.height / 2
    clip: true

    Rectangle {
        id: slot

        anchors.horizontalCenter: parent.horizontalCenter
        width: parent.width
        height: Math.round(24 * Theme.scale)
        radius: height / 2
        color: Theme.brandPressed
    }

    Item {
        anchors.fill: parent
        anchors.topMargin: slot.height / 2
        clip: true

        Rectangle {
            id: sheet

            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.spaceLarge
            height: column.height + 2 * Theme.spaceLarge
            y: root.shown ? 0 : -height
            color: Theme.surface
            border.width: Theme.lineWidth
            border.color: Theme.line

            Behavior on y {
                enabled: root.shown
                NumberAnimation {
                    duration: 3 * Theme.motionMs
                    easing.type: Easing.OutCubic
                }
            }

            Column {
                id: column

                x: Theme.space
                y: Theme.spaceLarge
                width: parent.width - 2 * Theme.space
                spacing: Theme.spaceSmall

                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    //: On the ticket shown on the screen, over the number.
                    text: qsTr("Your number")
                    color: Theme.mutedInk
                    font.pixelSize: Theme.textLarge
                }

                Label {
                    objectName: "ticketNumber"
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: root.number
                    font.weight: Font.Bold
                    font.pixelSize: root.numberSize
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.title
                    wrapMode: Text.NoWrap
                }

                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: root.service
                    font.pixelSize: Theme.textLarge
                }
            }
        }
    }
}
