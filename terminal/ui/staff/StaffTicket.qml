pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// One ticket: print it again, change its priority category.
Item {
    id: root

    required property string number
    required property string service
    required property string time
    required property int category // 0: none.
    required property var categories
    required property bool busy
    readonly property bool wide: root.width > root.height * 1.2

    signal reprint
    signal categoryChosen(int category)
    signal back

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space

        GridLayout {
            Layout.fillWidth: true
            columns: root.wide ? 3 : 2
            columnSpacing: Theme.spaceLarge
            rowSpacing: Theme.space

            Label {
                text: root.number
                strong: true
                color: Theme.brand
                font.pixelSize: Theme.headline
                wrapMode: Text.NoWrap
            }

            Label {
                Layout.fillWidth: true
                text: root.service + " · " + root.time
                color: Theme.mutedInk
            }

            TouchButton {
                objectName: "reprint"
                Layout.fillWidth: !root.wide
                Layout.columnSpan: root.wide ? 1 : 2
                Layout.preferredHeight: Math.round(Theme.touchHeight * 1.2)
                enabled: !root.busy
                kind: TouchButton.Primary
                //: Staff: prints the ticket once more, marked as a copy.
                text: qsTr("Print a copy")
                icon: "printer"
                onTapped: root.reprint()
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            //: Staff: over the priority categories, the present one marked.
            text: qsTr("Priority category")
            strong: true
        }

        GridLayout {
            Layout.fillWidth: true
            columns: 2
            columnSpacing: Theme.space
            rowSpacing: Theme.spaceSmall

            TouchButton {
                objectName: "setCategory-0"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                enabled: !root.busy
                kind: root.category === 0 ? TouchButton.Primary : TouchButton.Plain
                //: Staff: the ticket has no priority category.
                text: qsTr("None")
                pixelSize: Theme.text
                onTapped: root.categoryChosen(0)
            }

            Repeater {
                model: root.categories

                TouchButton {
                    id: button

                    required property int choiceId
                    required property string name

                    objectName: "setCategory-" + button.choiceId
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    enabled: !root.busy
                    kind: root.category === button.choiceId ? TouchButton.Primary
                                                            : TouchButton.Plain
                    text: button.name
                    pixelSize: Theme.text
                    onTapped: root.categoryChosen(button.choiceId)
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        TouchButton {
            objectName: "staffToTickets"
            //: Staff: to the list before.
            text: qsTr("Back")
            icon: "back"
            pixelSize: Theme.text
            onTapped: root.back()
        }
    }
}
