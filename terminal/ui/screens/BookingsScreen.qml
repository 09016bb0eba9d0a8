pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// Several visitors have the same last digits: which time is yours?
Item {
    id: root

    required property var bookings

    signal chosen(int booking)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceLarge
        spacing: Theme.spaceLarge

        ScreenTitle {
            Layout.fillWidth: true
            //: Title over several bookings of which the visitor chooses one.
            title: qsTr("Which booking is yours?")
        }

        Repeater {
            model: root.bookings

            TouchButton {
                id: card

                required property int choiceId
                required property string name
                required property string opensTime
                required property string opensDate

                objectName: "booking-" + card.choiceId
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Math.round(Theme.touchHeight * 1.3),
                                                 row.implicitHeight + 2 * Theme.space)
                Accessible.name: card.opensTime + " " + card.name
                onTapped: root.chosen(card.choiceId)

                RowLayout {
                    id: row

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.margins: Theme.spaceLarge
                    spacing: Theme.spaceLarge

                    Label {
                        text: card.opensTime
                        strong: true
                        color: Theme.brand
                        font.pixelSize: Theme.title
                        wrapMode: Text.NoWrap
                    }

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            text: card.name
                            font.pixelSize: Theme.textLarge
                        }

                        Label {
                            Layout.fillWidth: true
                            visible: card.opensDate !== ""
                            text: card.opensDate
                            color: Theme.mutedInk
                        }
                    }
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
