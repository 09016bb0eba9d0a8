pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// For a person who cannot see: the four corners of the glass are four buttons, found by the hand
// alone. Who sees a little, or helps, reads in the middle what is said.
Rectangle {
    id: root

    required property string said
    required property string focusText
    required property bool canTake
    required property bool offersLanguage
    required property string number
    required property string language

    signal touched(int corner)
    signal ended

    objectName: "cornersScreen"
    color: Theme.behindCorners

    // Elsewhere than in the corners: it tells what the corners are.
    TapHandler {
        gesturePolicy: TapHandler.WithinBounds
        longPressThreshold: Theme.noLongPress
        acceptedButtons: Qt.LeftButton
        onTapped: root.touched(-1)
    }

    Repeater {
        model: [
            {
                name: "topLeft",
                icon: "back",
                //: Corner of the spoken mode.
                label: qsTr("Back"),
                x: 0,
                y: 0
            },
            {
                name: "topRight",
                icon: root.offersLanguage ? "speaker" : "again",
                // A language is called by its own name, whatever the present one is.
                label: root.offersLanguage ? (root.language === "ru" ? "English" : "Русский")
                    //: Corner of the spoken mode.
                    : qsTr("Repeat"),
                x: 1,
                y: 0
            },
            {
                name: "bottomLeft",
                icon: "forward",
                //: Corner of the spoken mode: the next choice is told.
                label: qsTr("Next"),
                x: 0,
                y: 1
            },
            {
                name: "bottomRight",
                icon: "check",
                //: Corner of the spoken mode: what was told is taken.
                label: qsTr("Take it"),
                x: 1,
                y: 1
            }
        ]

        Rectangle {
            id: corner

            required property var modelData
            required property int index

            objectName: "corner-" + corner.modelData.name
            width: Math.round(root.width * 0.4)
            height: Math.round(root.height * 0.27)
            x: corner.modelData.x * (root.width - width)
            y: corner.modelData.y * (root.height - height)
            color: finger.pressed ? Theme.callout : Theme.corner
            radius: Theme.radius
            Accessible.role: Accessible.Button
            Accessible.name: corner.modelData.label
            Accessible.onPressAction: root.touched(corner.index)

            Column {
                anchors.centerIn: parent
                spacing: Theme.space

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.round(120 * Theme.scale)
                    height: width
                    name: corner.modelData.icon
                    color: Theme.cornerInk
                }

                Label {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: corner.modelData.label
                    color: Theme.cornerInk
                    strong: true
                    font.pixelSize: Theme.title
                }
            }

            TapHandler {
                id: finger

                gesturePolicy: TapHandler.WithinBounds
                longPressThreshold: Theme.noLongPress
                acceptedButtons: Qt.LeftButton
                onTapped: root.touched(corner.index)
            }
        }
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: root.width - 2 * Theme.spaceLarge
        height: Math.round(root.height * 0.42)
        spacing: Theme.space

        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: root.number !== "" ? root.number : root.focusText
            color: Theme.behindCornersInk
            strong: true
            font.pixelSize: root.number !== "" ? Theme.number : Theme.headline
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.textSmall
        }

        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: root.said
            color: Theme.behindCornersInk
            font.pixelSize: Theme.text
            fontSizeMode: Text.Fit
            minimumPixelSize: 10
        }

        TouchButton {
            objectName: "leaveSpoken"
            Layout.alignment: Qt.AlignHCenter
            //: For who turned the spoken mode on by mistake: to the usual screens.
            text: qsTr("Usual screen")
            pixelSize: Theme.textSmall
            onTapped: root.ended()
        }
    }
}
