pragma ComponentBehavior: Bound
import QtQuick
import Talon.Terminal
import Talon.Ui

// What a visitor may need to use the terminal at all, one touch away on every screen.
Row {
    id: root

    required property bool largePrint
    required property bool highContrast
    required property bool lowReach
    required property bool spoken
    required property bool lowReachOffered // Where the screen is taller than an arm from a chair.
    required property bool spokenOffered

    signal toggled(string mode)

    spacing: Theme.spaceSmall

    Repeater {
        model: [
            {
                mode: "largePrint",
                icon: "largePrint",
                //: Under a drawing of two letters: makes all text larger. One short word.
                label: qsTr("Larger"),
                on: root.largePrint,
                offered: true
            },
            {
                mode: "highContrast",
                icon: "contrast",
                //: Under a drawing of a half-filled disc: black on white. One short word.
                label: qsTr("Contrast"),
                on: root.highContrast,
                offered: true
            },
            {
                mode: "lowReach",
                icon: "wheelchair",
                //: Under a drawing of a wheelchair: moves all buttons down. One short word.
                label: qsTr("Lower"),
                on: root.lowReach,
                offered: root.lowReachOffered
            },
            {
                mode: "spoken",
                icon: "speaker",
                //: Under a drawing of a loudspeaker: the terminal speaks. One short word.
                label: qsTr("Voice"),
                on: root.spoken,
                offered: root.spokenOffered
            }
        ]

        TouchButton {
            id: button

            required property var modelData

            objectName: "access-" + button.modelData.mode
            width: Math.max(Theme.touchHeight, label.implicitWidth + Theme.space)
            height: Math.max(Theme.touchHeight, column.implicitHeight + Theme.space)
            visible: button.modelData.offered
            kind: button.modelData.on ? TouchButton.Primary : TouchButton.Plain
            Accessible.name: button.modelData.label
            Accessible.checkable: true
            Accessible.checked: button.modelData.on
            onTapped: root.toggled(button.modelData.mode)

            Column {
                id: column

                anchors.centerIn: parent
                spacing: 0

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.round(Math.max(26, 42 * Theme.scale))
                    height: width
                    name: button.modelData.icon
                    color: button.inkColor
                }

                Label {
                    id: label

                    anchors.horizontalCenter: parent.horizontalCenter
                    text: button.modelData.label
                    color: button.inkColor
                    font.pixelSize: Math.round(Math.max(12, 18 * Theme.textScale))
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
