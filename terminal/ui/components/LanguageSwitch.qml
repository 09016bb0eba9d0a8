pragma ComponentBehavior: Bound
import QtQuick
import Talon.Terminal
import Talon.Ui

// Every language under its own name, the present one marked.
Rectangle {
    id: root

    required property string language
    property bool shortNames: false // Where there is little room.

    signal chosen(string language)

    implicitWidth: row.implicitWidth + 2 * row.x
    implicitHeight: Theme.touchHeight + 2 * row.x
    radius: Theme.radius
    color: Theme.background
    border.width: Theme.lineWidth
    border.color: Theme.line

    Row {
        id: row

        x: Math.round(6 * Theme.scale)
        height: parent.height

        Repeater {
            model: [{ code: "ru", label: "Русский", brief: "Рус" },
                    { code: "en", label: "English", brief: "Eng" }]

            TouchButton {
                id: button

                required property var modelData
                readonly property bool current: button.modelData.code === root.language

                objectName: "language-" + button.modelData.code
                y: row.x
                height: row.height - 2 * row.x
                implicitWidth: name.implicitWidth + 1.5 * Theme.space * 2
                radius: Theme.radius - row.x
                kind: button.current ? TouchButton.Primary : TouchButton.Quiet
                Accessible.name: button.modelData.label
                onTapped: root.chosen(button.modelData.code)

                Label {
                    id: name

                    anchors.centerIn: parent
                    text: root.shortNames ? button.modelData.brief : button.modelData.label
                    color: button.inkColor
                    strong: button.current
                    font.pixelSize: Theme.textSmall
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
