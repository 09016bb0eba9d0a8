pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// A right to wait less? Most have none: their answer is the largest button.
Item {
    id: root

    required property var categories
    readonly property bool portrait: root.height > root.width

    signal answered(int category)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceLarge
        anchors.bottomMargin: root.portrait ? Theme.spaceLarge : Theme.space
        spacing: root.portrait ? Theme.spaceLarge * 0.75 : Theme.space

        ScreenTitle {
            Layout.fillWidth: true
            //: Title: does the visitor belong to a priority category?
            title: qsTr("Do you have a right to be served first?")
            //: Under the title about priority categories.
            hint: qsTr("Please show the document for it at the window.")
        }

        Item {
            Layout.fillHeight: true
            visible: root.portrait
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Math.ceil(cards.count / columns) * Math.round(170 * Theme.scale)
            columns: root.portrait ? 1 : 2
            columnSpacing: Theme.space * 1.25
            rowSpacing: Theme.space

            Repeater {
                id: cards

                model: root.categories

                TouchButton {
                    id: card

                    required property int choiceId
                    required property string name

                    objectName: "category-" + card.choiceId
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    Layout.minimumHeight: Math.max(64, words.implicitHeight + Theme.space)
                    Accessible.name: card.name
                    onTapped: root.answered(card.choiceId)

                    RowLayout {
                        anchors.fill: parent
                        anchors.leftMargin: Theme.space * 1.25
                        anchors.rightMargin: Theme.space * 1.25
                        spacing: Theme.space

                        Icon {
                            Layout.preferredWidth: Math.round(48 * Theme.scale)
                            Layout.preferredHeight: Layout.preferredWidth
                            name: "heart"
                            color: Theme.brand
                        }

                        Label {
                            id: words

                            Layout.fillWidth: true
                            text: card.name
                            font.weight: Font.Medium
                            font.pixelSize: root.portrait ? Theme.textLarge : Theme.text
                        }
                    }
                }
            }
        }

        TouchButton {
            objectName: "noCategory"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(Theme.touchHeight * (root.portrait ? 1.6 : 1.1))
            kind: TouchButton.Primary
            //: The largest button: the visitor has no right to be served first, and gets a ticket.
            text: qsTr("No, take a ticket")
            icon: "ticket"
            pixelSize: Theme.title
            onTapped: root.answered(0)
        }
    }
}
