pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// Everything the staff can do here.
Item {
    id: root

    required property bool portrait
    required property bool busy

    signal chosen(string action)

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: root.portrait ? parent.bottom : undefined
        anchors.top: root.portrait ? undefined : parent.top
        columns: root.portrait ? 1 : 2
        columnSpacing: Theme.space * 1.25
        rowSpacing: Theme.space * 1.25

        Repeater {
            model: [
                {
                    action: "issue",
                    icon: "ticket",
                    //: Staff: to give a ticket to somebody, also when the service is closed.
                    label: qsTr("Give somebody a ticket")
                },
                {
                    action: "tickets",
                    icon: "again",
                    //: Staff: to print a ticket again, or to change its priority category.
                    label: qsTr("Print again, set a category")
                },
                {
                    action: "devices",
                    icon: "info",
                    //: Staff: printer, scanner, connection.
                    label: qsTr("State of the devices")
                },
                {
                    action: "testPrint",
                    icon: "printer",
                    //: Staff: prints a page that shows whether the printer works.
                    label: qsTr("Print a test page")
                },
                {
                    action: "restart",
                    icon: "bolt",
                    //: Staff: starts the terminal's program again.
                    label: qsTr("Restart the terminal")
                }
            ]

            TouchButton {
                id: button

                required property var modelData

                objectName: "staff-" + button.modelData.action
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Math.round(Theme.touchHeight * 1.4)
                enabled: !root.busy
                Accessible.name: button.modelData.label
                onTapped: root.chosen(button.modelData.action)

                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.spaceLarge
                    anchors.rightMargin: Theme.space
                    spacing: Theme.spaceLarge

                    Icon {
                        Layout.preferredWidth: Math.round(60 * Theme.scale)
                        Layout.preferredHeight: Layout.preferredWidth
                        name: button.modelData.icon
                        color: Theme.brand
                    }

                    Label {
                        Layout.fillWidth: true
                        text: button.modelData.label
                        font.pixelSize: Theme.textLarge
                        font.weight: Font.Medium
                    }
                }
            }
        }
    }
}
